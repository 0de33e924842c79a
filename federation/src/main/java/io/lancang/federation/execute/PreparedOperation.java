package io.lancang.federation.execute;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.QueryPlan;
import java.util.List;

/** What became of a valid operation: everything that can be known about its execution without its variables. */
sealed interface PreparedOperation {
    /** It is planned. */
    record Planned(Operation operation, QueryPlan plan, ExecutablePlan executable, Introspection introspection)
            implements PreparedOperation {}

    /** It cannot be run. */
    record Refused(List<GraphQLError> errors) implements PreparedOperation {
        Refused(ErrorCode code, String message) {
            this(List.of(GraphQLError.of(code, message)));
        }
    }
}
