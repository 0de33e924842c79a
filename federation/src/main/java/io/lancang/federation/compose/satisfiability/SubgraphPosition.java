package io.lancang.federation.compose.satisfiability;

import io.lancang.federation.fieldset.FieldSet;

/**
 * Where a query stands: at an object of a type in a subgraph.
 *
 * @param subgraph the subgraph's name
 * @param type the type's name in that subgraph
 * @param provided the external fields that the subgraph can resolve here all the same, by {@code @provides}
 */
record SubgraphPosition(String subgraph, String type, FieldSet provided) {

    static SubgraphPosition plain(String subgraph, String type) {
        return new SubgraphPosition(subgraph, type, FieldSet.EMPTY);
    }

    /** The same object, known to be of the type. */
    SubgraphPosition as(String objectType) {
        return new SubgraphPosition(subgraph, objectType, provided.on(objectType));
    }
}
