package io.lancang.federation.plan.assemble;

import io.lancang.federation.plan.search.Step;
import io.lancang.federation.plan.tree.Block;
import io.lancang.federation.plan.tree.Demand;
import io.lancang.federation.plan.tree.Part;
import io.lancang.federation.plan.tree.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Steps that make one entity call: objects of one position that enter one subgraph together. Owned by one planning run. */
final class CallGroup {
    private final Block block;
    private final Position position;
    private final int subgraph;
    private final int level;
    private final List<Step> steps = new ArrayList<>();

    /**
     * A call with its first step.
     *
     * @param level at which it goes out, the step's or a later one
     */
    CallGroup(Step first, int level) {
        this.block = first.block();
        this.position = first.root().position();
        this.subgraph = first.subgraph();
        this.level = level;
        steps.add(first);
    }

    Block block() {
        return block;
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

    /** When anything of the call is needed. */
    Demand demand() {
        Demand whole = new Demand();
        steps.forEach(step -> whole.addAll(step.root().wholeDemand()));
        return whole;
    }

    /**
     * Whether the step's objects can enter by this call too. Objects of one type that enter by different keys cannot: one
     * representation with both keys would leave out the objects that lack one of them. Nor can those for which one field is
     * required with different arguments, or once of an interface and once of one of its types: a representation has room for
     * one of its values.
     */
    boolean accepts(Step step) {
        return step.root().position() == position
                && step.subgraph() == subgraph
                && steps.stream()
                        .allMatch(present -> agree(entry(present), entry(step))
                                && isOneRepresentation(present, step)
                                && isOneRepresentation(step, present));
    }

    /**
     * Objects that enter by themselves and with all of their position have one representation, the former: it must be there
     * whenever the latter is needed.
     */
    private boolean isOneRepresentation(Step all, Step some) {
        return !entry(all).wantedType().equals(position.typeName())
                || entry(some).wantedType().equals(position.typeName())
                || some.root().wholeDemand().coversAll(all.root().wholeDemand());
    }

    private boolean agree(Step.Entry one, Step.Entry other) {
        if (one.wantedType().equals(other.wantedType())) {
            boolean together = one.needs().equals(other.needs())
                    || (!one.needs().canFail() && !other.needs().canFail());
            return together && one.point().equals(other.point()) && agree(one.requirements(), other.requirements());
        }
        if (!one.point().type().equals(other.point().type())) {
            return !isOneOfTwo(one, other) && !isOneOfTwo(other, one);
        }
        // An interface object is asked for the fields of both for all objects, and would miss what they require on
        // some.
        return one.needs().isNothing() && other.needs().isNothing();
    }

    /** Whether the one's objects are among the other's, and would enter as another interface object than those. */
    private boolean isOneOfTwo(Step.Entry one, Step.Entry other) {
        boolean asInterfaceObject = !one.point().type().equals(one.wantedType());
        return asInterfaceObject && other.wantedType().equals(position.typeName());
    }

    private static boolean agree(List<Part> parts, List<Part> others) {
        return parts.stream().allMatch(part -> others.stream().allMatch(other -> agree(part, other)));
    }

    private static boolean agree(Part part, Part other) {
        return switch (part) {
            case Part.Value value ->
                switch (other) {
                    case Part.Value second ->
                        !value.slot().name().equals(second.slot().name())
                                || (value.slot().mergeKey().equals(second.slot().mergeKey())
                                        && agree(value.parts(), second.parts()));
                    case Part.ForTypes some -> !names(value, some);
                };
            case Part.ForTypes some ->
                switch (other) {
                    case Part.Value value -> !names(value, some);
                    case Part.ForTypes others ->
                        !some.types().equals(others.types()) || agree(some.parts(), others.parts());
                };
        };
    }

    /** Whether objects of some types would have the field twice. */
    private static boolean names(Part.Value value, Part.ForTypes some) {
        return some.parts().stream()
                .anyMatch(part -> part instanceof Part.Value other
                        && other.slot().name().equals(value.slot().name()));
    }

    static Step.Entry entry(Step step) {
        return Objects.requireNonNull(step.entry(), "a step of root fields makes no entity call");
    }
}
