package io.lancang.federation.execute;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.json.ByteSink;
import io.lancang.federation.execute.json.JsonWriter;
import io.lancang.federation.execute.request.IntrospectionRequest;
import io.lancang.federation.operation.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers what an operation asks about the API schema itself. Unless variables are involved, the answer is found once and
 * kept. Thread-safe: two threads may find the same answer at the same time.
 */
final class Introspection {
    private static final Answer NOTHING = new Answer(Map.of(), List.of());

    private final @Nullable IntrospectionRequest request;
    private final GraphQL schema;
    private volatile @Nullable Answer kept;

    /**
     * @param schema executes introspection on the API schema
     */
    Introspection(Operation operation, GraphQL schema) {
        this.request = IntrospectionRequest.of(operation).orElse(null);
        this.schema = schema;
    }

    /**
     * An answer about the schema.
     *
     * @param fields JSON values by response key
     */
    record Answer(Map<String, byte[]> fields, List<GraphQLError> errors) {}

    Answer answer(Map<String, @Nullable Object> variables) {
        if (request == null) {
            return NOTHING;
        }
        Answer known = kept;
        if (known != null) {
            return known;
        }
        Answer found = find(request, variables);
        if (!request.usesVariables()) {
            kept = found;
        }
        return found;
    }

    private Answer find(IntrospectionRequest asked, Map<String, @Nullable Object> variables) {
        ExecutionResult result = schema.execute(ExecutionInput.newExecutionInput(asked.document())
                .variables(variables)
                .build());
        Map<String, byte[]> fields = new HashMap<>();
        if (result.isDataPresent() && result.getData() instanceof Map<?, ?> data) {
            data.forEach((key, value) -> fields.put(String.valueOf(key), json(value)));
        }
        return new Answer(
                fields,
                result.getErrors().stream()
                        .map(error -> GraphQLError.of(ErrorCode.LIMIT_EXCEEDED, error.getMessage()))
                        .toList());
    }

    private static byte[] json(@Nullable Object value) {
        ByteSink sink = new ByteSink(256);
        JsonWriter.write(value, sink);
        return sink.toByteArray();
    }
}
