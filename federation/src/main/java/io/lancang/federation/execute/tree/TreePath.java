package io.lancang.federation.execute.tree;

import io.lancang.federation.json.KeyTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position of the merged tree, and the objects that are there in one request. Thread-safe, part of the compiled plan.
 */
public final class TreePath {
    private final List<Step> steps;
    private final Shape shape;
    private final UsualSize usual = new UsualSize(1);

    /**
     * @param steps from the root
     * @param shape of the objects at the end
     */
    public TreePath(List<Step> steps, Shape shape) {
        this.steps = List.copyOf(steps);
        this.shape = shape;
    }

    /**
     * A step into a field.
     *
     * @param slot the field's slot
     * @param types runtime types of the parent from which the step may be taken; null for any
     * @param typenameSlot where the parent's runtime type is
     */
    public record Step(int slot, @Nullable KeyTable types, int typenameSlot) {
        /** Whether the step may be taken from an object. */
        public boolean leaves(MergedTree tree, int address) {
            return types == null || Typenames.find(tree, address, typenameSlot, types) != KeyTable.MISSING;
        }
    }

    public List<Step> steps() {
        return steps;
    }

    /** The shape of the objects at the end. */
    public Shape shape() {
        return shape;
    }

    /** The objects at the end, as {@link #objects} has them, with those above each. */
    public Lineages lineages(MergedTree tree, int root) {
        Lineages lineages = new Lineages(root);
        steps.forEach(step -> lineages.descend(tree, step));
        return lineages;
    }

    /** The objects at the end, in the order of the answer; objects in lists of any depth included. */
    public Addresses objects(MergedTree tree, int root) {
        if (!tree.visits(this)) {
            return new Addresses(0);
        }
        int room = usual.room();
        Addresses objects = new Addresses(room);
        objects.add(root);
        Addresses others = new Addresses(room);
        for (Step step : steps) {
            Addresses parents = objects;
            objects = others;
            others = parents;
            objects.clear();
            for (int index = 0; index < parents.size(); index++) {
                int parent = parents.get(index);
                if (step.leaves(tree, parent)) {
                    collect(tree, tree.get(parent + step.slot()), objects);
                }
            }
        }
        usual.note(objects.size());
        return objects;
    }

    static void collect(MergedTree tree, long value, Addresses objects) {
        if (Value.isObject(value)) {
            objects.add(Value.address(value));
        } else if (Value.isList(value)) {
            int list = Value.address(value);
            for (int index = tree.firstVisited(list); index < tree.listLength(list); index++) {
                collect(tree, tree.element(list, index), objects);
            }
        }
    }
}
