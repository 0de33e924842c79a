package io.lancang.federation.plan;

import io.lancang.federation.PlannerOptions;
import io.lancang.federation.plan.PlanDefect.Rule;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.supergraph.Supergraph;
import java.util.Set;

/**
 * Plans queries on one supergraph and holds each plan against what every plan must keep to answer right; for tests of other
 * packages. That it does nothing in vain is left out: a {@code __typename} that proves an object for a client's conditional
 * field is one field too many where a requirement brings that field anyway, and no reason to plan twice; nor is a way to
 * objects of a type that, as another subgraph tells, cannot be there, and for which a part waits. Where subgraphs know different
 * types of an interface, a value may come twice, for its objects and for those of one type: that both are the same value shows
 * in the answer.
 */
public final class PlanProof {
    /** Something is brought in vain: the answer is right all the same. */
    private static final Set<Rule> WASTE = Set.of(Rule.NEEDED, Rule.AWAITED, Rule.PART_NOT_LATE, Rule.ONCE);

    private static final Set<Rule> WASTE_OR_LACK =
            Set.of(Rule.NEEDED, Rule.AWAITED, Rule.PART_NOT_LATE, Rule.ONCE, Rule.LEAF_PRESENT);

    private final Planning planning;

    /**
     * Plans on one supergraph.
     *
     * @param sdl its text
     */
    public PlanProof(String sdl, Supergraph supergraph, PlannerOptions options) {
        planning = Planning.of(sdl, supergraph, options);
    }

    /** The labels of progressive overrides on which a query's plan can depend. */
    public Set<String> labels(String query) {
        return planning.labels(query);
    }

    /**
     * Plans a query.
     *
     * @param activeLabels labels of the progressive overrides in force
     * @throws AssertionError if the plan breaks a rule
     * @throws PlanningException if there is no plan
     */
    public void prove(String query, Set<String> activeLabels) {
        prove(query, activeLabels, WASTE);
    }

    /**
     * Plans a query on fields of which subgraphs know other members each: what not all of them know is not asked for.
     *
     * @param activeLabels labels of the progressive overrides in force
     * @throws AssertionError if the plan breaks another rule
     * @throws PlanningException if there is no plan
     */
    public void proveWhatIsAskedFor(String query, Set<String> activeLabels) {
        prove(query, activeLabels, WASTE_OR_LACK);
    }

    private void prove(String query, Set<String> activeLabels, Set<Rule> allowed) {
        try {
            planning.plan(query, activeLabels);
        } catch (AssertionError broken) {
            if (!(broken.getCause() instanceof PlanDefect defect && allowed.contains(defect.rule()))) {
                throw broken;
            }
        }
    }
}
