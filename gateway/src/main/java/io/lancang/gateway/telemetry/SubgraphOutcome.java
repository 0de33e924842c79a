package io.lancang.gateway.telemetry;

/** How a request to a subgraph ended. The names in lower case are values of the metrics' tag {@code outcome}. */
public enum SubgraphOutcome {
    /** The subgraph answered with a GraphQL response, with errors in it or not. */
    ANSWERED,
    /** The subgraph could not be reached, closed the connection, or answered something else. */
    UNAVAILABLE,
    /** The subgraph did not accept the client's credentials, or did not let it ask. */
    REFUSED,
    /** The time for this subgraph or for the whole request was over. */
    TIMEOUT,
    /** The answer was larger than the gateway takes. */
    TOO_LARGE,
    /** The client left before the answer came. */
    ABANDONED,
    /** It was not sent, because too many were under way or most of the latest ones had failed. */
    NOT_SENT
}
