package io.lancang.federation.execute.request;

import io.lancang.federation.QueryParts;
import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.Shape;
import io.lancang.federation.execute.tree.TreePath;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.query.EntityFetch;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The request of a fetch of entities. Thread-safe, part of the compiled plan. */
public sealed interface EntityRequest permits FixedEntityRequest, GroupedEntityRequest {
    /**
     * A request that is worth sending.
     *
     * @param body in JSON
     * @param representations those of each call that is sent
     * @param calls for each call that is sent, which of the fetch's calls it is a part of, in their order
     */
    record Written(byte[] body, List<Representations> representations, List<Integer> calls) {
        /** Whether the fetch's calls are sent as they are. */
        public boolean sendsCalls(int count) {
            if (calls.size() != count) {
                return false;
            }
            for (int call = 0; call < count; call++) {
                if (calls.get(call) != call) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Compiles the request of a fetch.
     *
     * @param paths of the fetch's calls
     * @param root shape of the root object
     */
    static EntityRequest of(EntityFetch fetch, List<TreePath> paths, Shape root, Operation operation) {
        boolean fixed = fetch.calls().stream().allMatch(call -> call.contexts().isEmpty());
        return fixed
                ? FixedEntityRequest.of(fetch, paths, operation)
                : new GroupedEntityRequest(fetch, paths, root, operation);
    }

    /** The keys in the subgraph's answer of a number of calls that are sent together. */
    static List<String> aliases(int calls) {
        return calls == 1
                ? List.of("_entities")
                : IntStream.range(0, calls).mapToObj(number -> "_" + number).toList();
    }

    /** The body for one request, or null if no object has a representation. */
    @Nullable
    Written write(MergedTree tree, int root, RequestVariables values);

    /** Whether what is asked depends on objects above the entities. */
    default boolean dependsOnObjectsAbove() {
        return false;
    }

    /** The questions that a request consists of, which {@link #write} gave for the same values. */
    QueryParts parts(Written written, RequestVariables values);
}
