package io.lancang.federation.execute.run;

import io.lancang.federation.execute.compile.FetchStep;
import io.lancang.federation.execute.tree.ObjectReader;
import io.lancang.federation.execute.tree.TreePath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which subgraphs the fetches of a plan ask for a place of the merged tree. Used for errors only, so it may take its time.
 *
 * @param steps all fetches of the plan
 */
record AskedSubgraphs(List<FetchStep> steps) {
    /** The only one that is asked for what is at the end of the slots; null where several are, or none. */
    @Nullable
    String only(List<Integer> slots) {
        Set<String> asking = new LinkedHashSet<>();
        for (FetchStep step : steps) {
            if (asks(step, slots)) {
                asking.add(step.subgraph());
            }
        }
        return asking.size() == 1 ? asking.iterator().next() : null;
    }

    private static boolean asks(FetchStep step, List<Integer> slots) {
        return switch (step) {
            case FetchStep.Root root -> asks(root.path(), root.reader(), slots);
            case FetchStep.Entities entities -> {
                boolean found = false;
                for (int call = 0; call < entities.paths().size() && !found; call++) {
                    found = asks(entities.paths().get(call), entities.entities().get(call), slots);
                }
                yield found;
            }
        };
    }

    private static boolean asks(TreePath path, ObjectReader reader, List<Integer> slots) {
        List<Integer> above = path.steps().stream().map(TreePath.Step::slot).toList();
        return slots.size() > above.size()
                && slots.subList(0, above.size()).equals(above)
                && reads(reader, slots.subList(above.size(), slots.size()));
    }

    private static boolean reads(ObjectReader reader, List<Integer> slots) {
        for (int key = 0; key < reader.keys().size(); key++) {
            if (reader.slot(key) == slots.getFirst()) {
                ObjectReader child = reader.child(key);
                List<Integer> below = slots.subList(1, slots.size());
                if (below.isEmpty() || (child != null && reads(child, below))) {
                    return true;
                }
            }
        }
        return false;
    }
}
