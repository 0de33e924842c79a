package io.lancang.federation.execute.compile;

import io.lancang.federation.execute.tree.ObjectReader;
import io.lancang.federation.execute.tree.Shape;
import io.lancang.federation.plan.query.FetchSelection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the selections of a fetch into readers of its answer. */
final class ReaderCompiler {
    private ReaderCompiler() {}

    private static final class Key {
        private final String mergeKey;
        private final List<FetchSelection> selections = new ArrayList<>();

        private Key(String mergeKey) {
            this.mergeKey = mergeKey;
        }
    }

    /**
     * The reader of a selection set.
     *
     * @param shape of the objects that it reads
     * @throws IllegalArgumentException if the same response key of the subgraph belongs to two merge keys
     */
    static ObjectReader compile(List<FetchSelection> selections, Shape shape) {
        Map<String, Key> keys = new LinkedHashMap<>();
        collect(selections, keys);
        int[] slots = new int[keys.size()];
        @Nullable ObjectReader[] children = new ObjectReader[keys.size()];
        int index = 0;
        for (Key key : keys.values()) {
            slots[index] = shape.slot(key.mergeKey);
            Shape child = shape.child(slots[index]);
            children[index] = child == null || key.selections.isEmpty() ? null : compile(key.selections, child);
            index++;
        }
        return new ObjectReader(shape.width(), List.copyOf(keys.keySet()), slots, children);
    }

    private static void collect(List<FetchSelection> selections, Map<String, Key> keys) {
        for (FetchSelection selection : selections) {
            switch (selection) {
                case FetchSelection.Field field -> {
                    Key key = keys.computeIfAbsent(field.alias(), alias -> new Key(field.mergeKey()));
                    if (!key.mergeKey.equals(field.mergeKey())) {
                        throw new IllegalArgumentException("the answer's " + field.alias() + " is both " + key.mergeKey
                                + " and " + field.mergeKey());
                    }
                    key.selections.addAll(field.selections());
                }
                case FetchSelection.Fragment fragment -> collect(fragment.selections(), keys);
            }
        }
    }
}
