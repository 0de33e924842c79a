package io.lancang.integration.key;

import io.lancang.integration.access.Access;
import io.lancang.integration.access.Asker;
import io.lancang.integration.client.Client;
import io.lancang.integration.page.Moments;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.ListSize;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Keys in the graph. */
@GraphQLApi
public class KeyApi {
    private static final String NEEDS = "Keys can be managed only";

    private final ApiKeyRepository repository;
    private final Keys keys;
    private final Access access;

    KeyApi(ApiKeyRepository repository, Keys keys, Access access) {
        this.repository = repository;
        this.keys = keys;
        this.access = access;
    }

    /** Keys of clients, which whoever reads the client may see. */
    @Description("Its keys, latest first, expired and revoked ones included.")
    @ListSize(
            assumedSize = 50,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<List<@NonNull ApiKeyConnection>> keys(
            @Source List<Client> given,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before) {
        List<String> clients = given.stream().map(Client::id).distinct().toList();
        OffsetDateTime now = Moments.now();
        PageRequest asked = new PageRequest(first, after, last, before);
        // A cursor of one client is none for several.
        return repository
                .page(clients, page(asked, String.join(" ", clients)))
                .map(found -> given.stream()
                        .map(client -> {
                            PageArguments page = page(asked, client.id());
                            List<ApiKey> rows = found.getOrDefault(client.id(), List.of()).stream()
                                    .map(key -> key.asRecord(now))
                                    .toList();
                            return ApiKeyConnection.of(page, page.slice(rows));
                        })
                        .toList());
    }

    @Mutation
    @Description(
            "Issues a key. Its secret is in this answer and in no other. Needs the role `admin`; a client may issue keys for"
                    + " itself.")
    public @NonNull Uni<IssuedKey> issueKey(
            @Name("client") @Description("Id of the client; who asks if left out.") @Id @Nullable String client,
            @Name("key") @Description("The key.") @NonNull NewKey key) {
        if (client == null) {
            Asker.Owner owner = access.client("Without `client`, keys can be issued only");
            return keys.issue(owner, owner.id(), key);
        }
        return keys.issue(access.adminOr(client, NEEDS), client, key);
    }

    @Mutation
    @Description(
            "Issues a key with the label and scopes of another, which is good for a while longer. The secret is in this answer and"
                    + " in no other. Needs the role `admin`; a client may rotate its own.")
    public @NonNull Uni<IssuedKey> rotateKey(
            @Name("prefix") @Description("The 8 characters after `lck_` of the key that goes.") @Id @NonNull
                    String prefix,
            @Name("overlap")
                    @DefaultValue("PT24H")
                    @Description("How long both are good, a duration of ISO 8601 from PT0S to P30D.")
                    @NonNull
                    String overlap,
            @Name("expiresAt")
                    @Description("Until when the new one is good; as the one that goes if left out.")
                    @Nullable
                    OffsetDateTime expiresAt) {
        return keys.rotate(access.asker(NEEDS), prefix, overlap, expiresAt);
    }

    @Mutation
    @Description(
            "Revokes a key. Gateways know within two seconds. Needs the role `admin`; a client may revoke its own.")
    public @NonNull Uni<ApiKey> revokeKey(
            @Name("prefix") @Description("The 8 characters after `lck_`.") @Id @NonNull String prefix,
            @Name("reason") @Description("Why, for the record. Requests with the key get it in their error.") @NonNull
                    String reason) {
        return keys.revoke(access.asker(NEEDS), prefix, reason);
    }

    private static PageArguments page(PageRequest asked, String client) {
        return asked.of(new CursorScope("keys", client), PageRequest.USUAL);
    }
}
