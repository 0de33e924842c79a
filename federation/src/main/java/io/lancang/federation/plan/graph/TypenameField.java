package io.lancang.federation.plan.graph;

import graphql.language.NonNullType;
import graphql.language.TypeName;
import io.lancang.federation.supergraph.SubgraphField;

/** The field that every subgraph has on every type. */
public final class TypenameField {
    public static final String NAME = "__typename";

    private static final SubgraphField FIELD =
            SubgraphField.plain(NAME, new NonNullType(new TypeName("String")), SubgraphField.Resolution.ALWAYS);

    private TypenameField() {}

    public static FieldAccess on(String typeName) {
        return new FieldAccess(typeName, FIELD, true, "String");
    }
}
