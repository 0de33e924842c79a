package io.lancang.gateway.telemetry;

/** How a client's subscription ended. The names in lower case are values of the metrics' tag {@code outcome}. */
public enum SubscriptionEnd {
    /** The subgraph had no more events. */
    COMPLETED,
    /** The subgraph refused it or broke it off. */
    FAILED,
    /** The client ended it or left. */
    CANCELLED,
    /** The gateway ended it, because the client did not read what it was sent. */
    DROPPED,
    /** The gateway ended it, because the token of its client has expired. */
    EXPIRED,
    /** The gateway ended it, because it is shutting down. */
    SHUTDOWN
}
