package io.lancang.federation.plan.assemble;

import io.lancang.federation.plan.search.Step;
import io.lancang.federation.plan.tree.Block;
import io.lancang.federation.plan.tree.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Merges the steps by which objects enter one subgraph into calls, and gives each call its level: calls of one level go out as
 * one request. Steps of one position become one call. A step goes later than it could where that saves a request or a call,
 * as long as all that waits for it stays where it is; so nothing that the client waits for longest comes any later.
 */
final class MergeSteps {
    private final Map<Step, Integer> latest = new HashMap<>();
    private final Map<Entrance, List<CallGroup>> byEntrance = new LinkedHashMap<>();
    private final Set<Request> requests = new HashSet<>();
    private final int last;

    private record Entrance(Block block, Position position, int subgraph) {}

    private record Request(Block block, int subgraph, int level) {}

    private MergeSteps(int last) {
        this.last = last;
    }

    static List<CallGroup> apply(List<Step> steps) {
        TreeMap<Integer, List<Step>> byLevel = new TreeMap<>(Comparator.reverseOrder());
        steps.forEach(step -> byLevel.computeIfAbsent(step.level(), added -> new ArrayList<>())
                .add(step));
        MergeSteps rule = new MergeSteps(byLevel.isEmpty() ? 0 : byLevel.firstKey());
        // From the last level on, so that it is known of each step when the steps that wait for it go out.
        byLevel.values().forEach(rule::place);
        return rule.byEntrance.values().stream().flatMap(List::stream).toList();
    }

    private void place(List<Step> sameLevel) {
        List<Step> leastChoiceFirst = new ArrayList<>(sameLevel);
        leastChoiceFirst.sort(Comparator.comparingInt(this::latest));
        for (Step step : leastChoiceFirst) {
            int level = step.entry() == null ? step.level() : place(step);
            step.inputs().forEach(input -> latest.merge(input.node().step(), level - 1, Math::min));
        }
    }

    private int latest(Step step) {
        return latest.getOrDefault(step, last);
    }

    /** Puts the step into a call, and answers the call's level. */
    private int place(Step step) {
        List<CallGroup> same = byEntrance.computeIfAbsent(
                new Entrance(step.block(), step.root().position(), step.subgraph()), key -> new ArrayList<>());
        for (CallGroup group : same) {
            if (group.level() >= step.level() && group.level() <= latest(step) && group.accepts(step)) {
                group.steps().add(step);
                return group.level();
            }
        }
        int level = step.level();
        for (int later = level; later <= latest(step); later++) {
            if (requests.contains(new Request(step.block(), step.subgraph(), later))) {
                level = later;
                break;
            }
        }
        requests.add(new Request(step.block(), step.subgraph(), level));
        same.add(new CallGroup(step, level));
        return level;
    }
}
