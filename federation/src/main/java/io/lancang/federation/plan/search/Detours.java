package io.lancang.federation.plan.search;

import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.Slot;
import io.lancang.federation.plan.tree.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a plan has objects from a subgraph though there is another way: by a root field that other subgraphs have too, by
 * a list that other subgraphs brought as well, though all of it could come from there or its objects enter by a key, or
 * only to go on from there, for keys and requirements, with nothing that the client selected. The search
 * took the way that was cheapest for what came next, without regard to what came later, so that the plan can be cheaper if
 * such a way is closed. Objects of interfaces and unions are left out: closing one way to them changes of which types they
 * can be.
 */
final class Detours {
    private final PlanGraph graph;
    private final PlanState state;
    private final List<Detour> found = new ArrayList<>();

    /** A way to the objects of a position. */
    record Detour(Position position, Way way) {
        void close() {
            position.close(way);
        }

        void open() {
            position.open(way);
        }
    }

    private Detours(PlanGraph graph, PlanState state) {
        this.graph = graph;
        this.state = state;
    }

    /** Those of the steps of the block at which the state is to which there is another way. */
    static List<Detour> of(PlanGraph graph, PlanState state) {
        Detours detours = new Detours(graph, state);
        for (Step step : state.steps()) {
            if (step.block() == state.block()) {
                detours.visit(step.root());
            }
        }
        return detours.found;
    }

    private void visit(Node node) {
        if (graph.isAbstract(node.position().typeName())) {
            return;
        }
        Slot above = node.position().slot();
        Way way = above == null ? null : spareWay(node, above);
        if (way != null) {
            found.add(new Detour(node.position(), way));
        } else if (above == null || !isForInputsOnly(node)) {
            for (Node.Taken taken : node.taken().values()) {
                if (taken.child() != null) {
                    visit(taken.child());
                }
            }
        }
    }

    /** How the plan has the objects, if it may be cheaper without that; otherwise null. */
    private @Nullable Way spareWay(Node node, Slot above) {
        int subgraph = node.step().subgraph();
        if (node.parent() != null) {
            boolean ofRootField = above.position().slot() == null;
            return isElsewhere(above) && (ofRootField || isJoined(node, above) || isForInputsOnly(node))
                    ? Way.byField(subgraph)
                    : null;
        }
        return node.step().entry() != null && isForInputsOnly(node) && isEntryReplaceable(node, above)
                ? Way.byEntry(subgraph)
                : null;
    }

    /** Whether other subgraphs have the objects of a list as well: they brought the list, or its objects enter them. */
    private boolean isJoined(Node node, Slot above) {
        return graph.isList(above.coordinate())
                && state.at(node.position()).nodes().stream().anyMatch(other -> other != node);
    }

    private boolean isForInputsOnly(Node node) {
        return !graph.isAbstract(node.position().typeName())
                && node.taken().entrySet().stream()
                        .allMatch(taken -> taken.getValue().child() == null
                                ? taken.getKey().clientDemand().alternatives().isEmpty()
                                : isForInputsOnly(taken.getValue().child()));
    }

    /** Whether what the step brings can come from another subgraph, or from the same one by the field above. */
    private boolean isEntryReplaceable(Node root, Slot above) {
        return graph.access(above.parentType(), above.name(), root.step().subgraph()) != null
                || root.taken().keySet().stream().allMatch(this::isElsewhere);
    }

    /** Whether several subgraphs have the field. */
    private boolean isElsewhere(Slot slot) {
        return slot.isTypename()
                || graph.accesses(slot.parentType(), slot.name()).stream()
                                .filter(Objects::nonNull)
                                .count()
                        > 1;
    }
}
