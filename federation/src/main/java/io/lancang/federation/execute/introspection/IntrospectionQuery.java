package io.lancang.federation.execute.introspection;

import io.lancang.federation.execute.request.IntrospectionRequest;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.TextWeight;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an operation asks about the schema.
 *
 * @param operation the whole operation
 * @param text the same for all operations that ask the same, however they are written; empty if nothing is asked
 * @param usesVariables whether the answer depends on the request's variables
 */
public record IntrospectionQuery(Operation operation, String text, boolean usesVariables) {
    /** What an operation asks about the schema. */
    public static IntrospectionQuery of(Operation operation) {
        List<IntrospectionRequest> requests = IntrospectionRequest.of(operation);
        return new IntrospectionQuery(
                operation,
                requests.stream().map(IntrospectionRequest::document).collect(Collectors.joining()),
                requests.stream().anyMatch(IntrospectionRequest::usesVariables));
    }

    /** Whether it asks nothing about the schema. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** What it takes of the heap besides the operation. */
    public long bytes() {
        return TextWeight.of(text);
    }
}
