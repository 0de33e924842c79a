package io.lancang.federation.execute.answer;

import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.Value;
import java.util.List;

/** Says whether a part of an answer shows what is at a path. Used for errors only, so it may take its time. */
public final class ShownPaths {
    private final MergedTree tree;

    public ShownPaths(MergedTree tree) {
        this.tree = tree;
    }

    /**
     * Whether a projection shows a path.
     *
     * @param path from the object, whose address this is; where there is nothing on the way it is shown if its beginning is
     */
    public boolean shows(ObjectProjection projection, int address, List<Object> path) {
        if (path.isEmpty()) {
            return true;
        }
        FieldProjection field = projection.under(String.valueOf(path.getFirst()));
        if (field == null) {
            return false;
        }
        long value = field.slot() < 0 ? Value.ABSENT : tree.get(address + field.slot());
        return shows(field.completion(), value, path.subList(1, path.size()));
    }

    /** Whether a deferred fragment shows a path from its object. */
    public boolean shows(PendingFragment fragment, List<Object> path) {
        return shows(fragment.projection(), fragment.address(), path);
    }

    private boolean shows(Completion completion, long value, List<Object> path) {
        if (path.isEmpty() || Value.isNothing(value)) {
            return true;
        }
        return switch (completion) {
            case Completion.ListOf list -> {
                boolean inside = path.getFirst() instanceof Integer index
                        && Value.isList(value)
                        && index < tree.listLength(Value.address(value));
                yield !inside
                        || shows(
                                list.element(),
                                tree.element(Value.address(value), (Integer) path.getFirst()),
                                path.subList(1, path.size()));
            }
            case Completion.Composite composite -> {
                ObjectProjection below = composite.types().at(tree, value);
                yield below == null || !Value.isObject(value) || shows(below, Value.address(value), path);
            }
            case Completion.Leaf leaf -> true;
            case Completion.Constant constant -> true;
            case Completion.Withheld withheld -> true;
            case Completion.Introspection introspection -> true;
        };
    }
}
