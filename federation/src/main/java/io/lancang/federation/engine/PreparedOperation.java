package io.lancang.federation.engine;

import io.lancang.federation.cost.OperationCost;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.compile.ExecutablePlan;
import io.lancang.federation.execute.introspection.IntrospectionQuery;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.query.QueryPlan;
import java.util.List;

/** What became of a valid operation: everything that can be known about its execution without its variables. */
sealed interface PreparedOperation {
    /** Whether preparing it once more may give a better plan. */
    default boolean isProvisional() {
        return false;
    }

    /**
     * It is planned.
     *
     * @param operation as it is answered, with marks on the fields that are withheld from the client
     * @param cost what it costs
     * @param denials the fields that the client may not see
     * @param attempts how often it was
     */
    record Planned(
            Operation operation,
            QueryPlan plan,
            ExecutablePlan executable,
            IntrospectionQuery introspection,
            OperationCost cost,
            Denials denials,
            int attempts)
            implements PreparedOperation {
        /** Enough for code that was not compiled when the first was made; an operation that is too large stays as it is. */
        private static final int MAX_ATTEMPTS = 3;

        @Override
        public boolean isProvisional() {
            return plan.provisional() && attempts < MAX_ATTEMPTS;
        }
    }

    /** It cannot be run. */
    record Refused(List<GraphQLError> errors) implements PreparedOperation {
        Refused(ErrorCode code, String message) {
            this(List.of(GraphQLError.of(code, message)));
        }
    }
}
