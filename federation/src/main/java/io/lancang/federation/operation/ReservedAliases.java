package io.lancang.federation.operation;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses aliases that begin with two underscores. The specification reserves such names for introspection, and answers are
 * merged by {@code __typename}, which therefore must mean one thing everywhere.
 */
final class ReservedAliases {
    private ReservedAliases() {}

    static List<GraphQLError> find(Document document) {
        List<GraphQLError> errors = new ArrayList<>();
        visit(document, errors);
        return errors;
    }

    private static void visit(Node<?> node, List<GraphQLError> errors) {
        if (node instanceof Field field
                && field.getAlias() != null
                && field.getAlias().startsWith("__")
                && !field.getAlias().equals(field.getName())) {
            errors.add(GraphQLError.of(
                            ErrorCode.GRAPHQL_VALIDATION_FAILED,
                            "The alias " + field.getAlias()
                                    + " is reserved for introspection. Choose one without leading underscores.")
                    .at(DocumentValidator.place(field.getSourceLocation())));
        }
        node.getChildren().forEach(child -> visit(child, errors));
    }
}
