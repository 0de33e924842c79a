package io.lancang.federation.plan;

import graphql.language.Argument;
import graphql.language.VariableReference;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.query.EntityFetch;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.query.GraphQLText;
import io.lancang.federation.plan.query.MergeKeys;
import io.lancang.federation.supergraph.Supergraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The merged tree of a plan as far as the plan alone tells: which objects can stand where, of which runtime types, and which
 * fetches write their values. Objects of different runtime types at one place are apart, also in everything below them.
 */
final class MergedObjects {
    private MergedObjects() {}

    /** Where objects stand: below one field of objects of one runtime type. */
    static final class Place {
        private final String path;
        private final String typeName;
        private final Supergraph supergraph;
        private final Map<String, Instance> instances = new LinkedHashMap<>();
        private final Set<String> arrived = new LinkedHashSet<>();
        private boolean isNamed;

        Place(String path, String typeName, Supergraph supergraph) {
            this.path = path;
            this.typeName = typeName;
            this.supergraph = supergraph;
        }

        /**
         * A subgraph that can tell types apart answers here, with objects of these types. Subgraphs that share a field answer
         * it with the same objects, so what one of them does not know is not there.
         */
        void arrive(Set<String> known) {
            if (isNamed) {
                arrived.retainAll(known);
            } else {
                arrived.addAll(known);
            }
            isNamed = true;
        }

        /** Runtime types that its objects can have: what every subgraph knows that answers, and any while none tells. */
        Set<String> possible() {
            return !isNamed
                    ? Objects.requireNonNull(supergraph.type(typeName), typeName)
                            .possibleTypes()
                    : arrived;
        }

        boolean isAbstract() {
            return Objects.requireNonNull(supergraph.type(typeName)).kind().isAbstract();
        }

        String typeName() {
            return typeName;
        }

        Instance instance(String runtimeType) {
            return instances.computeIfAbsent(runtimeType, type -> new Instance(this, type));
        }

        /** Those that can really stand here. */
        List<Instance> instances() {
            return List.copyOf(possible()).stream().map(this::instance).toList();
        }

        @Override
        public String toString() {
            return path;
        }
    }

    /** The objects of one runtime type at a place. */
    static final class Instance {
        private final Place place;
        private final String runtimeType;
        private final Map<String, Value> values = new LinkedHashMap<>();

        private Instance(Place place, String runtimeType) {
            this.place = place;
            this.runtimeType = runtimeType;
        }

        Place place() {
            return place;
        }

        String runtimeType() {
            return runtimeType;
        }

        @Nullable
        Value value(String mergeKey) {
            return values.get(mergeKey);
        }

        /** Where a field of the client has its value: in a place for objects of this type alone, if there is one. */
        String mergeKey(FieldSelection field) {
            if (field.name().equals(TypenameField.NAME)) {
                return TypenameField.NAME;
            }
            String own = MergeKeys.ofType(field.responseKey(), runtimeType);
            return values.containsKey(own) ? own : field.responseKey();
        }

        Iterable<Value> values() {
            return values.values();
        }

        Value write(Production production, @Nullable String childType) {
            String mergeKey = production.field().mergeKey();
            Value value = values.computeIfAbsent(
                    mergeKey,
                    key -> new Value(
                            this,
                            childType == null ? null : new Place(place.path + "/" + key, childType, place.supergraph)));
            value.productions.add(production);
            return value;
        }

        @Override
        public String toString() {
            return place + "<" + runtimeType + ">";
        }
    }

    /** What objects have under one merge key. */
    static final class Value {
        private final Instance owner;
        private final @Nullable Place below;
        private final List<Production> productions = new ArrayList<>();
        private boolean needed;

        private Value(Instance owner, @Nullable Place below) {
            this.owner = owner;
            this.below = below;
        }

        Instance owner() {
            return owner;
        }

        @Nullable
        Place below() {
            return below;
        }

        List<Production> productions() {
            return productions;
        }

        /** Whether all that write it ask for this field with these arguments of the client. */
        boolean isField(String name, String arguments) {
            return productions.stream()
                    .allMatch(production -> production.field().name().equals(name)
                            && GraphQLText.arguments(production.clientArguments())
                                    .equals(arguments));
        }

        /** The field with the arguments that a client or a field set gives. */
        String fieldText() {
            Production first = productions.getFirst();
            return first.field().name() + GraphQLText.arguments(first.clientArguments());
        }

        void need() {
            needed = true;
        }

        boolean isNeeded() {
            return needed;
        }

        boolean isWrittenBy(Set<Integer> fetches) {
            return productions.stream()
                    .anyMatch(production -> fetches.contains(production.fetch().id()));
        }
    }

    /**
     * A fetch that writes a value.
     *
     * @param call index of its entity call; 0 for root fields
     * @param types runtime types of the objects that get the value
     * @param siblings what is selected beside the field
     * @param ofInterfaceObject whether the subgraph cannot tell the objects' types apart, so that all get the value
     */
    record Production(
            Fetch fetch,
            int call,
            FetchSelection.Field field,
            Set<String> types,
            List<FetchSelection> siblings,
            boolean ofInterfaceObject) {
        /** The arguments without those that take their values from objects above. */
        List<Argument> clientArguments() {
            Set<String> contexts = new LinkedHashSet<>();
            if (fetch instanceof EntityFetch entities) {
                entities.calls().get(call).contexts().forEach(variable -> contexts.add(variable.name()));
            }
            return field.arguments().stream()
                    .filter(argument -> !(argument.getValue() instanceof VariableReference variable
                            && contexts.contains(variable.getName())))
                    .toList();
        }

        boolean isSameAnswer(Production other) {
            return fetch.id() == other.fetch().id()
                    && call == other.call()
                    && field.alias().equals(other.field().alias());
        }
    }
}
