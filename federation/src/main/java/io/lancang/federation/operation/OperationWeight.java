package io.lancang.federation.operation;

import graphql.language.Argument;
import graphql.language.Node;
import graphql.language.StringValue;
import graphql.language.VariableDefinition;
import java.util.List;

/**
 * What a normalised operation keeps from being collected. Arguments are parts of the syntax tree, which the operation shares
 * with its document; since the document may be forgotten first, they are counted here too.
 */
public final class OperationWeight {
    private static final int OPERATION_BYTES = 400;
    /** Of a field or fragment, its lists included. Measured by a test. */
    private static final int SELECTION_BYTES = 90;

    private static final int CONDITION_BYTES = 200;
    private static final int NODE_BYTES = 100;

    private OperationWeight() {}

    static long of(OperationResult result) {
        return switch (result) {
            case OperationResult.Accepted accepted -> of(accepted.operation());
            case OperationResult.Refused refused -> DocumentWeight.of(refused.errors());
        };
    }

    /** Bytes of an operation. */
    public static long of(Operation operation) {
        long bytes = OPERATION_BYTES + of(operation.selections());
        for (VariableDefinition variable : operation.variables()) {
            bytes += of(variable);
        }
        return bytes;
    }

    /** Bytes of a field's arguments. */
    public static long of(List<Argument> arguments) {
        long bytes = 0;
        for (Argument argument : arguments) {
            bytes += of(argument);
        }
        return bytes;
    }

    private static long of(SelectionSet selections) {
        long bytes = 0;
        for (Selection selection : selections.selections()) {
            bytes += SELECTION_BYTES + of(selection.selections());
            if (!selection.conditions().isEmpty()) {
                bytes += CONDITION_BYTES;
            }
            if (selection instanceof FieldSelection field) {
                bytes += of(field.arguments());
            }
        }
        return bytes;
    }

    private static long of(Node<?> node) {
        long bytes = NODE_BYTES;
        if (node instanceof StringValue string && string.getValue() != null) {
            bytes += TextWeight.of(string.getValue());
        }
        for (Node<?> child : node.getChildren()) {
            bytes += of(child);
        }
        return bytes;
    }
}
