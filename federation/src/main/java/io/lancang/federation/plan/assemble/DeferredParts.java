package io.lancang.federation.plan.assemble;

import io.lancang.federation.plan.query.DeferredPart;
import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.plan.search.Node;
import io.lancang.federation.plan.search.Step;
import io.lancang.federation.plan.tree.Block;
import io.lancang.federation.plan.tree.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds out for which fetches each part of the answer has to wait. Owned by one planning run. */
final class DeferredParts {
    private final Set<Integer> first = new TreeSet<>();
    private final Map<Block, Set<Integer>> later = new LinkedHashMap<>();

    /** Adds the parts of an operation or of some of its root fields. */
    void add(List<Block> blocks, Map<Step, Integer> fetchOf) {
        Map<Block, Set<Integer>> awaited = new HashMap<>();
        fetchOf.forEach((step, fetch) -> note(step.root(), fetch, awaited));
        for (Block block : blocks) {
            Set<Integer> fetches = awaited.getOrDefault(block, Set.of());
            if (block.isPrimary()) {
                first.addAll(fetches);
            } else {
                later.put(block, fetches);
            }
        }
    }

    private static void note(Node node, Integer fetch, Map<Block, Set<Integer>> awaited) {
        node.taken().forEach((slot, taken) -> {
            if (taken.child() == null) {
                slot.demandByBlock()
                        .keySet()
                        .forEach(block -> awaited.computeIfAbsent(block, added -> new TreeSet<>())
                                .add(fetch));
            } else {
                note(taken.child(), fetch, awaited);
            }
        });
    }

    List<Integer> primary(Dependencies dependencies) {
        return dependencies.reduce(first);
    }

    List<DeferredPart> deferred(Dependencies dependencies) {
        List<DeferredPart> parts = new ArrayList<>();
        later.forEach((block, fetches) -> {
            Block around = block.parent();
            parts.add(new DeferredPart(
                    block.deferral().id(),
                    block.deferral().label(),
                    around == null || around.isPrimary()
                            ? DeferredPart.PRIMARY
                            : around.deferral().id(),
                    block.places().stream()
                            .map(Paths::of)
                            .sorted(PlanPrinter.BY_PATH)
                            .toList(),
                    dependencies.reduce(fetches)));
        });
        return Collections.unmodifiableList(parts);
    }
}
