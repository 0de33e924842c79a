package io.lancang.federation.operation;

import graphql.language.Argument;
import graphql.language.Type;
import java.util.List;

/**
 * A field of the client's operation.
 *
 * @param responseKey the key in the client's answer: the alias, or the name without one
 * @param name the field's name in the API schema; {@code __typename} included
 * @param parentType name of the object, interface or union type on which the field is selected
 * @param type the field's type in the API schema
 * @param arguments as the client wrote them, variables unresolved
 * @param conditions those of the field itself
 * @param selections empty for a leaf
 */
public record FieldSelection(
        String responseKey,
        String name,
        String parentType,
        Type<?> type,
        List<Argument> arguments,
        Conditions conditions,
        SelectionSet selections)
        implements Selection {
    public FieldSelection {
        arguments = List.copyOf(arguments);
    }

    /** The same field, selecting these. */
    FieldSelection with(SelectionSet below) {
        return new FieldSelection(responseKey, name, parentType, type, arguments, conditions, below);
    }
}
