package io.lancang.federation.plan;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.MergedObjects.Instance;
import io.lancang.federation.plan.MergedObjects.Place;
import io.lancang.federation.plan.MergedObjects.Production;
import io.lancang.federation.plan.MergedObjects.Value;
import io.lancang.federation.plan.PlanDefect.Rule;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.query.ContextSource;
import io.lancang.federation.plan.query.EntityCall;
import io.lancang.federation.plan.query.EntityFetch;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.query.Representation;
import io.lancang.federation.plan.query.RepresentationSelection;
import io.lancang.federation.supergraph.SubgraphField;
import io.lancang.federation.supergraph.SubgraphType;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Representations carry one key and what the selected fields require, nothing else, and all of it is there before their
 * fetch is sent. Marks what they use as needed.
 */
final class RepresentationRules {
    private final PlanFacts facts;
    private final FieldSetPaths paths;
    private final Set<Use> uses;

    /** One fetch brings something that another sends. */
    record Use(int fetch, int supplier) {}

    /** What a representation is looked at for. */
    private record Context(Fetch fetch, Set<Integer> before) {}

    /**
     * Rules of one run through a plan.
     *
     * @param uses where to note what is used
     */
    RepresentationRules(PlanFacts facts, Set<Use> uses) {
        this.facts = facts;
        this.paths = new FieldSetPaths(facts);
        this.uses = uses;
    }

    /** The representation for objects of a runtime type, or null if they take no part in the call. */
    static @Nullable Representation chosen(EntityCall call, String runtimeType) {
        return call.representations().stream()
                .filter(one -> one.types().isEmpty() || one.types().contains(runtimeType))
                .findFirst()
                .orElse(null);
    }

    void check(EntityFetch fetch, EntityCall call, List<Place> places, Set<Integer> before) {
        Context context = new Context(fetch, before);
        boolean byType =
                call.representations().stream().anyMatch(one -> !one.types().isEmpty() || one.typename() == null);
        for (Place place : places) {
            for (Instance instance : place.instances()) {
                Representation representation = chosen(call, instance.runtimeType());
                if (representation == null
                        || !facts.holdAny(representation.when())
                        || !isAsked(fetch, call.selections(), new Sent(representation, instance))
                        || isLeftOut(representation, instance, fetch.subgraph())) {
                    continue;
                }
                if (byType) {
                    useType(fetch, instance, before);
                }
                checkPresent(context, representation.fields(), instance);
                checkContent(fetch, call, representation, instance);
            }
        }
    }

    /** What a context argument takes of an object above must be there. */
    void checkContext(EntityFetch fetch, ContextSource source, Instance instance, Set<Integer> before) {
        if (!source.types().isEmpty()) {
            useType(fetch, instance, before);
        }
        if (source.types().isEmpty() || source.types().contains(instance.runtimeType())) {
            checkPresent(new Context(fetch, before), source.fields(), instance);
        }
    }

    /**
     * Whether objects of a type are left out on purpose: what is asked of an interface object is asked for all types, and
     * those that need nothing bring no key.
     */
    boolean isLeftOut(Representation representation, Instance instance, String subgraph) {
        String typename = representation.typename();
        return typename != null
                && facts.isInterfaceObject(subgraph, typename)
                && paths.fieldsFor(representation.fields(), instance.runtimeType()).stream()
                        .anyMatch(field -> instance.value(field.mergeKey()) == null);
    }

    /** Whether anything of the call is asked for; otherwise it is no matter whether its objects are there. */
    boolean isAsked(EntityCall call) {
        return isAsked(call.selections());
    }

    /** An object as it is sent: one can be several interface objects in one subgraph. */
    private record Sent(Representation representation, Instance instance) {
        String typename() {
            String typename = representation.typename();
            return typename == null ? instance.runtimeType() : typename;
        }
    }

    private boolean reaches(EntityFetch fetch, FetchSelection.Fragment fragment, Sent sent) {
        String condition = fragment.typeCondition();
        return facts.isInterfaceObject(fetch.subgraph(), condition)
                ? condition.equals(sent.typename())
                : facts.possible(fetch.subgraph(), condition)
                        .contains(sent.instance().runtimeType());
    }

    private boolean isAsked(EntityFetch fetch, List<FetchSelection> selections, Sent sent) {
        return selections.stream()
                .filter(selection -> facts.hold(selection.conditions()))
                .anyMatch(selection -> switch (selection) {
                    case FetchSelection.Field field -> field.selections().isEmpty() || isAsked(field.selections());
                    case FetchSelection.Fragment fragment ->
                        reaches(fetch, fragment, sent) && isAsked(fetch, fragment.selections(), sent);
                });
    }

    private boolean isAsked(List<FetchSelection> selections) {
        return selections.stream()
                .anyMatch(selection -> facts.hold(selection.conditions())
                        && (selection.selections().isEmpty() || isAsked(selection.selections())));
    }

    /** The runtime type of the objects decides something, so it must be known. */
    void useType(Fetch fetch, Instance instance, Set<Integer> before) {
        use(new Context(fetch, before), instance, TypenameField.NAME, TypenameField.NAME);
    }

    /** A fetch belongs to the objects under a merge key, so it must be known that they are there. */
    void usePlace(Fetch fetch, Instance instance, String mergeKey, Set<Integer> before) {
        Value value = instance.value(mergeKey);
        PlanDefect.unless(
                value != null && value.isWrittenBy(before),
                Rule.INPUT_PRESENT,
                () -> "fetch #" + fetch.id() + " belongs to " + instance + "/" + mergeKey
                        + ", which nothing before it brings");
        for (Production production : Objects.requireNonNull(value).productions()) {
            uses.add(new Use(fetch.id(), production.fetch().id()));
        }
    }

    private void checkPresent(Context context, List<RepresentationSelection> fields, Instance instance) {
        Set<String> names = new HashSet<>();
        for (RepresentationSelection.Field field : paths.fieldsFor(fields, instance.runtimeType())) {
            PlanDefect.unless(
                    names.add(field.name()),
                    Rule.REPRESENTATION_COMPLETE,
                    () -> "fetch #" + context.fetch().id() + " sends " + field.name() + " of " + instance + " twice");
            Value value = use(context, instance, field.mergeKey(), field.name());
            if (value.below() != null) {
                value.below().instances().forEach(below -> checkPresent(context, field.fields(), below));
            }
        }
    }

    private Value use(Context context, Instance instance, String mergeKey, String name) {
        Value value = instance.value(mergeKey);
        PlanDefect.unless(
                value != null
                        && value.isWrittenBy(context.before())
                        && value.productions().stream()
                                .allMatch(
                                        production -> production.field().name().equals(name)),
                Rule.INPUT_PRESENT,
                () -> "fetch #" + context.fetch().id() + " needs " + name + " from " + mergeKey + " of " + instance
                        + ", which nothing before it brings");
        Value present = Objects.requireNonNull(value);
        present.need();
        for (Production production : present.productions()) {
            uses.add(new Use(context.fetch().id(), production.fetch().id()));
        }
        return present;
    }

    private void checkContent(EntityFetch fetch, EntityCall call, Representation representation, Instance instance) {
        Sent object = new Sent(representation, instance);
        String typename = object.typename();
        SubgraphType type = Objects.requireNonNull(facts.type(fetch.subgraph(), typename), typename);
        Set<String> sent = paths.sent(representation.fields(), instance);
        Set<String> required = paths.of(requirements(fetch, call.selections(), object), instance);
        PlanDefect.unless(
                sent.containsAll(required),
                Rule.REPRESENTATION_COMPLETE,
                () -> "fetch #" + fetch.id() + " sends " + sent + " of " + instance + ", its fields require "
                        + required);
        List<Set<String>> keys = facts.resolvableKeys(type).stream()
                .map(key -> paths.of(key, instance))
                .filter(sent::containsAll)
                .toList();
        PlanDefect.unless(
                !keys.isEmpty(),
                Rule.REPRESENTATION_COMPLETE,
                () -> "fetch #" + fetch.id() + " sends " + sent + " of " + instance + ", which holds no key");
        PlanDefect.unless(
                keys.stream()
                        .anyMatch(key -> sent.stream().allMatch(one -> key.contains(one) || required.contains(one))),
                Rule.REPRESENTATION_MINIMAL,
                () -> "fetch #" + fetch.id() + " sends " + sent + " of " + instance + ", of which it needs " + keys
                        + " and " + required);
    }

    private FieldSet requirements(EntityFetch fetch, List<FetchSelection> selections, Sent sent) {
        FieldSet all = FieldSet.EMPTY;
        for (FetchSelection selection : selections) {
            if (selection instanceof FetchSelection.Fragment fragment
                    && facts.hold(fragment.conditions())
                    && reaches(fetch, fragment, sent)) {
                all = all.and(requirements(fetch, fragment, sent));
            }
        }
        return all;
    }

    private FieldSet requirements(EntityFetch fetch, FetchSelection.Fragment fragment, Sent sent) {
        FieldSet all = requirements(fetch, fragment.selections(), sent);
        SubgraphType type = Objects.requireNonNull(facts.type(fetch.subgraph(), fragment.typeCondition()));
        for (FetchSelection selection : fragment.selections()) {
            if (selection instanceof FetchSelection.Field field && facts.hold(field.conditions())) {
                SubgraphField asked = type.field(field.name());
                all = asked == null ? all : all.and(asked.requires());
            }
        }
        return all;
    }
}
