package io.lancang.integration.webhook.outbox;

import io.lancang.integration.webhook.WebhookConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When a delivery is tried again. Safe for any thread. */
@Singleton
class Retries {
    private static final int MOST_DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private final Duration patience;

    Retries(WebhookConfig config) {
        this.first = config.firstRetry();
        this.longest = config.longestRetry();
        this.patience = config.patience();
    }

    /**
     * The moment of the next attempt; null if the patience ends before.
     *
     * @param failed how many attempts failed, this one included
     * @param asked how long the receiver asked to be left alone; null if it did not
     */
    @Nullable
    OffsetDateTime next(Due delivery, OffsetDateTime now, int failed, @Nullable Duration asked) {
        return next(
                delivery.dueSince(),
                now,
                failed,
                asked,
                ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Each attempt waits up to twice as long as the one before, and from half of that on, so that those that failed together are not tried
     * together.
     *
     * @param chance from 0 to 1
     */
    @Nullable
    OffsetDateTime next(OffsetDateTime since, OffsetDateTime now, int failed, @Nullable Duration asked, double chance) {
        long most = Math.min(longest.toMillis(), first.toMillis() << Math.min(failed - 1, MOST_DOUBLINGS));
        Duration own = Duration.ofMillis(Math.round(most * (0.5 + 0.5 * chance)));
        Duration wait = asked == null || asked.compareTo(own) < 0 ? own : asked;
        OffsetDateTime next = now.plus(wait);
        return next.isAfter(since.plus(patience)) ? null : next;
    }
}
