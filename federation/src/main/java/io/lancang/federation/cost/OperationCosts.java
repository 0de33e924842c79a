package io.lancang.federation.cost;

import io.lancang.federation.CostOptions;
import io.lancang.federation.OperationType;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.supergraph.Supergraph;
import java.util.ArrayList;
import java.util.List;

/** Makes the formulas by which operations on one supergraph are estimated. Immutable and safe to share. */
public final class OperationCosts {
    /** What a mutation costs before anything is selected. */
    static final long MUTATION = 10;

    private final CostModel model;
    private final CostOptions options;

    public OperationCosts(Supergraph supergraph, CostOptions options) {
        this.model = new CostModel(supergraph);
        this.options = options;
    }

    /** What operations may cost. */
    public CostOptions options() {
        return options;
    }

    /** The formulas of an operation and of its plan. */
    public OperationCost of(Operation operation, QueryPlan plan) {
        if (options.mode() == CostOptions.Mode.OFF) {
            return OperationCost.NONE;
        }
        return new OperationCost(total(operation), PlanCosts.of(plan, operation.rootType(), model, options));
    }

    private Cost total(Operation operation) {
        Cost selections = new CostCompiler(model, new ListSizes(options.listSize()))
                .compile(operation.rootType(), operation.selections());
        List<Cost> parts = new ArrayList<>(List.of(selections));
        if (operation.type() == OperationType.MUTATION) {
            parts.add(new Cost.Fixed(MUTATION));
        }
        return Cost.Sum.of(parts);
    }
}
