package io.lancang.federation.execute.tree;

import static io.lancang.federation.json.JsonScanner.skipSpace;
import static io.lancang.federation.json.JsonScanner.skipValue;

import io.lancang.federation.json.MalformedJsonException;
import java.util.Arrays;

/** Lists of leaves, which are read as one leaf and taken apart only where their elements matter. */
public final class RawLists {
    private RawLists() {}

    /** The list of the elements if the leaf is a JSON array, else the leaf itself. */
    public static long expand(MergedTree tree, long leaf) {
        int buffer = tree.bufferOf(leaf);
        byte[] json = tree.buffer(buffer);
        int from = tree.from(leaf);
        if (json[from] != '[') {
            return leaf;
        }
        try {
            return expand(tree, buffer, json, from);
        } catch (MalformedJsonException impossible) {
            throw new IllegalStateException("a leaf that was valid JSON when it was read", impossible);
        }
    }

    private static long expand(MergedTree tree, int buffer, byte[] json, int from) throws MalformedJsonException {
        long[] elements = new long[16];
        int count = 0;
        int position = skipSpace(json, from + 1);
        while (json[position] != ']') {
            int end = skipValue(json, position);
            if (count == elements.length) {
                elements = Arrays.copyOf(elements, count * 2);
            }
            elements[count++] = json[position] == 'n' ? Value.NULL : tree.leaf(buffer, position, end);
            position = skipSpace(json, end);
            if (json[position] == ',') {
                position = skipSpace(json, position + 1);
            }
        }
        return tree.list(elements, 0, count);
    }
}
