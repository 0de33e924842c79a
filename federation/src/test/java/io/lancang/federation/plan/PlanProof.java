package io.lancang.federation.plan;

import io.lancang.federation.supergraph.Supergraph;
import java.util.Set;

/** Plans queries on one supergraph and holds each plan against what every plan must keep; for tests of other packages. */
public final class PlanProof {
    private final Planning planning;

    public PlanProof(Supergraph supergraph) {
        planning = Planning.of(supergraph);
    }

    /**
     * Plans a query.
     *
     * @throws AssertionError if the plan breaks a rule
     * @throws PlanningException if there is no plan
     */
    public void prove(String query) {
        planning.plan(query, Set.of());
    }
}
