package io.lancang.federation.execute.compile;

import io.lancang.federation.execute.request.EntityRequest;
import io.lancang.federation.execute.request.RootRequest;
import io.lancang.federation.execute.tree.ObjectReader;
import io.lancang.federation.execute.tree.TreePath;
import io.lancang.federation.operation.Conditions;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A fetch, compiled. Immutable. */
public sealed interface FetchStep {
    String subgraph();

    /** What is expected in {@code data}. */
    ObjectReader reader();

    /** Number of the fetches that must be done before. */
    int waitsFor();

    /** Ids of the fetches that wait for this one. */
    List<Integer> followers();

    /**
     * A fetch of root fields.
     *
     * @param path the objects that get the answer
     */
    record Root(
            String subgraph,
            ObjectReader reader,
            int waitsFor,
            List<Integer> followers,
            RootRequest request,
            TreePath path,
            List<Conditions> when)
            implements FetchStep {}

    /**
     * A fetch of entities. Its {@code data} is read as an object with one slot per call, which is not a part of the tree.
     *
     * @param paths the positions of the calls' entities
     * @param entities what is expected of the entities of each call
     */
    record Entities(
            String subgraph,
            ObjectReader reader,
            int waitsFor,
            List<Integer> followers,
            EntityRequest request,
            List<TreePath> paths,
            List<ObjectReader> entities)
            implements FetchStep {
        /** What is expected in {@code data}: the entities of each call, under the calls' aliases. */
        static ObjectReader reader(List<ObjectReader> entities) {
            @Nullable ObjectReader[] children = entities.toArray(ObjectReader[]::new);
            int[] slots = IntStream.range(0, children.length).toArray();
            return new ObjectReader(slots.length, EntityRequest.aliases(slots.length), slots, children);
        }

        /** The fetch as one request sends it, in which a call can stand several times. */
        public Entities as(EntityRequest.Written sent) {
            if (sent.sendsCalls(paths.size())) {
                return this;
            }
            List<ObjectReader> readers =
                    sent.calls().stream().map(entities::get).toList();
            return new Entities(
                    subgraph,
                    reader(readers),
                    waitsFor,
                    followers,
                    request,
                    sent.calls().stream().map(paths::get).toList(),
                    readers);
        }
    }
}
