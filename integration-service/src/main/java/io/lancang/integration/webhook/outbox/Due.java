package io.lancang.integration.webhook.outbox;

import java.time.OffsetDateTime;

/**
 * A delivery that is to be tried.
 *
 * @param id its {@code webhook-id}
 * @param payload the body, which is signed as it is
 * @param dueSince since when it is tried, from which its patience counts
 * @param attempts those before, as JSON
 */
public record Due(
        String id,
        String payload,
        OffsetDateTime dueSince,
        OffsetDateTime nextAttemptAt,
        int attemptCount,
        String attempts) {}
