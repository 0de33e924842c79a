package io.lancang.federation.operation;

import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Objects;

/** The types of the objects that an interface has. */
public final class Implementations {
    private Implementations() {}

    /** Those of the schema that clients see; none where nothing implements the interface. */
    public static List<GraphQLObjectType> of(GraphQLSchema schema, GraphQLInterfaceType type) {
        return Objects.requireNonNull(schema.getImplementations(type), "graphql-java gives an empty list for none");
    }
}
