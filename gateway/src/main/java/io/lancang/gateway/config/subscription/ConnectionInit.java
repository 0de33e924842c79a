package io.lancang.gateway.config.subscription;

/** What {@code connection_init} carries. */
public enum ConnectionInit {
    /** No payload. The forwarded headers are on the request that opens the connection. */
    EMPTY,
    /** The forwarded headers as members of the payload as well, for subgraphs that look for tokens there. */
    HEADERS
}
