package io.lancang.federation.engine;

import io.lancang.federation.OperationType;
import io.lancang.federation.execute.introspection.IntrospectionAnswer;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is ready to run for one request: parsed, validated and planned, with its answers about the schema, or
 * known to be impossible. It belongs to the engine that made it. Immutable.
 */
public final class Preparation {
    private final PreparedOperation operation;
    private final IntrospectionAnswer introspection;
    private final @Nullable PreparationTimes times;

    /** One of which everything was remembered. */
    Preparation(PreparedOperation operation, IntrospectionAnswer introspection) {
        this(operation, introspection, null);
    }

    private Preparation(
            PreparedOperation operation, IntrospectionAnswer introspection, @Nullable PreparationTimes times) {
        this.operation = operation;
        this.introspection = introspection;
        this.times = times;
    }

    /** The same, which took time to make. */
    Preparation taking(PreparationTimes took) {
        return new Preparation(operation, introspection, took);
    }

    /** When its steps were done; null if everything was remembered. */
    public @Nullable PreparationTimes times() {
        return times;
    }

    PreparedOperation operation() {
        return operation;
    }

    IntrospectionAnswer introspection() {
        return introspection;
    }

    /** What kind of operation it is; null if it cannot be run. */
    public @Nullable OperationType operationType() {
        return switch (operation) {
            case PreparedOperation.Planned planned -> planned.operation().type();
            case PreparedOperation.Refused refused -> null;
        };
    }

    /** The name that the operation has in its document; null if it has none, or cannot be run. */
    public @Nullable String operationName() {
        return switch (operation) {
            case PreparedOperation.Planned planned -> planned.operation().name();
            case PreparedOperation.Refused refused -> null;
        };
    }

    /**
     * How a client of this subscription can go on behind an event; null if it cannot, or if this is no subscription that can be run.
     *
     * @param argument of the root field, which takes the place behind which events begin
     * @param field of an event, which says its place
     */
    public @Nullable EventCursor eventCursor(String argument, String field) {
        return switch (operation) {
            case PreparedOperation.Planned planned -> EventCursor.of(planned.operation(), argument, field);
            case PreparedOperation.Refused refused -> null;
        };
    }

    /**
     * Whether a request for this subscription gives an argument of its root field a value that is not null; a variable with a default
     * counts as given. False if this is no subscription that can be run.
     */
    public boolean givesArgument(String argument, GraphQLRequest request) {
        return switch (operation) {
            case PreparedOperation.Planned planned ->
                EventCursor.givesArgument(planned.operation(), argument, request.variables());
            case PreparedOperation.Refused refused -> false;
        };
    }
}
