package io.lancang.federation.operation;

import graphql.language.VariableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's operation, valid against the API schema and normalised: named fragments inlined, literal
 * {@code @skip}/{@code @include} resolved. It holds no values of variables, so it serves every request with the same text.
 *
 * @param rootType name of the root type in the API schema, {@code Query} for instance
 */
public record Operation(
        OperationType type,
        @Nullable String name,
        List<VariableDefinition> variables,
        String rootType,
        SelectionSet selections) {
    public Operation {
        variables = List.copyOf(variables);
    }
}
