package io.lancang.federation.plan.search;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.plan.search.Detours.Detour;
import io.lancang.federation.plan.search.Option.Host;
import io.lancang.federation.plan.tree.FieldSetParts;
import io.lancang.federation.plan.tree.Slot;
import io.lancang.federation.plan.tree.UnreachableField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a subgraph for every leaf so that the whole plan is cheapest: branch and bound over the leaves, those with the
 * least choice first. A leaf that some step of the plan can answer without a further request is never put elsewhere; only
 * where every subgraph costs a request the alternatives are tried, the cheapest first, and given up as soon as they are
 * dearer than the best plan known. When the budget is used up the best plan known is taken. What keys and requirements need
 * comes from where it is cheapest at that moment; the search is repeated without such {@link Detours} to see whether the whole
 * plan is cheaper then. Owned by one planning run.
 */
public final class PlanSearch {
    private final PlanGraph graph;
    private final PlanState state;
    private final OptionFinder finder;
    private final PlanBuilder builder;
    private final List<Slot> leaves;
    private final Candidates candidates;
    private final int begin;
    private final int[] chosen;
    private final SearchBudget budget;
    private final Deque<Integer> deferred = new ArrayDeque<>();
    private int[] best = new int[0];
    private List<Integer> bestDeferred = List.of();
    private int bestCost = Integer.MAX_VALUE;
    private @Nullable Slot unreachable;

    private static final int NOWHERE = -1;
    /** How many times the work of the first search all further searches together may take. */
    private static final int EFFORT = 4;

    /**
     * A search for the leaves of the block at which the state is; what it has for blocks before stays.
     *
     * @param budget asked at every leaf and before every alternative; without it the best plan so far is taken
     */
    public PlanSearch(PlanGraph graph, PlanState state, FieldSetParts parts, List<Slot> leaves, SearchBudget budget) {
        this.graph = graph;
        this.state = state;
        this.finder = new OptionFinder(graph, state, parts);
        this.builder = new PlanBuilder(graph, state, finder, parts);
        this.begin = state.mark();
        DeferrableLeaves deferrable = new DeferrableLeaves(graph, state);
        this.candidates = new Candidates(graph, state, finder, deferrable);
        this.leaves = new ArrayList<>(leaves);
        this.leaves.sort(new LeafOrder(graph, deferrable).comparator());
        this.chosen = new int[leaves.size()];
        this.budget = budget;
    }

    /**
     * Leaves the cheapest plan found in the state.
     *
     * @throws PlanningException if there is none
     */
    public void run() {
        int before = budget.steps();
        explore(0);
        if (bestCost == Integer.MAX_VALUE) {
            throw unreachable == null
                    ? new PlanningException(ErrorCode.INTERNAL, "no plan was found")
                    : UnreachableField.refused(graph, first(unreachable));
        }
        carryOut();
        improve(budget.steps() + EFFORT * (budget.steps() - before));
        new AskForTypenames(graph, state).apply(leaves);
    }

    /** The first field on the way to an unreachable one that cannot be reached either. */
    private Slot first(Slot leaf) {
        Slot above = leaf.position().slot();
        return above != null && finder.at(leaf.position(), leaf.parentType()).isEmpty() ? first(above) : leaf;
    }

    /** Makes the state the best plan. */
    private void carryOut() {
        state.undoTo(begin);
        Set<Integer> later = new HashSet<>(bestDeferred);
        IntStream first = IntStream.range(0, best.length).filter(index -> !later.contains(index));
        IntStream then = bestDeferred.stream().mapToInt(Integer::intValue);
        // What seems to be in vain may not be so any more with the objects that the rest brings.
        List<Integer> inVain = IntStream.concat(first, then)
                .filter(index -> !retake(index))
                .boxed()
                .toList();
        inVain.forEach(this::retake);
    }

    /** Searches anew without one of the plan's detours, and goes on so as long as that finds cheaper plans. */
    private void improve(int maxSteps) {
        Set<Detour> tried = new HashSet<>();
        Predicate<Detour> isInVain =
                detour -> tried.add(detour) && budget.steps() < maxSteps && budget.spend() && isCheaperWithout(detour);
        while (Detours.of(graph, state).stream().anyMatch(isInVain)) {
            carryOut();
        }
        if (!tried.isEmpty()) {
            carryOut();
            tried.forEach(Detour::open);
        }
    }

    /** Leaves the detour closed if so. */
    private boolean isCheaperWithout(Detour detour) {
        int former = bestCost;
        detour.close();
        state.undoTo(begin);
        explore(0);
        if (bestCost == former) {
            detour.open();
        }
        return bestCost < former;
    }

    /** False if the leaf is of objects that, by what is taken so far, cannot be there. */
    private boolean retake(int index) {
        budget.step();
        if (best[index] == NOWHERE) {
            return true;
        }
        Slot leaf = leaves.get(index);
        Host host = candidates.in(best[index], leaf);
        if (host == null) {
            if (builder.isVacuous(leaf)) {
                return false;
            }
            throw new IllegalStateException("the way to " + leaf + " was lost");
        }
        builder.take(host).demand(leaf, leaf.clientDemand());
        return true;
    }

    private void explore(int from) {
        int mark = state.mark();
        for (int index = from; index < leaves.size(); index++) {
            if (!budget.step() && bestCost != Integer.MAX_VALUE) {
                state.undoTo(mark);
                return;
            }
            Slot leaf = leaves.get(index);
            if (builder.isVacuous(leaf)) {
                chosen[index] = NOWHERE;
                continue;
            }
            List<Host> ways = candidates.of(leaf);
            boolean branches = ways.size() > 1 && ways.getFirst().cost() >= PlanCost.REQUEST && budget.spend();
            if (branches) {
                for (Host candidate : ways) {
                    explore(candidate, leaf, index);
                }
                state.undoTo(mark);
                return;
            }
            if (!takeFirst(ways, leaf, index)) {
                state.undoTo(mark);
                return;
            }
        }
        if (takeDeferred()) {
            keepIfBest();
        }
        deferred.clear();
        state.undoTo(mark);
    }

    /** What was in vain for the objects known then may not be so for those that other choices brought. */
    private boolean takeDeferred() {
        boolean more = true;
        while (more) {
            more = false;
            for (int index = 0; index < leaves.size(); index++) {
                Slot leaf = leaves.get(index);
                if (chosen[index] == NOWHERE && !builder.isVacuous(leaf)) {
                    if (!takeFirst(candidates.of(leaf), leaf, index)) {
                        return false;
                    }
                    deferred.add(index);
                    more = true;
                }
            }
        }
        return true;
    }

    private void keepIfBest() {
        if (state.cost() < bestCost) {
            bestCost = state.cost();
            best = chosen.clone();
            bestDeferred = List.copyOf(deferred);
        }
    }

    private void explore(Host candidate, Slot leaf, int index) {
        boolean worthwhile = bestCost == Integer.MAX_VALUE || budget.spend();
        int mark = state.mark();
        if (worthwhile && takeFirst(List.of(candidate), leaf, index) && state.cost() < bestCost) {
            explore(index + 1);
        }
        state.undoTo(mark);
    }

    /** Takes the first candidate that can be carried out; false if none can, or the plan has become too dear. */
    private boolean takeFirst(List<Host> ways, Slot leaf, int index) {
        for (Host candidate : ways) {
            int mark = state.mark();
            try {
                builder.take(candidate);
                chosen[index] = candidate.option().subgraph();
                return state.cost() < bestCost;
            } catch (UnreachableSlotException e) {
                unreachable = e.slot().clientDemand().alternatives().isEmpty() ? leaf : e.slot();
                state.undoTo(mark);
            }
        }
        if (ways.isEmpty()) {
            unreachable = leaf;
        }
        return false;
    }
}
