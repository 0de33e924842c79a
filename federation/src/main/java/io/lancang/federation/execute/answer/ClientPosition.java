package io.lancang.federation.execute.answer;

import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.ObjectReader;
import io.lancang.federation.execute.tree.TreePath;
import io.lancang.federation.execute.tree.Value;
import io.lancang.federation.json.KeyTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A value of the merged tree as the client sees it. Used for errors only, so it may take its time.
 *
 * @param path in the answer; that of the nearest ancestor in the answer if the client does not see the value
 * @param visible whether the client sees the value
 * @param types what the client sees of the value's objects; null for a leaf and for what is not visible
 */
public record ClientPosition(
        long value,
        List<Object> path,
        boolean visible,
        @Nullable RuntimeTypes types) {
    /** The root object. */
    public static ClientPosition root(int address, ObjectProjection projection) {
        return new ClientPosition(Value.object(address), List.of(), true, RuntimeTypes.only(projection));
    }

    /** The first {@code limit} wanted objects at the end of a path from here, in the order of the answer. */
    public List<ClientPosition> find(MergedTree tree, TreePath treePath, IntPredicate wanted, int limit) {
        List<ClientPosition> found = new ArrayList<>();
        find(tree, treePath.steps(), wanted, limit, found);
        return found;
    }

    /** The path of what all objects at the end of a path from here have in common: it ends at the first list. */
    public List<Object> commonPath(MergedTree tree, TreePath treePath) {
        ClientPosition position = this;
        for (TreePath.Step step : treePath.steps()) {
            if (!Value.isObject(position.value)) {
                break;
            }
            position = position.field(tree, step.slot());
        }
        return position.path;
    }

    /** The paths at which the client sees what a fetch asked for on this object. */
    public List<List<Object>> fields(MergedTree tree, ObjectReader reader) {
        List<List<Object>> paths = new ArrayList<>();
        for (int key = 0; key < reader.keys().size(); key++) {
            ClientPosition field = field(tree, reader.slot(key));
            if (field.visible && !paths.contains(field.path)) {
                paths.add(field.path);
            }
        }
        return paths;
    }

    /**
     * Translates a path in a subgraph's answer, relative to this object, into the client's terms. It ends early where the
     * subgraph names something that the client does not see.
     *
     * @param reader what the fetch asked for on this object
     */
    public List<Object> translate(MergedTree tree, ObjectReader reader, List<?> subgraphPath) {
        ClientPosition position = this;
        ObjectReader expected = reader;
        for (Object segment : subgraphPath) {
            if (segment instanceof Integer index) {
                position = position.element(tree, index);
                continue;
            }
            int key = expected == null ? KeyTable.MISSING : expected.keys().find(String.valueOf(segment));
            if (expected == null || key == KeyTable.MISSING) {
                break;
            }
            position = position.field(tree, expected.slot(key));
            expected = expected.child(key);
        }
        return position.path;
    }

    private void find(
            MergedTree tree, List<TreePath.Step> steps, IntPredicate wanted, int limit, List<ClientPosition> found) {
        if (Value.isList(value)) {
            int length = tree.listLength(Value.address(value));
            for (int index = 0; index < length && found.size() < limit; index++) {
                element(tree, index).find(tree, steps, wanted, limit, found);
            }
        } else if (Value.isObject(value) && steps.isEmpty()) {
            if (found.size() < limit && wanted.test(Value.address(value))) {
                found.add(this);
            }
        } else if (Value.isObject(value) && steps.getFirst().leaves(tree, Value.address(value))) {
            field(tree, steps.getFirst().slot()).find(tree, steps.subList(1, steps.size()), wanted, limit, found);
        }
    }

    private ClientPosition field(MergedTree tree, int slot) {
        long child = Value.isObject(value) ? tree.get(Value.address(value) + slot) : Value.ABSENT;
        ObjectProjection projection = types == null ? null : types.at(tree, value);
        FieldProjection field = projection == null ? null : projection.showing(slot);
        if (field == null) {
            return new ClientPosition(child, path, false, null);
        }
        return new ClientPosition(child, longer(field.responseKey()), true, typesIn(field.completion()));
    }

    private ClientPosition element(MergedTree tree, int index) {
        int list = Value.isList(value) ? Value.address(value) : -1;
        boolean exists = list >= 0 && index >= 0 && index < tree.listLength(list);
        long element = exists ? tree.element(list, index) : Value.ABSENT;
        return new ClientPosition(element, visible ? longer(index) : path, visible, types);
    }

    private List<Object> longer(Object segment) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(segment);
        return longer;
    }

    private static @Nullable RuntimeTypes typesIn(Completion completion) {
        return switch (completion) {
            case Completion.ListOf list -> typesIn(list.element());
            case Completion.Composite composite -> composite.types();
            case Completion.Leaf leaf -> null;
            case Completion.Constant constant -> null;
            case Completion.Withheld withheld -> null;
            case Completion.Introspection introspection -> null;
        };
    }
}
