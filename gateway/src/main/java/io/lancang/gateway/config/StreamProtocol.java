package io.lancang.gateway.config;

/** Protocols on which subgraphs give events. */
public enum StreamProtocol {
    /** WebSocket with the sub-protocol {@code graphql-transport-ws}. */
    WEBSOCKET,
    /** Server-sent events, one connection a subscription (graphql-sse, distinct connections mode). */
    SSE
}
