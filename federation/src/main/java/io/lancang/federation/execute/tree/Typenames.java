package io.lancang.federation.execute.tree;

import io.lancang.federation.json.KeyTable;

/** The runtime types of objects in the merged tree. */
public final class Typenames {
    private Typenames() {}

    /**
     * The index of an object's runtime type in a table, or {@link KeyTable#MISSING} if it is not there or not known.
     *
     * @param typenameSlot the slot of {@code __typename}, or {@link KeyTable#MISSING}
     */
    public static int find(MergedTree tree, int address, int typenameSlot, KeyTable types) {
        if (typenameSlot == KeyTable.MISSING) {
            return KeyTable.MISSING;
        }
        long leaf = tree.get(address + typenameSlot);
        if (!isString(tree, leaf)) {
            return KeyTable.MISSING;
        }
        int from = tree.from(leaf);
        return types.find(tree.buffer(tree.bufferOf(leaf)), from + 1, from + tree.length(leaf) - 1, 0);
    }

    /** Whether a value is a leaf that is a JSON string. */
    public static boolean isString(MergedTree tree, long value) {
        return Value.isLeaf(value) && tree.buffer(tree.bufferOf(value))[tree.from(value)] == '"';
    }
}
