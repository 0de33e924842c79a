package io.lancang.federation.plan.query;

import java.util.List;

/** One request to one subgraph. */
public sealed interface Fetch permits RootFetch, EntityFetch {
    /** The fetch's position in its plan. */
    int id();

    /** The subgraph's name as the supergraph gives it in {@code @join__graph(name:)}. */
    String subgraph();

    /** Ids of the fetches whose answers must be merged before this one can be sent. */
    List<Integer> after();
}
