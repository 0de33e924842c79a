package io.lancang.federation.plan.search;

import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.search.Option.Host;
import io.lancang.federation.plan.tree.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which subgraphs come into question for a leaf, and in which order they are tried: apart from what is answered before, where the leaf
 * is deferred and has such a way, and otherwise from wherever it is. Owned by one planning run.
 */
final class Candidates {
    private final PlanGraph graph;
    private final PlanState state;
    private final OptionFinder finder;
    private final DeferrableLeaves deferrable;

    Candidates(PlanGraph graph, PlanState state, OptionFinder finder, DeferrableLeaves deferrable) {
        this.graph = graph;
        this.state = state;
        this.finder = finder;
        this.deferrable = deferrable;
    }

    /** The ways that come into question for a leaf, the best first; none if there is no way at all. */
    List<Host> of(Slot leaf) {
        if (deferrable.isApart(leaf)) {
            List<Host> apart = of(leaf, Use.DEFERRED);
            apart.removeIf(DeferrableLeaves::needsItself);
            if (!apart.isEmpty()) {
                return apart;
            }
        }
        return of(leaf, Use.ANY);
    }

    /** The way that a subgraph has to a leaf, as one of {@link #of}; null if it has none. */
    @Nullable
    Host in(int subgraph, Slot leaf) {
        Host apart = deferrable.isApart(leaf) ? finder.host(leaf, subgraph, Use.DEFERRED) : null;
        return apart == null || DeferrableLeaves.needsItself(apart) ? finder.host(leaf, subgraph, Use.ANY) : apart;
    }

    private List<Host> of(Slot leaf, Use use) {
        List<Host> candidates = new ArrayList<>();
        for (int subgraph = 0; subgraph < graph.subgraphs(); subgraph++) {
            Host host = finder.host(leaf, subgraph, use);
            if (host != null) {
                candidates.add(host);
            }
        }
        if (candidates.size() > 1 && !candidates.stream().allMatch(DeferrableLeaves::needsItself)) {
            // What a key begins with is there before anything is asked by that key.
            candidates.removeIf(DeferrableLeaves::needsItself);
        }
        // One more subgraph that answers with an interface or union narrows what the objects can be, so that what
        // others bring of them may have been brought in vain.
        candidates.sort((narrows(leaf)
                        ? Comparator.comparingInt(Host::cost).thenComparing(HostFinder.BY_RANK)
                        : HostFinder.BY_RANK)
                // What nothing else waits for can join a later request to the same subgraph.
                .thenComparing(host -> !state.asks(host.option().subgraph())));
        return candidates;
    }

    /** Whether every subgraph that answers the leaf answers objects of an interface or union, whatever their type. */
    private boolean narrows(Slot leaf) {
        for (Slot slot = leaf; slot != null; slot = slot.position().slot()) {
            if (graph.isAbstract(slot.parentType())) {
                return true;
            }
        }
        return false;
    }
}
