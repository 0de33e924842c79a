package io.lancang.gateway.operation;

import io.lancang.federation.CostEstimate;
import io.lancang.federation.CostListener;
import io.lancang.federation.OperationType;
import io.lancang.gateway.limits.rate.Spending;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * What one operation is estimated to cost, to be taken of what its client has, and what it really cost, if that is counted. Of a
 * subscription the estimate is what one event costs; it is taken when the stream begins, and nothing of it is given back.
 */
final class CostNote implements CostListener {
    private final Spending spending;
    private final boolean isStream;
    private long estimated;

    CostNote(Spending spending, @Nullable OperationType type) {
        this.spending = spending;
        this.isStream = type == OperationType.SUBSCRIPTION;
    }

    @Override
    public void estimated(CostEstimate estimate) {
        estimated = estimate.total();
    }

    @Override
    public void spent(long actual) {
        if (!isStream) {
            spending.spent(actual);
        }
    }

    /** Takes the estimate. Fails if the client has too little left. */
    Future<Void> take() {
        return spending.take(estimated);
    }
}
