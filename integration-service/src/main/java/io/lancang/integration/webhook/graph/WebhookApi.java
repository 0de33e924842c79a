package io.lancang.integration.webhook.graph;

import io.lancang.integration.access.Access;
import io.lancang.integration.access.Asker;
import io.lancang.integration.webhook.Webhook;
import io.lancang.integration.webhook.outbox.DeliveryState;
import io.lancang.integration.webhook.outbox.OutboxRepository;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.ListSize;
import io.smallrye.mutiny.Uni;
import java.util.List;
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
            assumedSize = 50,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<WebhookConnection> webhooks(
            @Name("client")
                    @Description(
                            "Only of this client, by id; if left out, of who asks, or of all for the role `admin`.")
                    @Id
                    @Nullable
                    String client,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before) {
        Asker asker = client == null ? access.asker(NEEDS) : access.adminOr(client, NEEDS);
        @Nullable String wanted = asker instanceof Asker.Owner owner ? owner.id() : client;
        PageArguments arguments = new PageRequest(first, after, last, before)
                .of(new CursorScope("webhooks", String.valueOf(wanted)), PageRequest.USUAL);
        return webhooks.page(arguments, wanted).map(page -> WebhookConnection.of(arguments, page));
    }

    /** Deliveries of webhooks, which whoever reads the webhook may see. */
    @Description("Its deliveries that are on record, latest first.")
    @ListSize(
            assumedSize = 50,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<List<@NonNull DeliveryConnection>> deliveries(
            @Source List<Webhook> given,
            @Name("state") @Description("Only those that stand there; all if left out.") @Nullable DeliveryState state,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before) {
        List<String> ids = given.stream().map(Webhook::id).distinct().toList();
        PageRequest asked = new PageRequest(first, after, last, before);
        // A cursor of one webhook is none for several.
        return deliveries
                .page(ids, page(asked, String.join(" ", ids)), state)
                .map(found -> given.stream()
                        .map(webhook -> {
                            PageArguments page = page(asked, webhook.id());
                            return DeliveryConnection.of(page, page.slice(found.getOrDefault(webhook.id(), List.of())));
                        })
                        .toList());
    }

    private static PageArguments page(PageRequest asked, String webhook) {
        return asked.of(new CursorScope("deliveries", webhook), PageRequest.USUAL);
    }
}
