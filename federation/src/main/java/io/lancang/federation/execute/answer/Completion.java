package io.lancang.federation.execute.answer;

import io.lancang.federation.error.ErrorCode;
import java.util.List;

/** How a field's value becomes JSON in the answer. Compiled from its type in the API schema. */
sealed interface Completion {
    /** Whether null is passed on to the parent. */
    boolean nonNull();

    /** A scalar or an enum. */
    record Leaf(LeafKind kind, boolean nonNull) implements Completion {}

    /** A list. */
    record ListOf(Completion element, boolean nonNull) implements Completion {}

    /** An object, an interface or a union. */
    record Composite(RuntimeTypes types, boolean nonNull) implements Completion {}

    /** {@code __typename}: known as soon as the object's type is. */
    record Constant(byte[] json) implements Completion {
        @Override
        public boolean nonNull() {
            return true;
        }
    }

    /**
     * What no subgraph was asked for, because the client may not see it or because there is no way to it.
     *
     * @param denials what the answer says of it
     */
    record Withheld(List<Denial> denials, boolean nonNull) implements Completion {}

    /**
     * A field without a value.
     *
     * @param below response keys from the field that is answered with null to this one; empty if it is this one
     * @param code of the error
     * @param reason as a sentence
     */
    record Denial(List<String> below, ErrorCode code, String reason) {}

    /** {@code __schema} and {@code __type}, which no subgraph answers. */
    record Introspection(String responseKey, boolean nonNull) implements Completion {}
}
