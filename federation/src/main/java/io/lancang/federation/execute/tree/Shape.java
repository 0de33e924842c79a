package io.lancang.federation.execute.tree;

import io.lancang.federation.json.KeyTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which slots the objects at one position of the merged tree have: one per merge key, over all fetches and all runtime types.
 * Immutable, part of the compiled plan.
 */
public final class Shape {
    /** The slot of an object's runtime type, if it has one. */
    public static final String TYPENAME = "__typename";

    private final KeyTable mergeKeys;
    private final @Nullable Shape[] children;
    private final boolean[] writtenOnce;
    private final int typenameSlot;

    Shape(List<String> mergeKeys, @Nullable Shape[] children, boolean[] writtenOnce) {
        this.mergeKeys = new KeyTable(mergeKeys);
        this.children = children;
        this.writtenOnce = writtenOnce;
        typenameSlot = this.mergeKeys.find(TYPENAME);
    }

    public int width() {
        return children.length;
    }

    /** The slot of a merge key, or {@link KeyTable#MISSING}. */
    public int slot(String mergeKey) {
        return mergeKeys.find(mergeKey);
    }

    public String mergeKey(int slot) {
        return mergeKeys.name(slot);
    }

    /** The slot of {@code __typename}, or {@link KeyTable#MISSING}. */
    public int typenameSlot() {
        return typenameSlot;
    }

    /** The shape of the objects in a slot; null if nothing selects into it. */
    public @Nullable Shape child(int slot) {
        return children[slot];
    }

    /**
     * Whether just one selection of one fetch writes this slot. Then what is in it depends on nothing but the entity that was
     * asked for, and all objects which stand for that entity may share it.
     */
    boolean writtenOnce(int slot) {
        return writtenOnce[slot];
    }
}
