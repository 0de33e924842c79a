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
import java.util.ArrayList;
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

    /** Asked one by one, so that graphql-java's guard against bloated introspection weighs each for itself. */
    private final List<IntrospectionRequest> requests;

    private final GraphQL schema;
    private volatile @Nullable Answer kept;

    /**
     * @param schema executes introspection on the API schema
     */
    Introspection(Operation operation, GraphQL schema) {
        this.requests = IntrospectionRequest.of(operation);
        this.schema = schema;
    }

    /**
     * An answer about the schema.
     *
     * @param fields JSON values by response key
     */
    record Answer(Map<String, byte[]> fields, List<GraphQLError> errors) {}

    Answer answer(Map<String, @Nullable Object> variables) {
        if (requests.isEmpty()) {
            return NOTHING;
        }
        Answer known = kept;
        if (known != null) {
            return known;
        }
        Answer found = find(variables);
        if (requests.stream().noneMatch(IntrospectionRequest::usesVariables)) {
            kept = found;
        }
        return found;
    }

    private Answer find(Map<String, @Nullable Object> variables) {
        Map<String, byte[]> fields = new HashMap<>();
        List<GraphQLError> errors = new ArrayList<>();
        for (IntrospectionRequest request : requests) {
            ExecutionResult result = schema.execute(ExecutionInput.newExecutionInput(request.document())
                    .variables(variables)
                    .build());
            if (result.isDataPresent() && result.getData() instanceof Map<?, ?> data) {
                data.forEach((key, value) -> fields.put(String.valueOf(key), json(value)));
            }
            result.getErrors()
                    .forEach(error -> errors.add(GraphQLError.of(ErrorCode.LIMIT_EXCEEDED, error.getMessage())));
        }
        return new Answer(fields, errors);
    }

    private static byte[] json(@Nullable Object value) {
        ByteSink sink = new ByteSink(256);
        JsonWriter.write(value, sink);
        return sink.toByteArray();
    }
}
