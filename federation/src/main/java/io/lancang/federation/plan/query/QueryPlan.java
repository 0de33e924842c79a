package io.lancang.federation.plan.query;

import io.lancang.federation.OperationType;
import java.util.List;

/**
 * What to ask of which subgraph, and in which order. The fetches form a directed acyclic graph: each names the fetches that
 * it waits for, and stands in the list after all of them; fetches that do not wait for each other run in parallel. The
 * fields of a mutation are sequenced by the same means.
 *
 * <p>All fetches write into one <em>merged tree</em>. An object of that tree has one value per <em>merge key</em>. A field
 * that the client selected has its response key as its merge key; a field that only a key or a {@code @requires} needs has
 * the same merge key as the client's if they are the same field with the same arguments, and otherwise a key that no client
 * can choose. {@code __typename} has the merge key {@code __typename} whatever the client's alias is: at every position whose
 * runtime type matters, to a later fetch or to the answer, some fetch writes it.
 *
 * @param primary ids of the fetches that must be merged before the first answer can be given
 * @param deferred what is answered after it, each part after the one in which it stands
 * @param provisional whether the search had not enough time: planned again, the operation may need less
 */
public record QueryPlan(
        OperationType type,
        List<Fetch> fetches,
        List<Integer> primary,
        List<DeferredPart> deferred,
        boolean provisional) {
    public QueryPlan {
        fetches = List.copyOf(fetches);
        primary = List.copyOf(primary);
        deferred = List.copyOf(deferred);
        for (int index = 0; index < fetches.size(); index++) {
            Fetch fetch = fetches.get(index);
            if (fetch.id() != index) {
                throw new IllegalArgumentException("fetch " + fetch.id() + " stands at position " + index);
            }
            for (int earlier : fetch.after()) {
                if (earlier >= index) {
                    throw new IllegalArgumentException("fetch " + index + " waits for the later fetch " + earlier);
                }
            }
        }
    }

    /** A plan whose answer comes whole. */
    public QueryPlan(OperationType type, List<Fetch> fetches) {
        this(type, fetches, fetches.stream().map(Fetch::id).toList(), List.of(), false);
    }
}
