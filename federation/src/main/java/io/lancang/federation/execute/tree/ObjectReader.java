package io.lancang.federation.execute.tree;

import io.lancang.federation.json.KeyTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one selection set of one fetch expects: which key of the subgraph's object goes into which slot of the merged tree's.
 * Immutable, part of the compiled plan.
 */
public final class ObjectReader {
    private final int width;
    private final KeyTable keys;
    private final int[] slots;
    private final @Nullable ObjectReader[] children;

    /**
     * @param width number of slots of the objects that are made
     * @param keys response keys in the order in which the subgraph is expected to send them
     * @param slots where each key's value goes
     * @param children what is expected in each key's objects; null for a leaf, which is taken over whatever it is
     */
    public ObjectReader(int width, List<String> keys, int[] slots, @Nullable ObjectReader[] children) {
        this.width = width;
        this.keys = new KeyTable(keys);
        this.slots = slots;
        this.children = children;
    }

    int width() {
        return width;
    }

    /** The response keys of the subgraph's objects. */
    public KeyTable keys() {
        return keys;
    }

    /** Where the value of a key goes. */
    public int slot(int key) {
        return slots[key];
    }

    /** What is expected in a key's objects; null for a leaf. */
    public @Nullable ObjectReader child(int key) {
        return children[key];
    }
}
