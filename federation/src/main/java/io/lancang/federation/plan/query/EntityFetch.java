package io.lancang.federation.plan.query;

import java.util.List;

/** One request with one or more calls of {@code _entities}, each for another position of the merged tree. */
public record EntityFetch(int id, String subgraph, List<Integer> after, List<EntityCall> calls) implements Fetch {
    public EntityFetch {
        after = List.copyOf(after);
        calls = List.copyOf(calls);
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("an entity fetch without a call");
        }
    }
}
