package io.lancang.federation.plan.assemble;

import io.lancang.federation.OperationType;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.query.EntityCall;
import io.lancang.federation.plan.query.EntityFetch;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.query.RootFetch;
import io.lancang.federation.plan.search.Step;
import io.lancang.federation.plan.tree.Block;
import io.lancang.federation.plan.tree.ContextParts;
import io.lancang.federation.plan.tree.Demand;
import io.lancang.federation.plan.tree.FieldSetParts;
import io.lancang.federation.plan.tree.Paths;
import io.lancang.federation.plan.tree.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns steps into fetches: entity calls of one level into the same subgraph go out as one request. Levels rise along every
 * dependency, so that no such request waits for itself.
 */
public final class FetchAssembler {
    private final PlanGraph graph;
    private final RepresentationPlanner representations;
    private final ContextVariables variables;
    private final SelectionWriter selections;
    private final List<Fetch> fetches = new ArrayList<>();
    private final DeferredParts answered = new DeferredParts();
    /** Ids of the fetches without deferred ones. */
    private final List<Integer> primary = new ArrayList<>();

    /**
     * An assembler without steps.
     *
     * @param maxFields how many fields all requests together may have
     */
    public FetchAssembler(PlanGraph graph, Operation operation, int maxFields) {
        this.graph = graph;
        representations = new RepresentationPlanner(graph);
        variables = new ContextVariables(operation, representations);
        selections = new SelectionWriter(variables, maxFields);
    }

    /** Steps that go out as one request. */
    private sealed interface Batch {
        Block block();

        int level();

        List<Step> steps();

        record Roots(Step step) implements Batch {
            @Override
            public Block block() {
                return step.block();
            }

            @Override
            public int level() {
                return step.level();
            }

            @Override
            public List<Step> steps() {
                return List.of(step);
            }
        }

        record Entities(Block block, int level, int subgraph, List<CallGroup> groups) implements Batch {
            @Override
            public List<Step> steps() {
                return groups.stream().flatMap(group -> group.steps().stream()).toList();
            }
        }
    }

    private record Request(Block block, int level, int subgraph) {}

    /**
     * The plan of all steps that were added.
     *
     * @param provisional whether the search for them had not enough time
     */
    public QueryPlan plan(OperationType type, boolean provisional) {
        Dependencies dependencies = new Dependencies(fetches);
        return new QueryPlan(
                type,
                dependencies.reduced(),
                answered.primary(dependencies),
                answered.deferred(dependencies),
                provisional);
    }

    /**
     * Adds the fetches of the steps of an operation of some type. Its root fields wait for all fetches added before, but
     * those that are deferred.
     *
     * @param blocks for which the steps are
     * @param parts from which the steps were made
     */
    public void add(OperationType type, List<Step> steps, List<Block> blocks, FieldSetParts parts) {
        ContextParts contexts = new ContextParts(graph, parts);
        List<Integer> before = List.copyOf(primary);
        Map<Step, Integer> fetchOf = new HashMap<>();
        for (Batch batch : batches(steps)) {
            Set<Integer> after = new TreeSet<>();
            for (Step step : batch.steps()) {
                step.inputs()
                        .forEach(input -> after.add(fetchOf.get(input.node().step())));
                fetchOf.put(step, fetches.size());
            }
            if (batch.block().isPrimary()) {
                primary.add(fetches.size());
            }
            fetches.add(
                    switch (batch) {
                        case Batch.Roots(Step step)
                        when step.root().position().slot() == null -> rootFetch(type, step, before);
                        case Batch.Roots(Step step) -> rootFetch(OperationType.QUERY, step, after);
                        case Batch.Entities entities -> entityFetch(entities, after, contexts);
                    });
        }
        answered.add(blocks, fetchOf);
    }

    /** Root fields in the order in which the client selected the first of them, then what waits for them. */
    private static List<Batch> batches(List<Step> steps) {
        List<Step> roots = steps.stream()
                .filter(step -> step.entry() == null)
                .sorted(Comparator.comparingInt(step -> step.root().taken().keySet().stream()
                        .mapToInt(Slot::order)
                        .min()
                        .orElse(Integer.MAX_VALUE)))
                .toList();
        List<CallGroup> calls = MergeSteps.apply(steps);
        List<Batch> batches = new ArrayList<>();
        roots.forEach(root -> batches.add(new Batch.Roots(root)));
        requests(calls, steps)
                .forEach((request, groups) ->
                        batches.add(new Batch.Entities(request.block(), request.level(), request.subgraph(), groups)));
        batches.sort(Comparator.comparingInt(Batch::level));
        return batches;
    }

    private static Map<Request, List<CallGroup>> requests(List<CallGroup> calls, List<Step> steps) {
        Map<Step, Integer> order = new HashMap<>();
        steps.forEach(step -> order.put(step, order.size()));
        List<CallGroup> groups = new ArrayList<>(calls);
        groups.forEach(group -> group.steps().sort(Comparator.comparing(order::get)));
        groups.sort(Comparator.comparingInt(CallGroup::level)
                .thenComparing(group -> order.get(group.steps().getFirst())));
        Map<Request, List<CallGroup>> requests = new LinkedHashMap<>();
        for (CallGroup group : groups) {
            requests.computeIfAbsent(
                            new Request(group.block(), group.level(), group.subgraph()), key -> new ArrayList<>())
                    .add(group);
        }
        return requests;
    }

    private EntityFetch entityFetch(Batch.Entities batch, Collection<Integer> after, ContextParts contexts) {
        return new EntityFetch(
                fetches.size(),
                graph.subgraphName(batch.subgraph()),
                List.copyOf(after),
                batch.groups().stream().map(group -> call(group, contexts)).toList());
    }

    private RootFetch rootFetch(OperationType type, Step step, Collection<Integer> after) {
        Demand demand = step.root().wholeDemand();
        return new RootFetch(
                fetches.size(),
                graph.subgraphName(step.subgraph()),
                List.copyOf(after),
                type,
                Paths.of(step.root().position()),
                selections.write(List.of(step), demand.common()),
                demand.when());
    }

    private EntityCall call(CallGroup group, ContextParts contexts) {
        Demand demand = group.demand();
        return new EntityCall(
                Paths.of(group.position()),
                representations.write(group.steps()),
                selections.write(group.steps(), demand.common()),
                demand.when(),
                variables.of(group.steps(), contexts));
    }
}
