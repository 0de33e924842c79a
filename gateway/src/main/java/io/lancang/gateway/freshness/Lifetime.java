package io.lancang.gateway.freshness;

/**
 * How long an answer may be given again. All times are in milliseconds since 1970.
 *
 * @param bornAt when the subgraph made it
 * @param freshUntil until when it counts as it is
 * @param revalidateUntil until when it may be given while a new one is fetched
 * @param errorUntil until when it may be given if no new one can be had
 * @param isPrivate whether it is for the one who asked
 * @param isImmutable whether it never changes while it is fresh
 */
public record Lifetime(
        long bornAt, long freshUntil, long revalidateUntil, long errorUntil, boolean isPrivate, boolean isImmutable) {
    /** How old it is, never less than nothing. */
    public long ageMillis(long now) {
        return Math.max(0, now - bornAt);
    }

    /** When it is of no use any more. */
    public long end() {
        return Math.max(freshUntil, Math.max(revalidateUntil, errorUntil));
    }
}
