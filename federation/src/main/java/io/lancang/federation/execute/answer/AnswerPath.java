package io.lancang.federation.execute.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in the answer the writer is. Not thread-safe. */
final class AnswerPath {
    private @Nullable String[] keys = new String[32];
    private int[] indices = new int[32];
    private int[] slots = new int[32];
    private int depth;

    /**
     * Goes to a place below.
     *
     * @param place response keys and indices
     * @param ofFields where in the tree each of the fields is
     */
    void enter(List<Object> place, List<Integer> ofFields) {
        int fields = 0;
        for (Object segment : place) {
            if (segment instanceof Integer index) {
                enterList();
                element(index);
            } else {
                enter((String) segment, ofFields.get(fields++));
            }
        }
    }

    /**
     * Goes into a field.
     *
     * @param slot where in the tree it is
     */
    void enter(String responseKey, int slot) {
        ensure();
        slots[depth] = slot;
        keys[depth++] = responseKey;
    }

    /** Goes into a list, to an element that {@link #element} names. */
    void enterList() {
        ensure();
        keys[depth++] = null;
    }

    /** Goes to another element of the list. */
    void element(int index) {
        indices[depth - 1] = index;
    }

    void leave() {
        depth--;
    }

    /** Response keys and indices from the root. */
    List<Object> toList() {
        List<Object> path = new ArrayList<>(depth);
        for (int level = 0; level < depth; level++) {
            String key = keys[level];
            path.add(key == null ? (Object) indices[level] : key);
        }
        return path;
    }

    /** The slots of the fields from the root. */
    List<Integer> toSlots() {
        List<Integer> path = new ArrayList<>(depth);
        for (int level = 0; level < depth; level++) {
            if (keys[level] != null) {
                path.add(slots[level]);
            }
        }
        return path;
    }

    private void ensure() {
        if (depth == keys.length) {
            keys = Arrays.copyOf(keys, depth * 2);
            indices = Arrays.copyOf(indices, depth * 2);
            slots = Arrays.copyOf(slots, depth * 2);
        }
    }
}
