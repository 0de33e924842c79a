package io.lancang.federation.execute;

import io.lancang.federation.operation.OperationType;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is ready to run: parsed, validated and planned, or known to be impossible. It belongs to the engine that
 * made it. Immutable.
 */
public final class Preparation {
    private final PreparedOperation operation;

    Preparation(PreparedOperation operation) {
        this.operation = operation;
    }

    PreparedOperation operation() {
        return operation;
    }

    /** What kind of operation it is; null if it cannot be run. */
    public @Nullable OperationType operationType() {
        return switch (operation) {
            case PreparedOperation.Planned planned -> planned.operation().type();
            case PreparedOperation.Refused refused -> null;
        };
    }
}
