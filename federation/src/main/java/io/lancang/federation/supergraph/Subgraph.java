package io.lancang.federation.supergraph;

/**
 * A service of the supergraph.
 *
 * @param ordinal its position among the supergraph's subgraphs in the order of what they have, from 0
 * @param graph the value of {@code join__Graph} that stands for it
 * @param name as given by {@code @join__graph(name:)}
 * @param url where it answers; empty if the supergraph does not say
 */
public record Subgraph(int ordinal, String graph, String name, String url) {}
