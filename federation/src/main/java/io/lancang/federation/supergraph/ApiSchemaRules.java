package io.lancang.federation.supergraph;

import graphql.schema.GraphQLSchema;
import graphql.schema.validation.InvalidSchemaException;
import graphql.schema.validation.SchemaValidationError;
import graphql.schema.validation.SchemaValidator;
import java.util.Collection;

/** The rules of the GraphQL specification for a schema, but for those that its types cannot be built without. */
final class ApiSchemaRules {
    private ApiSchemaRules() {}

    static void check(GraphQLSchema schema) {
        Collection<SchemaValidationError> broken = new SchemaValidator().validateSchema(schema);
        if (!broken.isEmpty()) {
            InvalidSchemaException invalid = new InvalidSchemaException(broken);
            throw new SupergraphException(0, "", String.valueOf(invalid.getMessage()));
        }
    }
}
