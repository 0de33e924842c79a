package io.lancang.federation.operation;

import graphql.language.Argument;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param withheld why the field is not asked for; null if it is
 */
public record FieldSelection(
        String responseKey,
        String name,
        String parentType,
        Type<?> type,
        List<Argument> arguments,
        Conditions conditions,
        SelectionSet selections,
        @Nullable Withheld withheld)
        implements Selection {
    public FieldSelection {
        arguments = List.copyOf(arguments);
    }

    /** A field that is asked for. */
    public FieldSelection(
            String responseKey,
            String name,
            String parentType,
            Type<?> type,
            List<Argument> arguments,
            Conditions conditions,
            SelectionSet selections) {
        this(responseKey, name, parentType, type, arguments, conditions, selections, null);
    }

    /** Whether its value is a list. */
    public boolean isList() {
        return type instanceof ListType
                || (type instanceof NonNullType nonNull && nonNull.getType() instanceof ListType);
    }

    /** The same field, selecting these. */
    public FieldSelection with(SelectionSet below) {
        return new FieldSelection(responseKey, name, parentType, type, arguments, conditions, below, withheld);
    }

    /** The same field, not asked for. */
    public FieldSelection withheld(Withheld reason) {
        return new FieldSelection(responseKey, name, parentType, type, arguments, conditions, selections, reason);
    }
}
