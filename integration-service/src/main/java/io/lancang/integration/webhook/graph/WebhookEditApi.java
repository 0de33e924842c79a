package io.lancang.integration.webhook.graph;

import io.lancang.integration.access.Access;
import io.lancang.integration.access.Asker;
import io.lancang.integration.webhook.Webhook;
import io.lancang.integration.webhook.outbox.DeliveryAttempt;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Changes of webhooks in the graph. */
@GraphQLApi
public class WebhookEditApi {
    private static final String NEEDS = "Webhooks can be managed only";
    private static final String ID = "Id of the webhook.";
    private static final String WHO = " Needs the role `admin`; a client may do it with its own.";

    private final Webhooks webhooks;
    private final Registration registration;
    private final Access access;

    WebhookEditApi(Webhooks webhooks, Registration registration, Access access) {
        this.webhooks = webhooks;
        this.registration = registration;
        this.access = access;
    }

    @Mutation
    @Description(
            "Keeps a subscription for a client: from now on each of its events is delivered to a URL. The secret is in this answer and in no"
                    + " other. Needs the role `admin`; a client may register its own.")
    public @NonNull Uni<IssuedWebhook> registerWebhook(
            @Name("client") @Description("Id of the client; who asks if left out.") @Id @Nullable String client,
            @Name("webhook") @Description("The webhook.") @NonNull NewWebhook webhook) {
        if (client == null) {
            Asker.Owner owner = access.client("Without `client`, webhooks can be registered only");
            return registration.register(owner, owner.id(), webhook);
        }
        return registration.register(access.adminOr(client, NEEDS), client, webhook);
    }

    @Mutation
    @Description("Changes where a webhook delivers, and what." + WHO)
    public @NonNull Uni<Webhook> changeWebhook(
            @Name("id") @Description(ID) @Id @NonNull String id,
            @Name("change") @Description("What is different from now on.") @NonNull WebhookChange change) {
        return registration.change(access.asker(NEEDS), id, change);
    }

    @Mutation
    @Description("Takes and delivers no events until it is resumed; none is lost." + WHO)
    public @NonNull Uni<Webhook> pauseWebhook(
            @Name("id") @Description(ID) @Id @NonNull String id,
            @Name("reason") @Description("Why, for the record.") @NonNull String reason) {
        return webhooks.pause(access.asker(NEEDS), id, reason);
    }

    @Mutation
    @Description("Goes on where it stood when it was paused." + WHO)
    public @NonNull Uni<Webhook> resumeWebhook(@Name("id") @Description(ID) @Id @NonNull String id) {
        return webhooks.resume(access.asker(NEEDS), id);
    }

    @Mutation
    @Description("Removes a webhook with all of its deliveries." + WHO)
    public @NonNull Uni<Webhook> removeWebhook(@Name("id") @Description(ID) @Id @NonNull String id) {
        return webhooks.remove(access.asker(NEEDS), id);
    }

    @Mutation
    @Description(
            "Gives a webhook another secret, which is in this answer and in no other. For a while both sign, each with a signature of its own."
                    + WHO)
    public @NonNull Uni<IssuedWebhook> rotateWebhookSecret(
            @Name("id") @Description(ID) @Id @NonNull String id,
            @Name("overlap")
                    @DefaultValue("PT24H")
                    @Description("How long both sign, a duration of ISO 8601 from PT0S to P30D.")
                    @NonNull
                    String overlap) {
        return webhooks.rotate(access.asker(NEEDS), id, overlap);
    }

    @Mutation
    @Description(
            "Delivers once more what was taken since a moment and does not wait, with the same ids and in the same order. What was forgotten is not"
                    + " there any more." + WHO)
    public @NonNull Uni<ReplayedWebhook> replayWebhook(
            @Name("id") @Description(ID) @Id @NonNull String id,
            @Name("since") @Description("The moment.") @NonNull OffsetDateTime since) {
        return webhooks.replay(access.asker(NEEDS), id, since);
    }

    @Mutation
    @Description(
            "Tries the receiver at once with an event of the type io.lancang.webhook.ping, and says what came of it."
                    + WHO)
    public @NonNull Uni<DeliveryAttempt> pingWebhook(@Name("id") @Description(ID) @Id @NonNull String id) {
        return webhooks.ping(access.asker(NEEDS), id);
    }
}
