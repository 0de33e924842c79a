package io.lancang.federation.engine;

import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.run.CostReport;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether a planned operation may run with what its request sent. */
sealed interface Admission {
    /** It may not. */
    record Refused(List<GraphQLError> errors) implements Admission {}

    /**
     * It may.
     *
     * @param values coerced values by variable
     * @param reports makes the report of each answer; null if none is wanted
     */
    record Admitted(
            Map<String, @Nullable Object> values, @Nullable Supplier<CostReport> reports) implements Admission {
        @Nullable
        CostReport report() {
            return reports == null ? null : reports.get();
        }
    }
}
