package io.lancang.federation.execute;

/**
 * One GraphQL request to a subgraph.
 *
 * @param subgraph the subgraph's name in the supergraph
 * @param body the JSON body of a GraphQL-over-HTTP POST in UTF-8
 * @param context what the caller of the engine passed for this client request, headers to forward for instance
 */
public record SubgraphRequest(String subgraph, byte[] body, Object context) {}
