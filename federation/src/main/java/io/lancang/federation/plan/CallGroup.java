package io.lancang.federation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Steps that make one entity call: objects of one position that enter one subgraph together. Owned by one planning run. */
final class CallGroup {
    private final Position position;
    private final int subgraph;
    private final int level;
    private final List<Step> steps = new ArrayList<>();

    CallGroup(Step first) {
        this.position = first.root().position();
        this.subgraph = first.subgraph();
        this.level = first.level();
        steps.add(first);
    }

    Position position() {
        return position;
    }

    int subgraph() {
        return subgraph;
    }

    int level() {
        return level;
    }

    List<Step> steps() {
        return steps;
    }

    /**
     * Whether the step's objects can enter by this call too. Objects of one type that enter by different keys cannot: one
     * representation with both keys would leave out the objects that lack one of them.
     */
    boolean accepts(Step step) {
        return step.root().position() == position
                && step.subgraph() == subgraph
                && steps.stream().allMatch(present -> agree(entry(present), entry(step)));
    }

    private static boolean agree(Step.Entry one, Step.Entry other) {
        return !one.wantedType().equals(other.wantedType()) || one.point().equals(other.point());
    }

    static Step.Entry entry(Step step) {
        return Objects.requireNonNull(step.entry(), "a step of root fields makes no entity call");
    }
}
