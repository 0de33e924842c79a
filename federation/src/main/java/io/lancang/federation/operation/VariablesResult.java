package io.lancang.federation.operation;

import io.lancang.federation.error.GraphQLError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of the values that a client sent for its variables. */
public sealed interface VariablesResult {
    /**
     * The values fit.
     *
     * @param values JSON values by variable, defaults applied; a variable without value and default is absent
     */
    record Coerced(Map<String, @Nullable Object> values) implements VariablesResult {
        public Coerced {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * The operation must not run.
     *
     * @param errors at least one
     */
    record Refused(List<GraphQLError> errors) implements VariablesResult {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
