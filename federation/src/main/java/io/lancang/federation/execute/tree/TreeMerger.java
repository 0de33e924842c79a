package io.lancang.federation.execute.tree;

/**
 * Unites objects of the merged tree. Values that two subgraphs contribute to are merged field by field, lists of them by
 * index; where both say something that cannot be united, what was there first stays, except that a leaf is replaced.
 *
 * <p>Not thread-safe, as the tree.
 */
public final class TreeMerger {
    private final MergedTree tree;

    public TreeMerger(MergedTree tree) {
        this.tree = tree;
    }

    /**
     * Merges one object into another of the same shape. The source may be merged into any number of targets: what more than
     * one selection writes is copied, the rest is shared.
     */
    public void merge(Shape shape, int target, int source) {
        for (int slot = 0; slot < shape.width(); slot++) {
            long added = tree.get(source + slot);
            if (added == Value.ABSENT) {
                continue;
            }
            tree.set(target + slot, unite(shape, slot, tree.get(target + slot), added));
        }
    }

    /** Merges null into everything that was asked for on an object which the subgraph does not know. */
    public void mergeNothing(ObjectReader reader, int target) {
        for (int key = 0; key < reader.keys().size(); key++) {
            int cell = target + reader.slot(key);
            long present = tree.get(cell);
            if (Value.isNothing(present)) {
                tree.set(cell, unitedNothing(present, Value.NULL));
            }
        }
    }

    private long unite(Shape shape, int slot, long present, long added) {
        if (Value.isNothing(added)) {
            return unitedNothing(present, added);
        }
        if (Value.isNothing(present)) {
            return adopt(shape, slot, added);
        }
        if (Value.isLeaf(present) && Value.isLeaf(added)) {
            return added;
        }
        Shape child = shape.child(slot);
        if (child != null && Value.isObject(present) && Value.isObject(added)) {
            merge(child, Value.address(present), Value.address(added));
        } else if (child != null && Value.isList(present) && Value.isList(added)) {
            uniteElements(shape, slot, Value.address(present), Value.address(added));
        }
        return present;
    }

    /** A null is no news where there is a value or a null, and does not undo that an error was reported to the client. */
    private static long unitedNothing(long present, long added) {
        if (!Value.isAbsent(present)) {
            return present;
        }
        return present == Value.ABSENT_BY_ERROR ? Value.explained(added) : added;
    }

    private void uniteElements(Shape shape, int slot, int present, int added) {
        int common = Math.min(tree.listLength(present), tree.listLength(added));
        for (int index = 0; index < common; index++) {
            long united = unite(shape, slot, tree.element(present, index), tree.element(added, index));
            tree.setElement(present, index, united);
        }
    }

    private long adopt(Shape shape, int slot, long value) {
        Shape child = shape.child(slot);
        return child == null || shape.writtenOnce(slot) ? value : copy(child, value);
    }

    private long copy(Shape shape, long value) {
        if (Value.isObject(value)) {
            return copyObject(shape, Value.address(value));
        }
        return Value.isList(value) ? copyList(shape, Value.address(value)) : value;
    }

    private long copyObject(Shape shape, int source) {
        int address = tree.allocate(shape.width());
        for (int slot = 0; slot < shape.width(); slot++) {
            tree.set(address + slot, adopt(shape, slot, tree.get(source + slot)));
        }
        return Value.object(address);
    }

    private long copyList(Shape shape, int source) {
        int length = tree.listLength(source);
        long[] elements = new long[length];
        for (int index = 0; index < length; index++) {
            elements[index] = copy(shape, tree.element(source, index));
        }
        return tree.list(elements, 0, length);
    }
}
