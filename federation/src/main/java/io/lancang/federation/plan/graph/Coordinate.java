package io.lancang.federation.plan.graph;

/**
 * A field of a type of the supergraph.
 *
 * @param type that has it
 */
public record Coordinate(String type, String field) {}
