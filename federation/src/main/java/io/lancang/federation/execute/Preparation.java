package io.lancang.federation.execute;

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
}
