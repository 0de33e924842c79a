package io.lancang.federation.plan;

import io.lancang.federation.OperationType;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.plan.MergedObjects.Place;
import io.lancang.federation.plan.RepresentationRules.Use;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.query.RootFetch;
import io.lancang.federation.supergraph.Supergraph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds a plan against what every plan must keep: see {@link PlanDefect.Rule}. The plan is carried out without subgraphs,
 * for each runtime type that an object can have and for each choice of the Boolean variables in conditions.
 */
final class PlanChecker {
    private final Supergraph supergraph;
    private final FetchValidity validity;

    PlanChecker(Supergraph supergraph, SubgraphSchemas schemas) {
        this.supergraph = supergraph;
        this.validity = new FetchValidity(schemas);
    }

    /** Throws the first {@link PlanDefect}. */
    void check(Operation operation, QueryPlan plan, Set<String> activeLabels) {
        validity.check(operation, plan);
        Set<Use> uses = new HashSet<>();
        PartRules parts = new PartRules(plan);
        for (Set<String> trueVariables : choices(operation)) {
            PlanFacts facts = new PlanFacts(supergraph, activeLabels, trueVariables);
            Place root = PlanWalk.of(facts, plan, operation.rootType(), uses);
            LeafRules leaves = new LeafRules(facts, plan);
            leaves.checkSelected(operation.selections(), root);
            leaves.checkBrought(root);
            parts.checkComplete(facts, operation, root);
        }
        parts.checkNotLate();
        plan.fetches().forEach(fetch -> checkOrder(fetch, plan, uses));
    }

    private static void checkOrder(Fetch fetch, QueryPlan plan, Set<Use> uses) {
        if (fetch instanceof RootFetch root && root.path().isEmpty()) {
            int earlier = plan.type() == OperationType.MUTATION ? primaryBefore(root, plan) : 0;
            PlanDefect.unless(
                    PlanWalk.before(root, plan).size() == earlier,
                    PlanDefect.Rule.ORDER,
                    () -> "root fields of fetch #" + root.id() + " must wait for " + earlier + " fetches");
            return;
        }
        for (int earlier : fetch.after()) {
            PlanDefect.unless(
                    uses.contains(new Use(fetch.id(), earlier)),
                    PlanDefect.Rule.AWAITED,
                    () -> "fetch #" + fetch.id() + " waits for #" + earlier + ", which brings nothing to it");
        }
    }

    /** How many fetches stand before one and are for the first answer. */
    private static int primaryBefore(RootFetch root, QueryPlan plan) {
        Set<Integer> primary = new HashSet<>(plan.primary());
        plan.primary()
                .forEach(fetch -> primary.addAll(PlanWalk.before(plan.fetches().get(fetch), plan)));
        return (int) primary.stream().filter(fetch -> fetch < root.id()).count();
    }

    /** Every set of variables in conditions that can be true while the others are false. */
    private static Set<Set<String>> choices(Operation operation) {
        Set<String> variables = new TreeSet<>();
        collect(operation.selections(), variables);
        Set<Set<String>> choices = new HashSet<>(Set.of(Set.of()));
        for (String variable : variables) {
            for (Set<String> choice : List.copyOf(choices)) {
                Set<String> more = new TreeSet<>(choice);
                more.add(variable);
                choices.add(more);
            }
        }
        return choices;
    }

    private static void collect(SelectionSet selections, Set<String> variables) {
        for (Selection selection : selections.selections()) {
            Conditions conditions = selection.conditions();
            variables.addAll(conditions.include());
            variables.addAll(conditions.skip());
            collect(selection.selections(), variables);
        }
    }
}
