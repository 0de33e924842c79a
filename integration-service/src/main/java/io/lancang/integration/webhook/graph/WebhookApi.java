package io.lancang.integration.webhook.graph;

import io.lancang.integration.access.Access;
import io.lancang.integration.access.Asker;
import io.lancang.integration.page.PageArguments;
import io.lancang.integration.webhook.Webhook;
import io.lancang.integration.webhook.outbox.DeliveryState;
import io.lancang.integration.webhook.outbox.OutboxRepository;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.cost.ListSize;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Webhooks and their deliveries in the graph. */
@GraphQLApi
public class WebhookApi {
    private static final String NEEDS = "Webhooks can be read only";

    private final WebhookPageRepository webhooks;
    private final OutboxRepository deliveries;
    private final Access access;

    WebhookApi(WebhookPageRepository webhooks, OutboxRepository deliveries, Access access) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.access = access;
    }

    @Query
    @Description("A webhook by its id. Needs the role `admin`; a client may ask for its own.")
    public @NonNull Uni<Webhook> webhook(@Name("id") @Description("Id of the webhook.") @Id @NonNull String id) {
        return webhooks.byId(access.asker(NEEDS), id);
    }

    @Query
    @Description("Webhooks, latest first. Needs the role `admin`; a client is shown its own.")
    @ListSize(
            assumedSize = 20,
            slicingArguments = "first",
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<WebhookConnection> webhooks(
            @Name("client")
                    @Description(
                            "Only of this client, by id; if left out, of who asks, or of all for the role `admin`.")
                    @Id
                    @Nullable
                    String client,
            @Name("first") @DefaultValue("20") @Description("How many, from 1 to 500.") int first,
            @Name("after")
                    @Description("The cursor of the webhook before the page; the first page if left out.")
                    @Nullable
                    String after) {
        Asker asker = client == null ? access.asker(NEEDS) : access.adminOr(client, NEEDS);
        @Nullable String wanted = asker instanceof Asker.Owner owner ? owner.id() : client;
        PageArguments arguments = new PageArguments(new CursorScope("webhooks", String.valueOf(wanted)), first, after);
        return webhooks.page(arguments, wanted).map(page -> WebhookConnection.of(arguments, page));
    }

    /** Deliveries of webhooks, which whoever reads the webhook may see. */
    @Description("Its deliveries that are on record, latest first.")
    @ListSize(
            assumedSize = 20,
            slicingArguments = "first",
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<List<@NonNull DeliveryConnection>> deliveries(
            @Source List<Webhook> given,
            @Name("state") @Description("Only those that stand there; all if left out.") @Nullable DeliveryState state,
            @Name("first") @DefaultValue("20") @Description("How many, from 1 to 500.") int first,
            @Name("after")
                    @Description(
                            "The cursor of the delivery before the page, of the same webhook; the first page if left out.")
                    @Nullable
                    String after) {
        List<String> ids = given.stream().map(Webhook::id).distinct().toList();
        // A cursor of one webhook is none for several.
        PageArguments asked = new PageArguments(scope(String.join(" ", ids)), first, after);
        List<String> keyset = asked.keyset();
        long before = keyset == null ? Long.MAX_VALUE : asked.read(keyset.getFirst(), Long::valueOf);
        return deliveries
                .latest(ids, first + 1, before, state)
                .map(found -> given.stream()
                        .map(webhook -> DeliveryConnection.of(
                                new PageArguments(scope(webhook.id()), first, after),
                                Slice.of(found.getOrDefault(webhook.id(), List.of()), first)))
                        .toList());
    }

    private static CursorScope scope(String webhook) {
        return new CursorScope("deliveries", webhook);
    }
}
