package io.lancang.federation.plan;

import io.lancang.federation.operation.Conditions;
import java.util.List;

/**
 * Fields of the operation's root type.
 *
 * @param conditions the fetch is left out where they do not hold
 */
public record RootFetch(
        int id, String subgraph, List<Integer> after, List<FetchSelection> selections, Conditions conditions)
        implements Fetch {
    public RootFetch {
        after = List.copyOf(after);
        selections = List.copyOf(selections);
    }
}
