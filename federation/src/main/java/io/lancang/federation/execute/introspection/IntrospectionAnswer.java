package io.lancang.federation.execute.introspection;

import io.lancang.federation.error.GraphQLError;
import java.util.List;
import java.util.Map;

/**
 * An answer about the schema, or why there is none.
 *
 * @param fields JSON values by response key; not to be changed
 * @param errors not empty if the operation must not run
 */
public record IntrospectionAnswer(Map<String, byte[]> fields, List<GraphQLError> errors) {
    /** The answer to an operation that asks nothing about the schema. */
    public static final IntrospectionAnswer NOTHING = new IntrospectionAnswer(Map.of(), List.of());

    /** What it takes of the heap. */
    long bytes() {
        return fields.values().stream().mapToLong(value -> 200L + value.length).sum() + 1_000L * errors.size();
    }
}
