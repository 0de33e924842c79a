package io.lancang.federation.operation.document;

import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import org.jspecify.annotations.Nullable;

/** Which type of the schema an operation starts from. */
public final class OperationRootTypes {
    private OperationRootTypes() {}

    /** Null where the schema has no such operations, which validation refuses. */
    public static @Nullable GraphQLObjectType of(GraphQLSchema schema, OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }
}
