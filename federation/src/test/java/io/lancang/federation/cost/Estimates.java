package io.lancang.federation.cost;

import io.lancang.federation.CostEstimate;
import io.lancang.federation.CostOptions;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.PlannerOptions;
import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.Composed;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationResult;
import io.lancang.federation.operation.Operations;
import io.lancang.federation.operation.Variables;
import io.lancang.federation.operation.VariablesResult;
import io.lancang.federation.plan.QueryPlanner;
import io.lancang.federation.supergraph.Supergraph;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Estimates operations on a supergraph without running them. */
public final class Estimates {
    private final Supergraph supergraph;
    private final Operations operations;
    private final Variables variables;
    private final QueryPlanner planner;
    private final OperationCosts costs;

    private Estimates(Supergraph supergraph, CostOptions options) {
        this.supergraph = supergraph;
        operations = new Operations(supergraph.apiSchema(), OperationLimits.DEFAULT, 1_000_000);
        variables = new Variables(supergraph.apiSchema());
        planner = new QueryPlanner(supergraph, PlannerOptions.DEFAULT);
        costs = new OperationCosts(supergraph, options);
    }

    /** On subgraphs composed; lists have 10 items where nothing else is said. */
    static Estimates of(SubgraphDefinition... subgraphs) {
        return of(Composed.of(subgraphs).supergraph());
    }

    /** On a supergraph. */
    public static Estimates of(String supergraph) {
        return new Estimates(Supergraph.parse(supergraph), CostOptions.OFF.enforcing(Long.MAX_VALUE));
    }

    /** With other options. */
    public Estimates with(CostOptions changed) {
        return new Estimates(supergraph, changed);
    }

    /** What the whole operation costs. */
    public long total(String query) {
        return estimate(query, Map.of()).total();
    }

    long total(String query, Map<String, ? extends @Nullable Object> sent) {
        return estimate(query, sent).total();
    }

    /** What one request costs. */
    public CostEstimate estimate(String query, Map<String, ? extends @Nullable Object> sent) {
        Operation operation = operation(query);
        return cost(operation).estimate(coerced(operation, sent));
    }

    OperationCost cost(String query) {
        return cost(operation(query));
    }

    private OperationCost cost(Operation operation) {
        return costs.of(operation, planner.plan(operation.deferring(Set.of()), Set.of()));
    }

    private Operation operation(String query) {
        return switch (operations.find(query, null)) {
            case OperationResult.Accepted accepted -> accepted.operation();
            case OperationResult.Refused refused -> throw new AssertionError(refused.errors());
        };
    }

    private Map<String, @Nullable Object> coerced(Operation operation, Map<String, ? extends @Nullable Object> sent) {
        return switch (variables.coerce(operation, sent)) {
            case VariablesResult.Coerced coerced -> coerced.values();
            case VariablesResult.Refused refused -> throw new AssertionError(refused.errors());
        };
    }
}
