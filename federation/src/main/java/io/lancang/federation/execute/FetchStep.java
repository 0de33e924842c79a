package io.lancang.federation.execute;

import io.lancang.federation.execute.request.EntityRequest;
import io.lancang.federation.execute.request.RootRequest;
import io.lancang.federation.execute.tree.ObjectReader;
import io.lancang.federation.execute.tree.TreePath;
import io.lancang.federation.operation.Conditions;
import java.util.List;

/** A fetch, compiled. Immutable. */
sealed interface FetchStep {
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
            implements FetchStep {}
}
