package io.lancang.federation.execute.tree;

import io.lancang.federation.json.KeyTable;
import java.util.List;

/** Marks what is missing in the merged tree as explained by an error, so that it is not reported again. */
public final class Explanations {
    private static final int NOWHERE = -1;

    private Explanations() {}

    /** Marks whatever is missing of what a selection asked for on an object. */
    public static void explain(MergedTree tree, ObjectReader reader, int address) {
        for (int key = 0; key < reader.keys().size(); key++) {
            int cell = address + reader.slot(key);
            tree.set(cell, Value.explained(tree.get(cell)));
        }
    }

    /**
     * Marks the first missing value on the way along a path in a subgraph's answer.
     *
     * @param reader what was asked for on the object
     * @param path response keys of the subgraph and list indices, relative to the object
     */
    public static void explain(MergedTree tree, ObjectReader reader, int address, List<?> path) {
        ObjectReader expected = reader;
        long value = Value.object(address);
        for (Object segment : path) {
            int cell;
            if (segment instanceof Integer index) {
                cell = elementCell(tree, value, index);
            } else if (expected != null) {
                int key = expected.keys().find(String.valueOf(segment));
                cell = fieldCell(expected, key, value);
                expected = key == KeyTable.MISSING ? null : expected.child(key);
            } else {
                return;
            }
            if (cell == NOWHERE) {
                return;
            }
            value = tree.get(cell);
            tree.set(cell, Value.explained(value));
        }
    }

    private static int fieldCell(ObjectReader reader, int key, long value) {
        boolean exists = key != KeyTable.MISSING && Value.isObject(value);
        return exists ? Value.address(value) + reader.slot(key) : NOWHERE;
    }

    private static int elementCell(MergedTree tree, long value, int index) {
        boolean exists = Value.isList(value) && index >= 0 && index < tree.listLength(Value.address(value));
        return exists ? Value.address(value) + 1 + index : NOWHERE;
    }
}
