package io.lancang.federation.operation.document;

import graphql.Directives;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.message.ErrorList;
import io.lancang.federation.operation.message.SourcePlaces;

/**
 * The directive that graphql-java has in every schema and obeys where it executes itself. Here nothing would come of it, so
 * clients neither see it nor may write it.
 */
public final class LibraryDirectives {
    private LibraryDirectives() {}

    /** Whether graphql-java alone knows what to do with a directive. */
    public static boolean has(String name) {
        return name.equals(Directives.EXPERIMENTAL_DISABLE_ERROR_PROPAGATION_DIRECTIVE_DEFINITION.getName());
    }

    static void find(Document document, ErrorList errors) {
        // It may stand on operations alone; elsewhere graphql-java refuses it.
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            for (Directive directive : operation.getDirectives()) {
                if (has(directive.getName())) {
                    errors.add(GraphQLError.of(
                                    ErrorCode.GRAPHQL_VALIDATION_FAILED,
                                    "Unknown directive '" + directive.getName() + "'")
                            .at(SourcePlaces.of(directive)));
                }
            }
        }
    }
}
