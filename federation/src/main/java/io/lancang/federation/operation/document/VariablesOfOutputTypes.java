package io.lancang.federation.operation.document;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.message.ErrorList;
import io.lancang.federation.operation.message.SourcePlaces;
import io.lancang.federation.supergraph.TypeNames;

/**
 * Refuses variables of types that no value can be given for. graphql-java has this rule too, but fails on a default of such a
 * variable before it comes to it: what has errors here must not be validated there.
 */
final class VariablesOfOutputTypes {
    private VariablesOfOutputTypes() {}

    static void find(Document document, GraphQLSchema schema, ErrorList errors) {
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            for (VariableDefinition variable : operation.getVariableDefinitions()) {
                String name = TypeNames.named(variable.getType());
                GraphQLType type = schema.getType(name);
                if (type != null && !(type instanceof GraphQLInputType)) {
                    errors.add(GraphQLError.of(
                                    ErrorCode.GRAPHQL_VALIDATION_FAILED,
                                    "Variable $" + variable.getName() + " is of type " + name
                                            + ", which is for answers only. A variable is a scalar, an enum or an input"
                                            + " object, or a list of them.")
                            .at(SourcePlaces.of(variable)));
                }
            }
        }
    }
}
