package io.lancang.federation.execute.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in the answer the writer is. Not thread-safe. */
final class AnswerPath {
    private @Nullable String[] keys = new String[32];
    private int[] indices = new int[32];
    private int depth;

    /** Goes to a place below. */
    void enter(List<Object> place) {
        for (Object segment : place) {
            if (segment instanceof Integer index) {
                enterList();
                element(index);
            } else {
                enter((String) segment);
            }
        }
    }

    /** Goes into a field. */
    void enter(String responseKey) {
        ensure();
        keys[depth++] = responseKey;
    }

    /** Goes into a list, to an element that {@link #element} tells. */
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

    private void ensure() {
        if (depth == keys.length) {
            keys = Arrays.copyOf(keys, depth * 2);
            indices = Arrays.copyOf(indices, depth * 2);
        }
    }
}
