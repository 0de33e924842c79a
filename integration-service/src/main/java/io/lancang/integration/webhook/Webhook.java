package io.lancang.integration.webhook;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A subscription that is kept for a client: each of its events is delivered to a URL.")
public record Webhook(
        @Description("Its id.") @Id @NonNull String id,

        @Description("Id of the client that has it.") @Id @NonNull
        String clientId,

        @Description("Where events are delivered.") @NonNull String url,

        @Description("The subscription, a document of GraphQL.") @NonNull
        String document,

        @Description("The variables of the subscription, as JSON.") @NonNull
        String variables,

        @Description("Where it stands.") @NonNull WebhookState state,

        @Description("Why it is paused or ended; null while it is active.") @Nullable
        String reason,

        @Description("What hinders events from being taken at the moment; null if nothing does.") @Nullable
        String notice,

        @Description("The beginning of the secret that signs its deliveries, by which it is recognised.") @NonNull
        String secretPrefix,

        @Description("The place of the last event that was taken, behind which the next ones begin.") @NonNull
        String place,

        @Description("When it was registered.") @NonNull OffsetDateTime createdAt,

        @Description("When the last delivery was taken by the receiver; null if none ever was.") @Nullable
        OffsetDateTime lastDeliveredAt,

        @Description("How many attempts in a row have failed.")
        int failures) {}
