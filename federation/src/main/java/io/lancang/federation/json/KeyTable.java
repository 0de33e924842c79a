package io.lancang.federation.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A fixed list of distinct names that are found again in JSON text without making strings of it. Immutable, and so
 * thread-safe.
 */
public final class KeyTable {
    /** What {@link #find} returns for a name that is not in the table. */
    public static final int MISSING = -1;

    private static final int FREE = 0;

    private final List<String> names;
    private final byte[][] keys;
    /** Open addressing; a cell holds 1 + the index of a key. */
    private final int[] cells;

    public KeyTable(Collection<String> names) {
        this.names = List.copyOf(names);
        keys = this.names.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        cells = new int[Integer.highestOneBit(Math.max(keys.length, 1)) * 4];
        for (int index = 0; index < keys.length; index++) {
            int cell = Words.hash(keys[index], 0, keys[index].length) & cells.length - 1;
            while (cells[cell] != FREE) {
                cell = cell + 1 & cells.length - 1;
            }
            cells[cell] = index + 1;
        }
    }

    public int size() {
        return keys.length;
    }

    /** The name at an index. */
    public String name(int index) {
        return names.get(index);
    }

    /** The index of a name, or {@link #MISSING}. */
    public int find(String name) {
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        return lookUp(key, 0, key.length);
    }

    /**
     * The index of the name that stands, perhaps escaped, between two quotes of valid JSON, or {@link #MISSING}.
     *
     * @param expected an index that is tried first; the key after the last one found, for instance
     */
    public int find(byte[] json, int from, int to, int expected) {
        if (expected < keys.length && Arrays.equals(json, from, to, keys[expected], 0, keys[expected].length)) {
            return expected;
        }
        int found = lookUp(json, from, to);
        if (found != MISSING || !hasEscape(json, from, to)) {
            return found;
        }
        return find(JsonStrings.unescape(json, from, to));
    }

    private int lookUp(byte[] bytes, int from, int to) {
        int cell = Words.hash(bytes, from, to) & cells.length - 1;
        while (cells[cell] != FREE) {
            byte[] key = keys[cells[cell] - 1];
            if (Arrays.equals(bytes, from, to, key, 0, key.length)) {
                return cells[cell] - 1;
            }
            cell = cell + 1 & cells.length - 1;
        }
        return MISSING;
    }

    private static boolean hasEscape(byte[] json, int from, int to) {
        for (int index = from; index < to; index++) {
            if (json[index] == '\\') {
                return true;
            }
        }
        return false;
    }
}
