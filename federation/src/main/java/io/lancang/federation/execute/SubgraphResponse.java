package io.lancang.federation.execute;

/**
 * A subgraph's answer: any bytes that claim to be a GraphQL response. The engine keeps references into {@code body} until
 * the client's answer is written, so it must not be changed.
 */
public record SubgraphResponse(byte[] body) {}
