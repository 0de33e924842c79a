package io.lancang.federation.execute.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deferred fragment on one object that was announced to the client. */
public final class PendingFragment {
    private final DeferredProjection fragment;
    private final int address;
    private final List<Object> path;
    private final List<Integer> slots;

    PendingFragment(DeferredProjection fragment, int address, List<Object> path, List<Integer> slots) {
        this.fragment = fragment;
        this.address = address;
        this.path = path;
        this.slots = slots;
    }

    /** The id of its deferral. */
    public int id() {
        return fragment.id();
    }

    public @Nullable String label() {
        return fragment.label();
    }

    /** Of the object in the answer. */
    public List<Object> path() {
        return path;
    }

    /** Of the fields on the path, in the merged tree. */
    List<Integer> slots() {
        return slots;
    }

    ObjectProjection projection() {
        return fragment.projection();
    }

    /** Of the object in the merged tree. */
    int address() {
        return address;
    }
}
