package io.lancang.federation.operation.document;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.message.ErrorList;
import io.lancang.federation.operation.message.SourcePlaces;

/**
 * Holds a document to the names that begin with two underscores, which the specification reserves for introspection. As
 * aliases they are refused: answers are merged by {@code __typename}, which therefore must mean one thing everywhere. As fields
 * they are refused where introspection is switched off, but for {@code __typename}.
 */
final class ReservedNames {
    private final boolean introspection;
    private final ErrorList errors;

    private ReservedNames(boolean introspection, ErrorList errors) {
        this.introspection = introspection;
        this.errors = errors;
    }

    static void find(Document document, boolean introspection, ErrorList errors) {
        new ReservedNames(introspection, errors).visit(document);
    }

    private void visit(Node<?> node) {
        if (node instanceof Field field) {
            check(field);
        }
        for (Node<?> child : node.getChildren()) {
            if (errors.isFull()) {
                return;
            }
            visit(child);
        }
    }

    private void check(Field field) {
        String alias = field.getAlias();
        if (alias != null && alias.startsWith("__") && !alias.equals(field.getName())) {
            refuse(
                    field,
                    "The alias " + alias + " is reserved for introspection. Choose one without leading underscores.");
        }
        if (!introspection
                && (field.getName().equals("__schema") || field.getName().equals("__type"))) {
            refuse(
                    field,
                    "Introspection is switched off, so " + field.getName()
                            + " cannot be asked for. Get the schema from those who run this API; __typename can be"
                            + " asked for.");
        }
    }

    private void refuse(Field field, String message) {
        errors.add(GraphQLError.of(ErrorCode.GRAPHQL_VALIDATION_FAILED, message).at(SourcePlaces.of(field)));
    }
}
