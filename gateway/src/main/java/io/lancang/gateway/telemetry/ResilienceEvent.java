package io.lancang.gateway.telemetry;

/** What was done about a subgraph's failures. The names in lower case are values of the metrics' tag {@code event}. */
public enum ResilienceEvent {
    /** A query was sent again. */
    RETRIED,
    /** A query was not sent again, because the budget for that was used up. */
    RETRY_REFUSED,
    /** A query was sent a second time, because its answer was late. */
    HEDGED,
    /** The second answer was there first. */
    HEDGE_WON,
    /** A query whose answer was late was not sent a second time, because the budget for that was used up. */
    HEDGE_REFUSED,
    /** The circuit breaker opened. */
    BREAKER_OPENED,
    /** A request failed without being sent, because the circuit breaker was open. */
    BREAKER_REFUSED,
    /** A request failed without being sent, because too many were under way or waiting. */
    BULKHEAD_REFUSED,
    /** One of several servers was left out, because its latest requests failed. */
    SERVER_EJECTED,
    /** A server that had been left out answered, and is asked again. */
    SERVER_RETURNED
}
