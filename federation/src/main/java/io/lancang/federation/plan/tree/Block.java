package io.lancang.federation.plan.tree;

import io.lancang.federation.operation.Deferral;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selections that are answered together: the primary ones, or what one {@code @defer} puts off. Identity is that of the
 * object. Owned by one planning run.
 */
public final class Block {
    private final @Nullable Block parent;
    private final @Nullable Deferral deferral;
    private final int depth;
    private final Set<Position> places = new HashSet<>();

    private Block(@Nullable Block parent, @Nullable Deferral deferral) {
        this.parent = parent;
        this.deferral = deferral;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    /** What is answered first. */
    public static Block primary() {
        return new Block(null, null);
    }

    /** What a fragment inside of this block defers. */
    Block deferred(Deferral inner) {
        return new Block(this, inner);
    }

    public boolean isPrimary() {
        return deferral == null;
    }

    /** The block in which the fragment of this one stands; null for the primary block. */
    @Nullable
    public Block parent() {
        return parent;
    }

    /** How many deferrals are around its selections. */
    int depth() {
        return depth;
    }

    /** Of a block that is not the primary one. */
    public Deferral deferral() {
        return Objects.requireNonNull(deferral, "the primary block is not deferred");
    }

    /** The positions at which the fragment stands: several where a field is asked of several types one by one. */
    public Set<Position> places() {
        return places;
    }
}
