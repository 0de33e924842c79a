package io.lancang.federation.operation;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.operation.input.FieldTypes;

/** Turns operations of valid documents into {@link Operation}s. Safe for concurrent use. */
final class OperationNormaliser {
    private final GraphQLSchema schema;
    private final FieldTypes types = new FieldTypes();

    OperationNormaliser(GraphQLSchema schema) {
        this.schema = schema;
    }

    /**
     * One operation of a document.
     *
     * @throws io.lancang.federation.budget.OutOfTimeException if that takes too long
     */
    Operation normalise(Document document, OperationDefinition operation, TimeBudget budget) {
        return new NormalisingRun(schema, types, document, budget).normalise(operation);
    }
}
