package io.lancang.federation.plan;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.MergedObjects.Instance;
import io.lancang.federation.plan.MergedObjects.Place;
import io.lancang.federation.plan.MergedObjects.Production;
import io.lancang.federation.plan.MergedObjects.Value;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.query.ContextSource;
import io.lancang.federation.plan.query.ContextVariable;
import io.lancang.federation.plan.query.EntityCall;
import io.lancang.federation.plan.query.EntityFetch;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.query.PathStep;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.query.Representation;
import io.lancang.federation.plan.query.RootFetch;
import io.lancang.federation.supergraph.SubgraphField;
import io.lancang.federation.supergraph.SubgraphType;
import io.lancang.federation.supergraph.TypeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Carries a plan out without any subgraph: writes what each fetch asks for into the merged tree, in the plan's order, under
 * one choice of the Boolean variables. What a representation needs is looked up before its fetch writes.
 */
final class PlanWalk {
    private final PlanFacts facts;
    private final QueryPlan plan;
    private final Place root;
    private final RepresentationRules representations;

    /** The merged tree of a whole plan. */
    static Place of(PlanFacts facts, QueryPlan plan, String rootType, Set<RepresentationRules.Use> uses) {
        PlanWalk walk = new PlanWalk(
                facts, plan, new Place("", rootType, facts.supergraph()), new RepresentationRules(facts, uses));
        plan.fetches().forEach(walk::write);
        // A later arrival can tell that objects of some types are not there after all, so inputs are looked up at the
        // end.
        plan.fetches().forEach(walk::checkInputs);
        return walk.root;
    }

    private PlanWalk(PlanFacts facts, QueryPlan plan, Place root, RepresentationRules representations) {
        this.facts = facts;
        this.plan = plan;
        this.root = root;
        this.representations = representations;
    }

    private void write(Fetch fetch) {
        switch (fetch) {
            case RootFetch rootFetch -> {
                if (facts.holdAny(rootFetch.when())) {
                    for (Place place : places(rootFetch.path())) {
                        Subject subject = new Subject(place, place.possible(), place.typeName(), FieldSet.EMPTY, false);
                        write(new Target(fetch, 0), subject, rootFetch.selections());
                    }
                }
            }
            case EntityFetch entities -> {
                for (int index = 0; index < entities.calls().size(); index++) {
                    EntityCall call = entities.calls().get(index);
                    if (facts.holdAny(call.when())) {
                        write(new Target(fetch, index), call);
                    }
                }
            }
        }
    }

    private record Target(Fetch fetch, int call) {}

    /**
     * Objects of a subgraph's answer.
     *
     * @param types runtime types that they can have
     * @param typeName their static type in the subgraph
     * @param entity whether they were entered by a representation, which may carry requirements
     */
    private record Subject(Place place, Set<String> types, String typeName, FieldSet atHand, boolean entity) {}

    private void write(Target target, EntityCall call) {
        for (Place place : places(call.path())) {
            Set<String> entered = new LinkedHashSet<>();
            for (Instance instance : place.instances()) {
                Representation representation = RepresentationRules.chosen(call, instance.runtimeType());
                if (representation != null
                        && facts.holdAny(representation.when())
                        && !representations.isLeftOut(
                                representation, instance, target.fetch().subgraph())) {
                    entered.add(instance.runtimeType());
                }
            }
            if (isForWholeInterface(call, target.fetch().subgraph())) {
                place.arrive(facts.possible(target.fetch().subgraph(), place.typeName()));
            }
            // The answer's static type is the union of all entities; only fragments tell more.
            write(target, new Subject(place, entered, "", FieldSet.EMPTY, true), call.selections());
        }
    }

    /** Whether an interface object's objects enter a subgraph that knows their types. */
    private boolean isForWholeInterface(EntityCall call, String subgraph) {
        return call.representations().stream()
                .anyMatch(one -> one.types().isEmpty()
                        && one.typename() != null
                        && facts.type(one.typename()).kind().isAbstract()
                        && !facts.isInterfaceObject(subgraph, one.typename()));
    }

    private void checkInputs(Fetch fetch) {
        Set<Integer> before = before(fetch, plan);
        switch (fetch) {
            case RootFetch rootFetch -> checkPath(fetch, rootFetch.path(), before);
            case EntityFetch entities -> {
                for (EntityCall call : entities.calls()) {
                    if (facts.holdAny(call.when()) && representations.isAsked(call)) {
                        representations.check(entities, call, places(call.path()), before);
                        checkPath(entities, call.path(), before);
                        checkContexts(entities, call, before);
                    }
                }
            }
        }
    }

    private void checkContexts(EntityFetch fetch, EntityCall call, Set<Integer> before) {
        for (ContextVariable variable : call.contexts()) {
            for (ContextSource source : variable.sources()) {
                PathStep step = call.path().get(source.depth());
                for (Place place : places(call.path().subList(0, source.depth()))) {
                    for (Instance instance : on(place, step)) {
                        representations.checkContext(fetch, source, instance, before);
                    }
                }
            }
        }
    }

    private void checkPath(Fetch fetch, List<PathStep> path, Set<Integer> before) {
        List<Place> places = List.of(root);
        for (PathStep step : path) {
            for (Place place : places) {
                for (Instance instance : on(place, step)) {
                    if (!step.types().isEmpty()) {
                        representations.useType(fetch, instance, before);
                    }
                    representations.usePlace(fetch, instance, step.mergeKey(), before);
                }
            }
            places = below(places, step);
        }
    }

    private List<Place> places(List<PathStep> path) {
        List<Place> places = List.of(root);
        for (PathStep step : path) {
            places = below(places, step);
        }
        return places;
    }

    private static List<Place> below(List<Place> places, PathStep step) {
        List<Place> found = new ArrayList<>();
        for (Place place : places) {
            for (Instance instance : on(place, step)) {
                Value value = instance.value(step.mergeKey());
                if (value != null && value.below() != null) {
                    found.add(value.below());
                }
            }
        }
        return found;
    }

    private static List<Instance> on(Place place, PathStep step) {
        return place.instances().stream()
                .filter(instance -> step.types().isEmpty() || step.types().contains(instance.runtimeType()))
                .toList();
    }

    private void write(Target target, Subject subject, List<FetchSelection> selections) {
        for (FetchSelection selection : selections) {
            if (!facts.hold(selection.conditions())) {
                continue;
            }
            switch (selection) {
                case FetchSelection.Field field -> write(target, subject, field, selections);
                case FetchSelection.Fragment fragment -> {
                    Set<String> types = new LinkedHashSet<>(subject.types());
                    types.retainAll(facts.possible(target.fetch().subgraph(), fragment.typeCondition()));
                    write(
                            target,
                            new Subject(
                                    subject.place(),
                                    types,
                                    fragment.typeCondition(),
                                    subject.atHand(),
                                    subject.entity()),
                            fragment.selections());
                }
            }
        }
    }

    private void write(Target target, Subject subject, FetchSelection.Field field, List<FetchSelection> siblings) {
        Production production = new Production(
                target.fetch(),
                target.call(),
                field,
                subject.types(),
                siblings,
                facts.isInterfaceObject(target.fetch().subgraph(), subject.typeName()));
        if (field.name().equals(TypenameField.NAME)) {
            subject.types().forEach(type -> subject.place().instance(type).write(production, null));
            return;
        }
        String subgraph = target.fetch().subgraph();
        SubgraphType type = Objects.requireNonNull(facts.type(subgraph, subject.typeName()));
        SubgraphField asked = Objects.requireNonNull(type.field(field.name()));
        for (String runtimeType : subject.types()) {
            PlanDefect.unless(
                    facts.isResolved(type, asked, subject.atHand(), runtimeType)
                            && (subject.entity() || facts.isProvided(asked.requires(), subject.atHand(), runtimeType)),
                    PlanDefect.Rule.RESOLVED,
                    () -> "fetch #" + target.fetch().id() + " asks " + subgraph + " for " + type.name() + "."
                            + field.name() + " at " + subject.place() + ", where it does not resolve it");
            Instance instance = subject.place().instance(runtimeType);
            if (field.selections().isEmpty()) {
                instance.write(production, null);
            } else {
                Value value = instance.write(production, supergraphType(subject.typeName(), field.name()));
                Place below = Objects.requireNonNull(value.below());
                String typeBelow = TypeNames.named(asked.type());
                Set<String> known = facts.possible(subgraph, typeBelow);
                if (!facts.isInterfaceObject(subgraph, typeBelow)) {
                    below.arrive(known);
                }
                FieldSet atHand = facts.atHandBelow(type, asked, subject.atHand(), runtimeType);
                write(target, new Subject(below, known, typeBelow, atHand, false), field.selections());
            }
        }
    }

    private String supergraphType(String typeName, String field) {
        return TypeNames.named(
                Objects.requireNonNull(facts.type(typeName).fields().get(field), typeName + "." + field));
    }

    /** Ids of the fetches that are over when a fetch is sent. */
    static Set<Integer> before(Fetch fetch, QueryPlan plan) {
        Set<Integer> before = new HashSet<>();
        for (int earlier : fetch.after()) {
            if (before.add(earlier)) {
                before.addAll(before(plan.fetches().get(earlier), plan));
            }
        }
        return before;
    }
}
