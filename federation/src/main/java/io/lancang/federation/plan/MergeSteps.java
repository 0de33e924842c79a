package io.lancang.federation.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Merges the steps by which objects of one position enter one subgraph. Steps of the same level become one call. A step
 * that no other waits for joins a later one besides: its fields come later than they could, but nothing else does, and a
 * request is saved. One that others wait for stays where it is, since all that follows would be late.
 */
final class MergeSteps {
    private MergeSteps() {}

    private record Entrance(Block block, Position position, int subgraph) {}

    static List<CallGroup> apply(List<Step> steps) {
        Set<Step> awaited = steps.stream()
                .flatMap(step -> step.inputs().stream())
                .map(input -> input.node().step())
                .collect(Collectors.toSet());
        // The latest first, so that a step finds the later ones that it can join.
        List<Step> latestFirst = new ArrayList<>(steps);
        latestFirst.removeIf(step -> step.entry() == null);
        latestFirst.sort((one, other) -> Integer.compare(other.level(), one.level()));
        Map<Entrance, List<CallGroup>> byEntrance = new LinkedHashMap<>();
        for (Step step : latestFirst) {
            List<CallGroup> same = byEntrance.computeIfAbsent(
                    new Entrance(step.block(), step.root().position(), step.subgraph()), key -> new ArrayList<>());
            same.stream()
                    .filter(group -> group.accepts(step) && (group.level() == step.level() || !awaited.contains(step)))
                    .findFirst()
                    .ifPresentOrElse(group -> group.steps().add(step), () -> same.add(new CallGroup(step)));
        }
        return byEntrance.values().stream().flatMap(List::stream).toList();
    }
}
