package io.lancang.federation.plan.query;

import io.lancang.federation.OperationType;
import io.lancang.federation.operation.Conditions;
import java.util.List;

/**
 * Root fields. Those of the operation itself, or those of a field further down whose type is the root type of queries: they
 * can be asked of any subgraph, once it is known that there is an object that they belong to.
 *
 * @param type of the request; a query wherever {@code path} is not empty
 * @param path of the objects into each of which the answer is merged; empty for the root itself. If there is no such object
 *     the fetch is left out
 * @param when the fetch is left out where none of these holds; empty if it is always needed
 */
public record RootFetch(
        int id,
        String subgraph,
        List<Integer> after,
        OperationType type,
        List<PathStep> path,
        List<FetchSelection> selections,
        List<Conditions> when)
        implements Fetch {
    public RootFetch {
        after = List.copyOf(after);
        path = List.copyOf(path);
        selections = List.copyOf(selections);
        when = List.copyOf(when);
    }

    /** The same, waiting for these fetches. */
    public RootFetch after(List<Integer> fetches) {
        return new RootFetch(id, subgraph, fetches, type, path, selections, when);
    }
}
