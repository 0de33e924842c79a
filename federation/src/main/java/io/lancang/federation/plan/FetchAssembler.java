package io.lancang.federation.plan;

import io.lancang.federation.operation.Conditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns steps into fetches: entity calls of one level into the same subgraph go out as one request. Levels rise along every
 * dependency, so that no such request waits for itself.
 */
final class FetchAssembler {
    private final PlanGraph graph;
    private final SelectionWriter selections = new SelectionWriter();
    private final List<Fetch> fetches = new ArrayList<>();

    FetchAssembler(PlanGraph graph) {
        this.graph = graph;
    }

    private record Request(int level, int subgraph) {}

    /** The fetches of all steps that were added. */
    List<Fetch> fetches() {
        return Dependencies.reduce(fetches);
    }

    /** Adds the fetches of steps. Those of root fields wait for all fetches that were added before. */
    void add(List<Step> steps) {
        int first = fetches.size();
        Map<Step, Integer> fetchOf = new HashMap<>();
        for (Step step : rootSteps(steps)) {
            fetchOf.put(step, fetches.size());
            fetches.add(rootFetch(step, first));
        }
        requests(steps).forEach((request, groups) -> {
            Set<Integer> after = new LinkedHashSet<>();
            for (CallGroup group : groups) {
                for (Step step : group.steps()) {
                    CallGroup.entry(step)
                            .inputs()
                            .forEach(input -> after.add(fetchOf.get(input.node().step())));
                    fetchOf.put(step, fetches.size());
                }
            }
            List<EntityCall> calls = groups.stream().map(this::call).toList();
            fetches.add(new EntityFetch(
                    fetches.size(),
                    graph.subgraphName(request.subgraph()),
                    after.stream().sorted().toList(),
                    calls));
        });
    }

    /** In the order in which the client selected their first fields. */
    private static List<Step> rootSteps(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.entry() == null)
                .sorted(Comparator.comparingInt(step -> step.root().taken().keySet().stream()
                        .mapToInt(Slot::order)
                        .min()
                        .orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private static Map<Request, List<CallGroup>> requests(List<Step> steps) {
        List<CallGroup> groups = new ArrayList<>(MergeSteps.apply(steps));
        groups.forEach(group -> group.steps().sort(Comparator.comparingInt(steps::indexOf)));
        groups.sort(Comparator.comparingInt(CallGroup::level)
                .thenComparingInt(group -> steps.indexOf(group.steps().getFirst())));
        Map<Request, List<CallGroup>> requests = new LinkedHashMap<>();
        for (CallGroup group : groups) {
            requests.computeIfAbsent(new Request(group.level(), group.subgraph()), key -> new ArrayList<>())
                    .add(group);
        }
        return requests;
    }

    private RootFetch rootFetch(Step step, int earlier) {
        List<Integer> after = new ArrayList<>();
        for (int id = 0; id < earlier; id++) {
            after.add(id);
        }
        Conditions common = step.root().wholeDemand().common();
        return new RootFetch(
                fetches.size(),
                graph.subgraphName(step.subgraph()),
                after,
                selections.write(List.of(step), common),
                common);
    }

    private EntityCall call(CallGroup group) {
        Demand demand = new Demand();
        group.steps().forEach(step -> demand.addAll(step.root().wholeDemand()));
        Conditions common = demand.common();
        return new EntityCall(
                path(group.position()),
                RepresentationWriter.write(group.steps()),
                selections.write(group.steps(), common),
                common);
    }

    private static List<PathStep> path(Position position) {
        Slot slot = position.slot();
        if (slot == null) {
            return List.of();
        }
        List<PathStep> path = new ArrayList<>(path(slot.position()));
        boolean everyType = slot.parentType().equals(slot.position().typeName());
        path.add(new PathStep(everyType ? Set.of() : Set.of(slot.parentType()), slot.mergeKey()));
        return path;
    }
}
