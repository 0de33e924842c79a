package io.lancang.federation.plan;

import graphql.schema.GraphQLSchema;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.PlannerOptions;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationResult;
import io.lancang.federation.operation.Operations;
import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.supergraph.JoinSpec;
import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.Supergraph;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** Plans a query on a small supergraph and checks the plan on the way. */
public final class Planning {
    private final String sdl;
    private final PlannerOptions options;
    private final Supergraph supergraph;
    private final QueryPlanner planner;
    private final SubgraphSchemas schemas;
    private final Operations operations;

    private Planning(String sdl, Supergraph supergraph, PlannerOptions options) {
        this.sdl = sdl;
        this.options = options;
        this.supergraph = supergraph;
        this.planner = new QueryPlanner(supergraph, options);
        this.schemas = new SubgraphSchemas(supergraph, sdl);
        this.operations = new Operations(supergraph.apiSchema(), OperationLimits.DEFAULT, 100_000);
    }

    /** A supergraph without its header; the subgraphs' names are the values of join__Graph in lower case. */
    public static Planning on(String subgraphs, String definitions) {
        return of(JoinSpec.V0_5 + graphs(subgraphs) + definitions);
    }

    /** As {@link #on}, with a type Mutation. */
    static Planning withMutations(String subgraphs, String definitions) {
        return of(JoinSpec.WITH_MUTATIONS + graphs(subgraphs) + definitions);
    }

    static Planning of(String supergraph) {
        return of(supergraph, PlannerOptions.DEFAULT);
    }

    static Planning of(String supergraph, PlannerOptions options) {
        return of(supergraph, Supergraph.parse(supergraph), options);
    }

    /** On a supergraph that is read already. */
    static Planning of(String sdl, Supergraph supergraph, PlannerOptions options) {
        return new Planning(sdl, supergraph, options);
    }

    /** The same with its text changed. */
    Planning changed(UnaryOperator<String> change) {
        return of(change.apply(sdl), options);
    }

    List<String> subgraphNames() {
        return supergraph.subgraphs().stream().map(Subgraph::name).toList();
    }

    /** The explained plan. */
    String explain(String query) {
        return explain(query, Set.of());
    }

    String explain(String query, Set<String> activeLabels) {
        return PlanPrinter.explain(plan(query, activeLabels));
    }

    /** The explained plan for a client that takes its answer in parts. */
    String explainDeferred(String query) {
        return PlanPrinter.explain(planDeferred(query));
    }

    QueryPlan plan(String query, Set<String> activeLabels) {
        return plan(operation(query).deferring(Set.of()), activeLabels);
    }

    /** The plan, whatever rules it breaks. */
    QueryPlan planUnchecked(String query) {
        return planner.plan(operation(query).deferring(Set.of()), Set.of());
    }

    private QueryPlan plan(Operation operation, Set<String> activeLabels) {
        QueryPlan plan = planner.plan(operation, activeLabels);
        check(operation, plan, activeLabels);
        return plan;
    }

    /** Fails unless the plan is valid for the operation, whichever planner made it. */
    void check(Operation operation, QueryPlan plan, Set<String> activeLabels) {
        try {
            new PlanChecker(supergraph, schemas).check(operation, plan, activeLabels);
        } catch (PlanDefect defect) {
            throw new AssertionError(defect.getMessage() + "\n" + PlanPrinter.explain(plan), defect);
        }
    }

    /** The labels on which a query's plan can depend. */
    public Set<String> labels(String query) {
        return planner.labels(operation(query));
    }

    /** The plan for a client that takes its answer in parts. */
    QueryPlan planDeferred(String query) {
        return plan(operation(query), Set.of());
    }

    /** As {@link #check}, of a plan for a client that takes its answer in parts. */
    void checkDeferred(String query, QueryPlan plan) {
        new PlanChecker(supergraph, schemas).check(operation(query), plan, Set.of());
    }

    /** Throws the first {@link PlanDefect} of a plan, which need not be the planner's own. */
    void check(String query, QueryPlan plan) {
        new PlanChecker(supergraph, schemas).check(operation(query), plan, Set.of());
    }

    /** The schema that clients see. */
    GraphQLSchema apiSchema() {
        return supergraph.apiSchema();
    }

    /** The same supergraph, planned with other options. */
    QueryPlanner planner(PlannerOptions options, LongSupplier nanoTime) {
        return new QueryPlanner(supergraph, options, nanoTime);
    }

    Operation operation(String query) {
        return switch (operations.find(query, null)) {
            case OperationResult.Accepted accepted -> accepted.operation();
            case OperationResult.Refused refused ->
                throw new IllegalArgumentException(refused.errors().toString());
        };
    }

    private static String graphs(String names) {
        StringBuilder graphs = new StringBuilder("enum join__Graph {");
        for (String name : List.of(names.split(" ", -1))) {
            graphs.append(name)
                    .append(" @join__graph(name: \"")
                    .append(name.toLowerCase(Locale.ROOT))
                    .append("\", url: \"\") ");
        }
        return graphs.append("}\n").toString();
    }
}
