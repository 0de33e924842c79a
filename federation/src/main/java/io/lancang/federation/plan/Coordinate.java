package io.lancang.federation.plan;

/**
 * A field of a type of the supergraph.
 *
 * @param type that has it
 */
record Coordinate(String type, String field) {}
