package io.lancang.federation.plan;

import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.plan.MergedObjects.Instance;
import io.lancang.federation.plan.MergedObjects.Place;
import io.lancang.federation.plan.MergedObjects.Value;
import io.lancang.federation.plan.PlanDefect.Rule;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.query.DeferredPart;
import io.lancang.federation.plan.query.QueryPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Each part of an answer waits for all fetches that bring what it selects, and for no other. */
final class PartRules {
    private final QueryPlan plan;
    /** What the fetches for which a part waits bring to it, whatever the variables. */
    private final Map<Integer, Set<Integer>> brought = new HashMap<>();

    PartRules(QueryPlan plan) {
        this.plan = plan;
    }

    /** Checks that a part has what it selects, under one choice of the variables. */
    void checkComplete(PlanFacts facts, Operation operation, Place root) {
        Walk walk = new Walk(facts);
        walk.check(operation.selections(), root.instance(operation.rootType()), DeferredPart.PRIMARY);
    }

    /** Checks, after all choices, that no part waits in vain. */
    void checkNotLate() {
        checkNotLate(DeferredPart.PRIMARY, plan.primary());
        plan.deferred().forEach(part -> checkNotLate(part.id(), part.after()));
    }

    private void checkNotLate(int part, List<Integer> awaited) {
        // None where what is selected can never be there, because another subgraph tells that the objects are of other
        // types.
        Set<Integer> bringing = brought.get(part);
        for (Integer fetch : awaited) {
            PlanDefect.unless(
                    bringing == null || bringing.contains(fetch),
                    Rule.PART_NOT_LATE,
                    () -> name(part) + " waits for fetch #" + fetch + ", which brings nothing that it selects");
        }
    }

    private Set<Integer> awaited(int part) {
        List<Integer> direct = part == DeferredPart.PRIMARY
                ? plan.primary()
                : plan.deferred().stream()
                        .filter(one -> one.id() == part)
                        .findFirst()
                        .map(DeferredPart::after)
                        .orElse(List.of());
        Set<Integer> all = new HashSet<>(direct);
        direct.forEach(fetch -> all.addAll(PlanWalk.before(plan.fetches().get(fetch), plan)));
        return all;
    }

    private static String name(int part) {
        return part == DeferredPart.PRIMARY ? "the primary part" : "part " + part;
    }

    private final class Walk {
        private final PlanFacts facts;

        Walk(PlanFacts facts) {
            this.facts = facts;
        }

        void check(SelectionSet selections, Instance instance, int part) {
            for (Selection selection : selections.selections()) {
                if (!facts.hold(selection.conditions())) {
                    continue;
                }
                switch (selection) {
                    case FragmentSelection fragment -> {
                        if (facts.applies(fragment.typeCondition(), instance.runtimeType())) {
                            int inner = fragment.deferral() == null
                                    ? part
                                    : fragment.deferral().id();
                            check(fragment.selections(), instance, inner);
                        }
                    }
                    case FieldSelection field -> check(field, instance, part);
                }
            }
        }

        private void check(FieldSelection field, Instance instance, int part) {
            boolean isRoot = instance.place().toString().isEmpty();
            if (isRoot && field.name().startsWith("__")) {
                return;
            }
            String mergeKey = instance.mergeKey(field);
            check(mergeKey, instance, part);
            Value value = Objects.requireNonNull(instance.value(mergeKey), "LeafRules come first");
            Place below = value.below();
            if (below != null) {
                for (Instance inner : below.instances()) {
                    // Where none tells the type, it is not needed: LeafRules see to that.
                    if (below.isAbstract() && inner.value(TypenameField.NAME) != null) {
                        check(TypenameField.NAME, inner, part);
                    }
                    if (facts.supergraph().apiSchema().containsType(inner.runtimeType())) {
                        check(field.selections(), inner, part);
                    }
                }
            }
        }

        private void check(String mergeKey, Instance instance, int part) {
            Value value = Objects.requireNonNull(instance.value(mergeKey), "LeafRules come first");
            Set<Integer> bringing = brought.computeIfAbsent(part, added -> new HashSet<>());
            value.productions()
                    .forEach(production -> bringing.add(production.fetch().id()));
            PlanDefect.unless(
                    value.below() != null || value.isWrittenBy(awaited(part)),
                    Rule.PART_COMPLETE,
                    () -> name(part) + " does not wait for " + mergeKey + " of " + instance);
        }
    }
}
