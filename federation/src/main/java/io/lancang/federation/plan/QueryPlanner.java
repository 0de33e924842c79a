package io.lancang.federation.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lancang.federation.OperationType;
import io.lancang.federation.PlannerOptions;
import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.assemble.FetchAssembler;
import io.lancang.federation.plan.assemble.StepRule;
import io.lancang.federation.plan.graph.OperationLabels;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.search.PlanSearch;
import io.lancang.federation.plan.search.PlanState;
import io.lancang.federation.plan.search.SearchBudget;
import io.lancang.federation.plan.tree.Block;
import io.lancang.federation.plan.tree.FieldSetParts;
import io.lancang.federation.plan.tree.OperationTree;
import io.lancang.federation.plan.tree.RootFieldGroup;
import io.lancang.federation.plan.tree.SequenceMutations;
import io.lancang.federation.supergraph.Supergraph;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Plans operations on one supergraph. Remembers the supergraph as each set of override labels leaves it, and no plans: who
 * runs a plan keeps it with what it makes of it. Safe for concurrent use.
 */
public final class QueryPlanner {
    /** Requests choose among few sets of labels: one for each combination of the supergraph's progressive overrides. */
    private static final int CACHED_GRAPHS = 64;

    private final Supergraph supergraph;
    private final PlannerOptions options;
    private final LongSupplier nanoTime;
    private final Cache<Set<String>, PlanGraph> graphs;

    public QueryPlanner(Supergraph supergraph, PlannerOptions options) {
        this(supergraph, options, System::nanoTime);
    }

    QueryPlanner(Supergraph supergraph, PlannerOptions options, LongSupplier nanoTime) {
        this.supergraph = supergraph;
        this.options = options;
        this.nanoTime = nanoTime;
        this.graphs = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(CACHED_GRAPHS)
                .build();
    }

    /** Whether any plan depends on a label. */
    public boolean knowsLabels() {
        return !supergraph.overrideLabels().isEmpty();
    }

    /** The labels of progressive overrides on which the plan of an operation can depend. */
    public Set<String> labels(Operation operation) {
        return OperationLabels.of(supergraph, operation.selections());
    }

    /**
     * The plan of an operation while no progressive override is in force.
     *
     * @throws PlanningException if there is none
     */
    public QueryPlan plan(Operation operation) {
        return plan(operation, Set.of());
    }

    /**
     * The plan of an operation.
     *
     * @param activeLabels which {@link #labels} are in force for this request; others change nothing
     * @throws PlanningException if there is none
     */
    public QueryPlan plan(Operation operation, Set<String> activeLabels) {
        return plan(operation, activeLabels, TimeBudget.unlimited());
    }

    /**
     * As {@link #plan(Operation, Set)}, as part of a preparation that may take some time in all. Planning has six stages, which
     * stand below in their order: sequence, tree, search, cheapest, rewrite, assemble.
     *
     * @throws PlanningException if there is no plan
     * @throws io.lancang.federation.budget.OutOfTimeException if there is not enough time
     */
    public QueryPlan plan(Operation operation, Set<String> activeLabels, TimeBudget time) {
        PlanGraph graph = graphs.get(activeLabels, labels -> new PlanGraph(supergraph, labels));
        SearchBudget budget =
                new SearchBudget(options.maxChoices(), options.maxDuration(), options.maxFirstPlan(), nanoTime, time);
        FetchAssembler assembler = new FetchAssembler(graph, operation, options.maxSlots());
        for (RootFieldGroup part : sequence(graph, operation)) {
            Found found = cheapest(
                    part.choices(), roots -> search(graph, tree(graph, operation.rootType(), part), roots, budget));
            rewrite(found);
            assemble(found, operation.type(), assembler);
        }
        return assembler.plan(operation.type(), budget.isOutOfTime());
    }

    /** The steps that were found, for what they are, and the parts of keys and contexts that are known by then. */
    private record Found(PlanState state, OperationTree tree, FieldSetParts parts) {}

    /** Root fields that are answered together, one group after the other. */
    private static List<RootFieldGroup> sequence(PlanGraph graph, Operation operation) {
        if (operation.type() == OperationType.MUTATION) {
            return SequenceMutations.apply(graph, operation);
        }
        BitSet all = new BitSet();
        all.set(0, graph.subgraphs());
        return List.of(new RootFieldGroup(operation.selections(), List.of(all)));
    }

    /** What a group needs, merged and rewritten. A search notes its own in it, so that each gets a tree of its own. */
    private OperationTree tree(PlanGraph graph, String rootType, RootFieldGroup part) {
        return new OperationTree(graph, rootType, part.selections(), options.maxSlots());
    }

    /** The cheapest steps that begin in some of the subgraphs. */
    private static Found search(PlanGraph graph, OperationTree tree, BitSet roots, SearchBudget budget) {
        PlanState state = new PlanState(graph, 0, roots, tree.blocks().getFirst());
        FieldSetParts fieldSets = new FieldSetParts(graph, tree.size());
        for (Block block : tree.blocks()) {
            // Each for itself: what comes later must not make what comes first dearer.
            state.goOn(block);
            new PlanSearch(graph, state, fieldSets, tree.leaves(block), budget).run();
        }
        return new Found(state, tree, fieldSets);
    }

    /** The cheapest of what is found by each choice of subgraphs to begin in. */
    private static Found cheapest(List<BitSet> choices, Function<BitSet, Found> search) {
        Found cheapest = null;
        PlanningException impossible = new PlanningException(ErrorCode.INTERNAL, "no subgraph has the root fields");
        for (BitSet choice : choices) {
            try {
                Found found = search.apply(choice);
                cheapest = cheapest == null
                                || found.state().cost() < cheapest.state().cost()
                        ? found
                        : cheapest;
            } catch (PlanningException e) {
                // Another subgraph may have all that is selected below a field that both have.
                impossible = e;
            }
        }
        if (cheapest == null) {
            throw impossible;
        }
        return cheapest;
    }

    /** Changes the steps, now that all of them are known. */
    private static void rewrite(Found found) {
        StepRule.ALL.forEach(
                rule -> rule.apply(found.state().steps(), found.tree().proofs()));
    }

    /** Makes requests of the steps, after those of the groups before. */
    private static void assemble(Found found, OperationType type, FetchAssembler assembler) {
        assembler.add(type, found.state().steps(), found.tree().blocks(), found.parts());
    }
}
