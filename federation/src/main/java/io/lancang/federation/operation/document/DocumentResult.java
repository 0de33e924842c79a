package io.lancang.federation.operation.document;

import graphql.language.Document;
import io.lancang.federation.error.GraphQLError;
import java.util.List;

/** A document, valid against the API schema or refused. */
public sealed interface DocumentResult {
    record Valid(Document document) implements DocumentResult {}

    record Invalid(List<GraphQLError> errors) implements DocumentResult {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }
}
