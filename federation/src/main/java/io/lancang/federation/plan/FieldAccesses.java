package io.lancang.federation.plan;

import graphql.language.NonNullType;
import graphql.language.TypeName;
import io.lancang.federation.supergraph.SubgraphField;

/** Fields that every subgraph has on every type. */
final class FieldAccesses {
    private static final SubgraphField TYPENAME = SubgraphField.plain(
            Slot.TYPENAME, new NonNullType(new TypeName("String")), SubgraphField.Resolution.ALWAYS);

    private FieldAccesses() {}

    static FieldAccess typename(String typeName) {
        return new FieldAccess(typeName, TYPENAME, true, "String");
    }
}
