package io.lancang.federation.plan.graph;

import io.lancang.federation.supergraph.SubgraphField;

/**
 * A field as a subgraph offers it to objects of some type.
 *
 * @param hostType the type on which the subgraph has it: the object type itself, or an interface object that stands for it
 * @param atHand whether the subgraph resolves it wherever it has the object; otherwise only where it is provided
 * @param typeName the core of its type in the subgraph
 */
public record FieldAccess(String hostType, SubgraphField field, boolean atHand, String typeName) {
    public Needs needs() {
        return new Needs(field.requires(), field.contextArguments());
    }
}
