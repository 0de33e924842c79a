package io.lancang.federation.execute.answer;

import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.RawLists;
import io.lancang.federation.execute.tree.ShortenedLists;
import io.lancang.federation.execute.tree.Value;
import io.lancang.federation.json.ByteSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the data of the answer in one pass. Where a null must not stand, what was written of the parent is taken back, up to
 * the nearest parent that may be null. Not thread-safe; good for one answer.
 */
public final class AnswerWriter {
    private final MergedTree tree;
    private final ByteSink sink;
    private final AnswerErrors errors;
    private final Origins origins;
    private final Map<String, byte[]> introspection;
    private final int maximum;
    private final AnswerPath path = new AnswerPath();
    private final List<PendingFragment> pending = new ArrayList<>(0);
    private final List<PendingItems> pendingItems = new ArrayList<>(0);
    private @Nullable ShortenedLists shortened;

    /**
     * @param origins which subgraphs wrong values are from
     * @param introspection answers of {@code __schema} and {@code __type} by response key
     * @param maximum how many bytes the sink may hold; writing fails with {@link AnswerTooLargeException} soon after
     */
    public AnswerWriter(
            MergedTree tree,
            ByteSink sink,
            AnswerErrors errors,
            Origins origins,
            Map<String, byte[]> introspection,
            int maximum) {
        this.tree = tree;
        this.sink = sink;
        this.errors = errors;
        this.origins = origins;
        this.introspection = introspection;
        this.maximum = maximum;
    }

    /** What became of a value. */
    private enum Written {
        VALUE,
        /** Nothing is written, and no error says why. */
        NOTHING,
        /** Nothing is written, and an error says why. */
        NOTHING_EXPLAINED
    }

    /** Writes the root object, or null if a null came up to it. */
    public void write(ObjectProjection projection, int root) {
        if (writeObject(projection, root) != Written.VALUE) {
            sink.write(ResponseWriter.NULL);
        }
    }

    /** As {@link #write(ObjectProjection, int)}, of a tree in which some lists are shortened. */
    public void write(ObjectProjection projection, int root, ShortenedLists lists) {
        shortened = lists;
        write(projection, root);
    }

    /** Writes some items of a list as a list, or null if a null came up to it. */
    public void write(PendingItems list, int from, int to) {
        path.enter(list.path(), list.slots());
        sink.write('[');
        path.enterList();
        if (writeElements(list.element(), Value.address(list.whole()), from, to, list.field()) == Written.VALUE) {
            sink.write(']');
        } else {
            sink.truncate(0);
            sink.write(ResponseWriter.NULL);
        }
    }

    /** The lists that were written of which items are still to come. */
    public List<PendingItems> pendingItems() {
        return pendingItems;
    }

    /** Writes what a deferred fragment selects, or null if a null came up to it. */
    public void write(PendingFragment fragment) {
        path.enter(fragment.path(), fragment.slots());
        write(fragment.projection(), fragment.address());
    }

    /** The deferred fragments on the objects that were written: what is still to come. */
    public List<PendingFragment> pending() {
        return pending;
    }

    private Written writeObject(ObjectProjection projection, int address) {
        int toCome = pending.size();
        int itemsToCome = pendingItems.size();
        for (DeferredProjection fragment : projection.deferred()) {
            pending.add(new PendingFragment(fragment, address, path.toList(), path.toSlots()));
        }
        Written written = writeFields(projection, address);
        if (written != Written.VALUE) {
            forget(toCome, itemsToCome);
        }
        return written;
    }

    /** There is nothing to come on objects that were taken back. */
    private void forget(int toCome, int itemsToCome) {
        pending.subList(toCome, pending.size()).clear();
        pendingItems.subList(itemsToCome, pendingItems.size()).clear();
    }

    private Written writeFields(ObjectProjection projection, int address) {
        if (projection.size() == 0) {
            sink.write('{');
        }
        int mark = sink.length();
        for (int index = 0; index < projection.size(); index++) {
            FieldProjection field = projection.field(index);
            checkLength();
            sink.write(field.opening());
            long value = field.slot() < 0 ? Value.ABSENT : tree.get(address + field.slot());
            if (field.completion() instanceof Completion.Leaf leaf && Value.isLeaf(value) && copy(leaf.kind(), value)) {
                // So it is with most. Where a value is needs to be known only if something is to be said of it.
                continue;
            }
            path.enter(field.responseKey(), field.slot());
            Written written = write(field.completion(), value, field);
            path.leave();
            if (written != Written.VALUE) {
                sink.truncate(mark);
                return written;
            }
        }
        sink.write('}');
        return Written.VALUE;
    }

    /** Writes a value or null; what cannot be null and has no value is left to the parent, and reported if it is not yet. */
    private Written write(Completion completion, long value, FieldProjection field) {
        Written written = switch (completion) {
            case Completion.Leaf leaf -> writeLeaf(leaf.kind(), value, field);
            case Completion.Composite composite -> writeComposite(composite.types(), value, field);
            case Completion.ListOf list -> writeList(list.element(), value, field);
            case Completion.Constant constant -> writeBytes(constant.json());
            case Completion.Withheld withheld -> {
                errors.withheld(withheld, path);
                yield Written.NOTHING_EXPLAINED;
            }
            case Completion.Introspection schema -> writeBytes(introspection.get(schema.responseKey()));
        };
        if (written == Written.VALUE) {
            return written;
        }
        if (!completion.nonNull()) {
            sink.write(ResponseWriter.NULL);
            return Written.VALUE;
        }
        if (written == Written.NOTHING) {
            // Where nobody has said anything, perhaps nobody could be asked.
            String subgraph = Value.isAbsent(value) ? null : origins.ofPlace(path.toSlots());
            errors.wrongValue(
                    "The field " + field.coordinate() + " must not be null, but has no value.", path, subgraph);
        }
        return Written.NOTHING_EXPLAINED;
    }

    private Written writeLeaf(LeafKind kind, long value, FieldProjection field) {
        if (!Value.isLeaf(value)) {
            return Value.isNothing(value) ? nothing(value) : wrong(kind.description(), value, field);
        }
        return copy(kind, value) ? Written.VALUE : wrong(kind.description(), value, field);
    }

    private boolean copy(LeafKind kind, long leaf) {
        int from = tree.from(leaf);
        return kind.write(tree.buffer(tree.bufferOf(leaf)), from, from + tree.length(leaf), sink);
    }

    private Written writeComposite(RuntimeTypes types, long value, FieldProjection field) {
        if (!Value.isObject(value)) {
            return Value.isNothing(value) ? nothing(value) : wrong(types.name(), value, field);
        }
        int address = Value.address(value);
        ObjectProjection projection = types.of(tree, address);
        return projection == null ? wrong(types.name(), value, field) : writeObject(projection, address);
    }

    private Written writeList(Completion element, long value, FieldProjection field) {
        if (Value.isNothing(value)) {
            return nothing(value);
        }
        long list = Value.isLeaf(value) ? RawLists.expand(tree, value) : value;
        if (!Value.isList(list)) {
            return wrong("a list", value, field);
        }
        int mark = sink.length();
        int toCome = pending.size();
        int itemsToCome = pendingItems.size();
        int address = Value.address(list);
        sink.write('[');
        path.enterList();
        Written written = writeElements(element, address, 0, tree.listLength(address), field);
        path.leave();
        if (written != Written.VALUE) {
            sink.truncate(mark);
            forget(toCome, itemsToCome);
            return written;
        }
        ShortenedLists.Shortened whole = shortened == null ? null : shortened.at(address);
        if (whole != null) {
            pendingItems.add(new PendingItems(whole, element, field, path.toList(), path.toSlots()));
        }
        sink.write(']');
        return Written.VALUE;
    }

    private Written writeElements(Completion element, int list, int from, int to, FieldProjection field) {
        for (int index = from; index < to; index++) {
            checkLength();
            if (index > from) {
                sink.write(',');
            }
            path.element(index);
            Written written = write(element, tree.element(list, index), field);
            if (written != Written.VALUE) {
                return written;
            }
        }
        return Written.VALUE;
    }

    private void checkLength() {
        if (sink.length() > maximum) {
            throw new AnswerTooLargeException(maximum);
        }
    }

    private Written writeBytes(byte @Nullable [] json) {
        if (json == null) {
            return Written.NOTHING_EXPLAINED;
        }
        sink.write(json);
        return Written.VALUE;
    }

    private Written wrong(String expected, long value, FieldProjection field) {
        String message = "The value of " + field.coordinate() + " is no value of " + expected + " in this API.";
        String subgraph =
                Value.isLeaf(value) ? origins.ofBuffer(tree.bufferOf(value)) : origins.ofPlace(path.toSlots());
        errors.wrongValue(message, path, subgraph);
        return Written.NOTHING_EXPLAINED;
    }

    private static Written nothing(long value) {
        return Value.isExplained(value) ? Written.NOTHING_EXPLAINED : Written.NOTHING;
    }
}
