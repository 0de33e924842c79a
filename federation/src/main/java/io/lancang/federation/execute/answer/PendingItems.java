package io.lancang.federation.execute.answer;

import io.lancang.federation.execute.tree.ShortenedLists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of which the client has the beginning. */
public final class PendingItems {
    private final ShortenedLists.Shortened list;
    private final Completion element;
    private final FieldProjection field;
    private final List<Object> path;
    private final List<Integer> slots;

    PendingItems(
            ShortenedLists.Shortened list,
            Completion element,
            FieldProjection field,
            List<Object> path,
            List<Integer> slots) {
        this.list = list;
        this.element = element;
        this.field = field;
        this.path = path;
        this.slots = slots;
    }

    public @Nullable String label() {
        return list.label();
    }

    /** Of the list in the answer. */
    public List<Object> path() {
        return path;
    }

    /** The index of the first item that the client has not. */
    public int start() {
        return list.start();
    }

    /** The list with all items, in the merged tree. */
    public long whole() {
        return list.whole();
    }

    /** How an item becomes JSON. */
    Completion element() {
        return element;
    }

    FieldProjection field() {
        return field;
    }

    /** Of the fields on the path, in the merged tree. */
    List<Integer> slots() {
        return slots;
    }
}
