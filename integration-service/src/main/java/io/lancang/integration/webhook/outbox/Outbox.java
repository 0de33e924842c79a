package io.lancang.integration.webhook.outbox;

import io.lancang.integration.page.Moments;
import io.lancang.integration.webhook.outbox.OutboxRepository.Lease;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;

/** Delivers the first of what waits for a webhook. Safe for any thread; who calls has one call under way for a webhook. */
@Singleton
public class Outbox {
    private static final int BATCH = 50;

    private final OutboxRepository deliveries;
    private final Sender sender;
    private final Retries retries;

    Outbox(OutboxRepository deliveries, Sender sender, Retries retries) {
        this.deliveries = deliveries;
        this.sender = sender;
        this.retries = retries;
    }

    /** Where deliveries of a webhook go, and what signs them. */
    public record Receiver(String url, List<String> secrets) {}

    /** How far delivering has come. */
    public sealed interface Progress {
        /** Another one may wait. */
        record More() implements Progress {}

        /** The first one waits for a moment, and all behind it with it. */
        record Until(OffsetDateTime moment) implements Progress {}

        /** One was tried for long enough, so that others are tried now. */
        record Parked(String why) implements Progress {}

        /** The receiver says that it is gone. */
        record Gone() implements Progress {}

        /** Somebody else works on the webhook, or it was changed. */
        record Lost() implements Progress {}
    }

    /** Those that wait, in their order, some of them. */
    public Uni<List<Due>> due(Lease lease) {
        return deliveries.due(lease.webhook(), BATCH);
    }

    /** Delivers one, if its moment has come. */
    public Uni<Progress> deliver(Lease lease, Receiver receiver, Due due) {
        if (due.nextAttemptAt().isAfter(Moments.now())) {
            return Uni.createFrom().item(new Progress.Until(due.nextAttemptAt()));
        }
        return Uni.createFrom()
                .completionStage(() -> sender.send(
                                new Sender.Letter(receiver.url(), due.id(), due.payload(), receiver.secrets()))
                        .toCompletionStage())
                .chain(outcome -> noted(lease, due, outcome));
    }

    private Uni<Progress> noted(Lease lease, Due due, Sender.Outcome outcome) {
        DeliveryAttempt attempt = outcome.attempt();
        if (attempt.isTaken()) {
            return deliveries.taken(lease, due, attempt).map(held -> held ? new Progress.More() : new Progress.Lost());
        }
        OffsetDateTime now = Moments.now();
        if (attempt.isGone()) {
            return deliveries
                    .again(lease, due, attempt, now)
                    .map(held -> held ? new Progress.Gone() : new Progress.Lost());
        }
        OffsetDateTime next = retries.next(due, now, due.attemptCount() + 1, outcome.retryAfter());
        if (next == null) {
            return deliveries
                    .parked(lease, due, attempt)
                    .map(held -> held ? new Progress.Parked(String.valueOf(attempt.error())) : new Progress.Lost());
        }
        return deliveries
                .again(lease, due, attempt, next)
                .map(held -> held ? new Progress.Until(next) : new Progress.Lost());
    }
}
