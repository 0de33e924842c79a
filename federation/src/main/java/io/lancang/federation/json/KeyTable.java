package io.lancang.federation.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A fixed list of distinct names, as GraphQL has them, that are found again in JSON text without making strings of it.
 * Immutable, and so thread-safe.
 */
public final class KeyTable {
    /** What {@link #find} returns for a name that is not in the table. */
    public static final int MISSING = -1;

    private static final int FREE = 0;

    private final List<String> names;
    /** As they usually stand before a value: between quotes, with a colon. */
    private final byte[][] keys;

    /** Open addressing; a cell holds 1 + the index of a key. */
    private final int[] cells;

    public KeyTable(Collection<String> names) {
        this.names = List.copyOf(names);
        keys = this.names.stream()
                .map(name -> ("\"" + name + "\":").getBytes(UTF_8))
                .toArray(byte[][]::new);
        cells = new int[Integer.highestOneBit(Math.max(keys.length, 1)) * 4];
        for (int index = 0; index < keys.length; index++) {
            int cell = Words.hash(keys[index], 1, keys[index].length - 2) & cells.length - 1;
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

    /**
     * The position behind a name as a key: behind the colon. {@link #MISSING} if something else stands there, or the same
     * written in another way, with an escape or a space.
     *
     * @param at where the opening quote would be
     * @param index of the name; there may be none
     */
    public int skip(byte[] json, int at, int index) {
        if (index >= keys.length) {
            return MISSING;
        }
        byte[] key = keys[index];
        int behind = at + key.length;
        return behind <= json.length && Arrays.equals(json, at, behind, key, 0, key.length) ? behind : MISSING;
    }

    /** The index of a name, or {@link #MISSING}. */
    public int find(String name) {
        byte[] key = name.getBytes(UTF_8);
        return lookUp(key, 0, key.length);
    }

    /**
     * The index of the name that stands, perhaps escaped, between two quotes of valid JSON, or {@link #MISSING}.
     *
     * @param expected an index that is tried first; the key after the last one found, for instance
     */
    public int find(byte[] json, int from, int to, int expected) {
        if (expected < keys.length && isName(keys[expected], json, from, to)) {
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
            if (isName(keys[cells[cell] - 1], bytes, from, to)) {
                return cells[cell] - 1;
            }
            cell = cell + 1 & cells.length - 1;
        }
        return MISSING;
    }

    private static boolean isName(byte[] key, byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, key, 1, key.length - 2);
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
