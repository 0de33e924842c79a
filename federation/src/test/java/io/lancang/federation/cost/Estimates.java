package io.lancang.federation.cost;

import io.lancang.federation.compose.Composed;
import io.lancang.federation.compose.subgraph.SubgraphDefinition;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationLimits;
import io.lancang.federation.operation.OperationResult;
import io.lancang.federation.operation.Operations;
import io.lancang.federation.operation.Variables;
import io.lancang.federation.operation.VariablesResult;
import io.lancang.federation.plan.PlannerOptions;
import io.lancang.federation.plan.QueryPlanner;
import io.lancang.federation.supergraph.Supergraph;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Estimates operations on a supergraph without running them. */
public final class Estimates {
    private final Supergraph supergraph;
    private final CostOptions options;

    private Estimates(Supergraph supergraph, CostOptions options) {
        this.supergraph = supergraph;
        this.options = options;
    }

    /** On subgraphs composed; lists have 10 items where nothing else is said. */
    static Estimates of(SubgraphDefinition... subgraphs) {
        return of(Composed.of(subgraphs).supergraph());
    }

    /** On a supergraph. */
    public static Estimates of(String supergraph) {
        return new Estimates(Supergraph.parse(supergraph), CostOptions.OFF.enforcing(Long.MAX_VALUE));
    }

    Estimates with(CostOptions changed) {
        return new Estimates(supergraph, changed);
    }

    /** What the whole operation costs. */
    public long total(String query) {
        return estimate(query, Map.of()).total();
    }

    long total(String query, Map<String, ? extends @Nullable Object> variables) {
        return estimate(query, variables).total();
    }

    CostEstimate estimate(String query, Map<String, ? extends @Nullable Object> variables) {
        Operation operation = operation(query);
        return cost(operation).estimate(coerced(operation, variables));
    }

    OperationCost cost(String query) {
        return cost(operation(query));
    }

    private OperationCost cost(Operation operation) {
        return new OperationCosts(supergraph, options)
                .of(
                        operation,
                        new QueryPlanner(supergraph, PlannerOptions.DEFAULT)
                                .plan(operation.deferring(Set.of()), Set.of()));
    }

    private Operation operation(String query) {
        return switch (new Operations(supergraph.apiSchema(), OperationLimits.DEFAULT, 1_000_000).find(query, null)) {
            case OperationResult.Accepted accepted -> accepted.operation();
            case OperationResult.Refused refused -> throw new AssertionError(refused.errors());
        };
    }

    private Map<String, @Nullable Object> coerced(
            Operation operation, Map<String, ? extends @Nullable Object> variables) {
        return switch (new Variables(supergraph.apiSchema()).coerce(operation, variables)) {
            case VariablesResult.Coerced coerced -> coerced.values();
            case VariablesResult.Refused refused -> throw new AssertionError(refused.errors());
        };
    }
}
