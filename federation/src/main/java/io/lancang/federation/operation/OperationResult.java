package io.lancang.federation.operation;

import io.lancang.federation.error.GraphQLError;
import java.util.List;

/** What became of a client's document: an operation to run, or the reasons not to. */
public sealed interface OperationResult {
    /** The document is valid and the operation is one of it. */
    record Accepted(Operation operation) implements OperationResult {}

    /**
     * Nothing of the document may run.
     *
     * @param errors at least one
     */
    record Refused(List<GraphQLError> errors) implements OperationResult {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
