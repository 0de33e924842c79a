package io.lancang.federation.engine;

import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationWeight;
import io.lancang.federation.plan.query.PlanWeight;

/**
 * What a prepared operation keeps from being collected: the operation, which is counted again where its own cache has it too,
 * the plan, and what is compiled of both, what they cost included.
 */
final class PreparedWeight {
    private static final long PREPARED_BYTES = 4_500;
    private static final long REFUSED_BYTES = 600;

    private PreparedWeight() {}

    static long of(Operation asked, PreparedOperation prepared) {
        return switch (prepared) {
            case PreparedOperation.Planned planned -> {
                long operations = OperationWeight.of(asked);
                if (!planned.operation().deferrals().isEmpty()
                        || !asked.deferrals().isEmpty()
                        || !planned.denials().all().isEmpty()) {
                    operations += OperationWeight.of(planned.operation());
                }
                yield PREPARED_BYTES
                        + operations
                        + PlanWeight.of(planned.plan())
                        + planned.cost().weight()
                        + planned.introspection().bytes();
            }
            case PreparedOperation.Refused refused -> REFUSED_BYTES + OperationWeight.of(asked);
        };
    }
}
