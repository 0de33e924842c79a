package io.lancang.integration.webhook.outbox;

import io.lancang.kit.cost.ListSize;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way.
 *
 * @param number its place in the order of deliveries
 */
@Description("An event on its way to a receiver.")
public record Delivery(
        @Description("Its `webhook-id`: the same for the same event, however often it is sent.") @Id @NonNull
        String id,

        @Description("The place of the event, as its `cursor` has it.") @NonNull
        String eventId,

        @Description("What is sent: a CloudEvent as JSON.") @NonNull
        String payload,

        @Description("Where it stands.") @NonNull DeliveryState state,

        @Description("When the event was taken.") @NonNull OffsetDateTime createdAt,

        @Description("When it is tried next; null if it is not.") @Nullable
        OffsetDateTime nextAttemptAt,

        @Description("How often it was tried.") int attemptCount,

        @Description("The last attempts, up to 20, the latest last.") @NonNull @ListSize(assumedSize = 3)
        List<@NonNull DeliveryAttempt> attempts,

        @Ignore long number) {}
