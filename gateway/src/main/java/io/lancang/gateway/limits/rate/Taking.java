package io.lancang.gateway.limits.rate;

/** How the wish for a request with a cost ended. */
sealed interface Taking {
    /** What is left now. */
    Balance balance();

    /** What is left of both limits by the minute. */
    record Balance(Quota requests, Quota cost) {}

    /** The request may run. */
    record Granted(Balance balance) implements Taking {}

    /**
     * It may not.
     *
     * @param kind of the limit that has too little left
     * @param waitNanos until it has enough; {@link #NEVER} if that is more than it can hold
     */
    record Refused(Kind kind, Balance balance, long waitNanos) implements Taking {
        static final long NEVER = Long.MAX_VALUE;
    }
}
