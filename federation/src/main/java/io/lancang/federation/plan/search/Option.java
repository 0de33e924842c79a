package io.lancang.federation.plan.search;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.graph.EntryPoint;
import io.lancang.federation.plan.graph.FieldAccess;
import io.lancang.federation.plan.graph.Needs;
import io.lancang.federation.plan.tree.Slot;
import org.jspecify.annotations.Nullable;

/**
 * A way to have the objects of a position at hand from one subgraph.
 *
 * @param typeName their static type in the subgraph
 * @param provided as in {@link Node}
 * @param cost what it adds to the plan so far, in units of {@link PlanCost}
 * @param level of the step that gets the objects
 */
record Option(int subgraph, String typeName, FieldSet provided, int cost, int level, Source source) {
    /** How the objects are got. */
    sealed interface Source {
        /** The plan has them already. */
        record Existing(Node node) implements Source {}

        /** By root fields. */
        record Root() implements Source {}

        /** By the field above them. */
        record Through(Host host) implements Source {}

        /**
         * As entities.
         *
         * @param wantedType runtime type of the objects that enter
         * @param needs what a field there needs; nothing otherwise
         */
        record Entering(EntryPoint point, String wantedType, Needs needs) implements Source {}
    }

    /**
     * An option whose objects have a field.
     *
     * @param cost with what the field itself adds
     */
    record Host(Option option, Slot slot, FieldAccess access, int cost) {
        int rank() {
            return cost + option.level() * PlanCost.LEVEL;
        }

        /** Whether the field is there for the object's way alone; who else has it is another owner. */
        boolean isProvided() {
            return !access.atHand();
        }
    }

    /** The objects as the plan has them already. */
    static Option existing(Node node) {
        Step step = node.step();
        return new Option(
                step.subgraph(), node.typeName(), node.provided(), 0, step.level(), new Source.Existing(node));
    }

    /** The entry of a step whose objects these are; null if they are got by a field, or not yet. */
    Step.@Nullable Entry entry() {
        return source instanceof Source.Existing existing && existing.node().parent() == null
                ? existing.node().step().entry()
                : null;
    }

    /** Whether some of the objects may not be there for what fields of the step need. */
    boolean canFail() {
        Step.Entry entry = entry();
        return entry != null && entry.needs().canFail();
    }

    /** Whether the plan asks for a field of the objects already. */
    boolean takes(Slot slot) {
        return source instanceof Source.Existing existing
                && existing.node().taken().containsKey(slot);
    }

    /** The cost with that of a field, which is nothing where it is asked for already, if only for objects of all types. */
    int costWith(Slot slot) {
        boolean asked = takes(slot)
                || (source instanceof Source.Existing existing
                        && existing.node().asksForAll(slot));
        return asked ? cost : cost + PlanCost.FIELD;
    }

    /** Orders options: cheapest first, of equally cheap ones the earliest. */
    int rank() {
        return cost + level * PlanCost.LEVEL;
    }
}
