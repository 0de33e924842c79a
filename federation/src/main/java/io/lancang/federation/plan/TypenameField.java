package io.lancang.federation.plan;

import graphql.language.NonNullType;
import graphql.language.TypeName;
import io.lancang.federation.supergraph.SubgraphField;

/** The field that every subgraph has on every type. */
final class TypenameField {
    static final String NAME = "__typename";

    private static final SubgraphField FIELD =
            SubgraphField.plain(NAME, new NonNullType(new TypeName("String")), SubgraphField.Resolution.ALWAYS);

    private TypenameField() {}

    static FieldAccess on(String typeName) {
        return new FieldAccess(typeName, FIELD, true, "String");
    }
}
