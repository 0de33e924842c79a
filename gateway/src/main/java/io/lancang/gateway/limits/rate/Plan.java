package io.lancang.gateway.limits.rate;

/**
 * What a client may use. A limit that does not exist is {@link #NO_LIMIT}; one of 0 allows nothing.
 *
 * @param name by which clients are told of it
 * @param requestsPerMinute operations
 * @param costPerMinute as the demand control counts costs
 * @param concurrentRequests operations in work at the same time at one gateway
 * @param subscriptions open at the same time at one gateway
 */
public record Plan(
        String name, long requestsPerMinute, long costPerMinute, long concurrentRequests, long subscriptions) {
    /** What stands for no limit. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    /** The name of the plan of clients that nobody knows. */
    public static final String ANONYMOUS = "anonymous";

    /** The most that a limit can be: costs and times are computed with it in a double without a rounding that shows. */
    public static final long MAXIMUM = 1_000_000_000_000L;

    /** Whether there is any limit. */
    public boolean isLimited() {
        return requestsPerMinute != NO_LIMIT
                || costPerMinute != NO_LIMIT
                || concurrentRequests != NO_LIMIT
                || subscriptions != NO_LIMIT;
    }

    /** Whether something is counted by the minute. */
    boolean hasRates() {
        return requestsPerMinute != NO_LIMIT || costPerMinute != NO_LIMIT;
    }
}
