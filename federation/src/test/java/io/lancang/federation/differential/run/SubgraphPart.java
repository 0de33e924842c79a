package io.lancang.federation.differential.run;

import graphql.schema.DataFetchingEnvironment;
import io.lancang.federation.differential.data.FieldSets;
import io.lancang.federation.differential.data.Json;
import io.lancang.federation.differential.data.Ref;
import io.lancang.federation.differential.data.Thing;
import io.lancang.federation.differential.data.Values;
import io.lancang.federation.differential.schema.Argument;
import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Disagreement;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import io.lancang.federation.testing.TestSubgraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subgraph that resolves what it promised and nothing else: asked for a field that is external here or that another
 * subgraph took over, it fails.
 */
final class SubgraphPart {
    private final Schema schema;
    private final Schema whole;
    private final Values values;
    private final Overridden overridden;
    private final Journal journal;

    private SubgraphPart(Schema schema, Schema whole, Values values, Overridden overridden, Journal journal) {
        this.schema = schema;
        this.whole = whole;
        this.values = values;
        this.overridden = overridden;
        this.journal = journal;
    }

    static TestSubgraph of(Schema schema, Schema whole, Values values, Overridden overridden, Journal journal) {
        SubgraphPart part = new SubgraphPart(schema, whole, values, overridden, journal);
        TestSubgraph.Builder builder = TestSubgraph.of(schema.name(), schema.sdl());
        for (Type type : schema.types().values()) {
            if (!type.keys().isEmpty()) {
                EntityResolver entities = new EntityResolver(schema, type, whole, values);
                builder.entity(type.name(), representation -> entities.resolve(new LinkedHashMap<>(representation)));
            }
            if (type.kind() == Kind.OBJECT) {
                type.fields()
                        .values()
                        .forEach(field -> builder.field(
                                type.name(), field.name(), environment -> part.fetch(type, field, environment)));
            }
        }
        return builder.build();
    }

    private @Nullable Object fetch(Type type, Field field, DataFetchingEnvironment environment) {
        Map<String, Object> source = environment.getSource();
        Node node = source == null
                ? new Node(values.data().thing(type.name()), type.name(), FieldSet.EMPTY, Map.of())
                : Node.of(source);
        checkPromised(type, field, node);
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(environment.getArguments());
        for (Argument argument : field.arguments()) {
            if (argument.fromContext() != null) {
                arguments.putIfAbsent(argument.name(), null);
            }
        }
        if (type.name().equals("Mutation")) {
            journal.add(field.name(), arguments);
        }
        Object value = value(field, node, arguments);
        if (Disagreement.isOn(field.name())) {
            value = known(value, field.named());
        }
        FieldSet provided = node.provided().below(field.name(), condition -> isA(node.thing(), condition));
        Directive provides = field.directive("provides");
        return wrap(
                value, field.named(), provides == null ? provided : provided.and(FieldSets.parse(provides.fields())));
    }

    private void checkPromised(Type type, Field field, Node node) {
        boolean withheld = field.has("external") || overridden.contains(schema.name(), type.name(), field.name());
        boolean known = type.has("extends") && isKeyField(type, field);
        if (withheld && !known && !isProvided(field, node)) {
            throw new IllegalArgumentException(
                    schema.name() + " cannot resolve " + type.name() + "." + field.name() + " here");
        }
    }

    private boolean isProvided(Field field, Node node) {
        return node.provided().contains(field.name(), condition -> isA(node.thing(), condition));
    }

    private static boolean isKeyField(Type type, Field field) {
        return type.keys().stream()
                .map(key -> FieldSets.parse(key.fields()))
                .flatMap(fields -> fields.selections().stream())
                .anyMatch(selection -> selection instanceof FieldSetSelection.Field part
                        && part.name().equals(field.name()));
    }

    private boolean isA(Thing thing, String type) {
        return thing.type().equals(type) || whole.objects(type).contains(thing.type());
    }

    private @Nullable Object value(Field field, Node node, Map<String, @Nullable Object> arguments) {
        Directive requires = field.directive("requires");
        if (requires == null) {
            return values.value(node.thing(), field.name(), arguments);
        }
        FieldSet fields = FieldSets.parse(requires.fields());
        if (node.provided().containsAll(fields, condition -> isA(node.thing(), condition))) {
            // What is required is provided here: the subgraph has it by itself.
            return Values.computed(Json.canonical(values.select(node.thing(), fields)), arguments);
        }
        return Values.computed(Json.canonical(Representation.select(node.representation(), fields, whole)), arguments);
    }

    /** What this subgraph knows of a value of which each knows something else. */
    private @Nullable Object known(@Nullable Object value, String declared) {
        return switch (value) {
            case Ref ref -> isKnown(ref, declared) ? ref : null;
            case List<?> items ->
                items.stream()
                        .filter(item -> item instanceof Ref ref && isKnown(ref, declared))
                        .toList();
            case null, default -> value;
        };
    }

    private boolean isKnown(Ref ref, String declared) {
        return schema.objects(declared).contains(values.data().thing(ref).type());
    }

    private @Nullable Object wrap(@Nullable Object value, String declared, FieldSet provided) {
        return switch (value) {
            case Ref ref -> {
                Thing thing = values.data().thing(ref);
                yield new Node(thing, typeHere(thing, declared), provided, Map.of()).toMap();
            }
            case List<?> items -> {
                List<@Nullable Object> wrapped = new ArrayList<>();
                items.forEach(item -> wrapped.add(wrap(item, declared, provided)));
                yield wrapped;
            }
            case null -> null;
            default -> value;
        };
    }

    private String typeHere(Thing thing, String declared) {
        if (schema.objects(declared).contains(thing.type())) {
            return thing.type();
        }
        Type type = Objects.requireNonNull(schema.find(declared));
        if (!type.isInterfaceObject()) {
            throw new IllegalStateException(schema.name() + " knows no " + thing.type() + " as a " + declared);
        }
        return declared;
    }
}
