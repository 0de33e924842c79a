package io.lancang.federation.plan;

import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.plan.MergedObjects.Instance;
import io.lancang.federation.plan.MergedObjects.Place;
import io.lancang.federation.plan.MergedObjects.Production;
import io.lancang.federation.plan.MergedObjects.Value;
import io.lancang.federation.plan.PlanDefect.Rule;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.query.GraphQLText;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.tree.Demand;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the client selects is brought, once for every runtime type, and nothing is brought that nobody needs. */
final class LeafRules {
    private final PlanFacts facts;
    private final boolean inParts;

    LeafRules(PlanFacts facts, QueryPlan plan) {
        this.facts = facts;
        this.inParts = !plan.deferred().isEmpty();
    }

    /** Checks the selections at a place, and marks what they need. */
    void checkSelected(SelectionSet selections, Place place) {
        for (Instance instance : place.instances()) {
            if (facts.supergraph().apiSchema().containsType(instance.runtimeType())) {
                checkSelected(selections, instance);
            }
        }
    }

    private void checkSelected(SelectionSet selections, Instance instance) {
        for (Selection selection : selections.selections()) {
            if (!facts.hold(selection.conditions())) {
                continue;
            }
            switch (selection) {
                case FragmentSelection fragment -> {
                    if (facts.applies(fragment.typeCondition(), instance.runtimeType())) {
                        checkSelected(fragment.selections(), instance);
                    }
                }
                case FieldSelection field -> checkSelected(field, instance);
            }
        }
    }

    private void checkSelected(FieldSelection field, Instance instance) {
        boolean isRoot = instance.place().toString().isEmpty();
        if (isRoot && field.name().startsWith("__")) {
            return;
        }
        String mergeKey = instance.mergeKey(field);
        Value value = instance.value(mergeKey);
        PlanDefect.unless(
                value != null && value.isField(field.name(), GraphQLText.arguments(field.arguments())),
                Rule.LEAF_PRESENT,
                () -> "nothing brings " + mergeKey + " of " + instance);
        Value present = Objects.requireNonNull(value);
        present.need();
        Place below = present.below();
        if (below != null) {
            if (below.isAbstract()) {
                below.instances().forEach(one -> {
                    Value type = one.value(TypenameField.NAME);
                    PlanDefect.unless(
                            type != null || isAlike(field.selections(), below),
                            Rule.LEAF_PRESENT,
                            () -> "nothing tells the type of the objects at " + below);
                    if (type != null) {
                        type.need();
                    }
                });
            }
            checkSelected(field.selections(), below);
        }
    }

    /** Whether the client can be shown all objects without knowing their types, as one subgraph does not know them. */
    private boolean isAlike(SelectionSet selections, Place place) {
        return facts.supergraph().allowsUnknownType(place.typeName())
                && areForAll(selections, place, facts.type(place.typeName()).possibleTypes());
    }

    /**
     * Whether no field is for objects of some types only.
     *
     * @param types for which fragments around leave the selections
     */
    private boolean areForAll(SelectionSet selections, Place place, Set<String> types) {
        return selections.selections().stream()
                .filter(selection -> facts.hold(selection.conditions()))
                .allMatch(selection -> switch (selection) {
                    case FragmentSelection fragment -> {
                        Set<String> narrowed = new HashSet<>(types);
                        narrowed.retainAll(facts.type(fragment.typeCondition()).possibleTypes());
                        yield narrowed.isEmpty() || areForAll(fragment.selections(), place, narrowed);
                    }
                    case FieldSelection field ->
                        types.equals(facts.type(place.typeName()).possibleTypes())
                                && facts.type(place.typeName()).fields().containsKey(field.name());
                });
    }

    /** Checks that no value at the place or below is brought twice or in vain. */
    void checkBrought(Place place) {
        for (Instance instance : place.instances()) {
            for (Value value : instance.values()) {
                if (value.below() == null) {
                    checkOnce(value);
                    checkNeeded(value);
                } else {
                    checkBrought(value.below());
                }
            }
        }
    }

    private void checkOnce(Value value) {
        Production first = value.productions().getFirst();
        boolean typename = first.field().name().equals(TypenameField.NAME);
        for (Production other : value.productions()) {
            // Subgraphs that know different types must each tell which they answer.
            boolean others = typename && !first.types().equals(other.types());
            // A part of an answer may ask again for what an earlier one has asked for under another type, rather than
            // wait.
            boolean ofParts = inParts && first.fetch().id() != other.fetch().id();
            PlanDefect.unless(
                    others || ofParts || first.isSameAnswer(other),
                    Rule.ONCE,
                    () -> "fetches #" + first.fetch().id() + " and #"
                            + other.fetch().id() + " both bring "
                            + first.field().mergeKey() + " of " + value.owner());
        }
    }

    private void checkNeeded(Value value) {
        Production first = value.productions().getFirst();
        boolean typename = first.field().name().equals(TypenameField.NAME);
        PlanDefect.unless(
                value.isNeeded()
                        || (typename && isOnlyProof(first))
                        || ((first.ofInterfaceObject() || isOneForAll(first, value)) && isNeededOfAny(value)),
                Rule.NEEDED,
                () -> "nobody needs " + first.field().mergeKey() + " of " + value.owner() + ", which fetch #"
                        + first.fetch().id() + " brings");
    }

    /**
     * Whether one selection brings the value for objects of every type, as it may where all of them can enter a subgraph alike,
     * by the key of their interface: that some of them are asked for nothing there is no reason to select it type by type.
     */
    private boolean isOneForAll(Production production, Value value) {
        String typeName = value.owner().place().typeName();
        return production.types().containsAll(value.owner().place().possible())
                && facts.supergraph().subgraphs().stream()
                        .anyMatch(subgraph -> facts.isInterfaceObject(subgraph.name(), typeName));
    }

    private static boolean isNeededOfAny(Value value) {
        String mergeKey = value.productions().getFirst().field().mergeKey();
        return value.owner().place().instances().stream()
                .map(instance -> instance.value(mergeKey))
                .anyMatch(other -> other != null && other.isNeeded());
    }

    /** Whether nothing else, whatever the variables, tells in this answer that the object is there. */
    private static boolean isOnlyProof(Production typename) {
        return isOnlyProof(typename.siblings(), typename.field().conditions());
    }

    private static boolean isOnlyProof(List<FetchSelection> siblings, Conditions conditions) {
        return siblings.stream()
                .noneMatch(sibling -> sibling instanceof FetchSelection.Field field
                        && !field.name().equals(TypenameField.NAME)
                        && Demand.implies(conditions, field.conditions()));
    }
}
