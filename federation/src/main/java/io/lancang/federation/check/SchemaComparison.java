package io.lancang.federation.check;

import static io.lancang.federation.check.SchemaChange.Severity.BREAKING;
import static io.lancang.federation.check.SchemaChange.Severity.DANGEROUS;
import static io.lancang.federation.check.SchemaChange.Severity.SAFE;

import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.ScalarInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two schemas.
 *
 * <p>graphql-java's own {@code SchemaDiff} looks at what can be reached from the roots by the types of fields. It sees no change of a type
 * that is only reached through an interface, none of a default, and no new optional argument.
 */
public final class SchemaComparison {
    private static final Comparator<SchemaChange> WORST_FIRST =
            Comparator.comparing(SchemaChange::severity).thenComparing(SchemaChange::coordinate);

    /** What the engine obeys whatever the schema says: a schema that was not made of a supergraph does not have them. */
    private static final Set<String> OF_THE_ENGINE = Set.of("defer", "stream");

    /** Where clients write directives. */
    private static final Set<DirectiveLocation> IN_DOCUMENTS = EnumSet.of(
            DirectiveLocation.QUERY,
            DirectiveLocation.MUTATION,
            DirectiveLocation.SUBSCRIPTION,
            DirectiveLocation.FIELD,
            DirectiveLocation.FRAGMENT_DEFINITION,
            DirectiveLocation.FRAGMENT_SPREAD,
            DirectiveLocation.INLINE_FRAGMENT,
            DirectiveLocation.VARIABLE_DEFINITION);

    private final List<SchemaChange> changes = new ArrayList<>();
    private final InputComparison inputs = new InputComparison(changes);

    private SchemaComparison() {}

    /**
     * The differences, the worst first, and in the order of their coordinates.
     *
     * @param before the schema that clients know
     * @param after the one that they would meet
     */
    public static List<SchemaChange> compare(GraphQLSchema before, GraphQLSchema after) {
        SchemaComparison comparison = new SchemaComparison();
        comparison.compareTypes(byName(types(before)), byName(types(after)));
        comparison.compareDirectives(byName(documentDirectives(before)), byName(documentDirectives(after)));
        return comparison.changes.stream().sorted(WORST_FIRST).toList();
    }

    private static List<GraphQLNamedType> types(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                // Every schema has those of the language, whether they are used or not.
                .filter(type -> !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
                .toList();
    }

    private static List<GraphQLDirective> documentDirectives(GraphQLSchema schema) {
        return schema.getDirectives().stream()
                .filter(directive -> directive.validLocations().stream().anyMatch(IN_DOCUMENTS::contains))
                .filter(directive -> !OF_THE_ENGINE.contains(directive.getName()))
                .toList();
    }

    static <T extends GraphQLNamedSchemaElement> Map<String, T> byName(List<? extends T> elements) {
        return elements.stream()
                .collect(Collectors.toMap(
                        GraphQLNamedSchemaElement::getName, Function.identity(), (one, same) -> one, TreeMap::new));
    }

    private void compareTypes(Map<String, GraphQLNamedType> before, Map<String, GraphQLNamedType> after) {
        eachOf(before, after, (name, old, now) -> {
            SchemaCoordinate place = SchemaCoordinate.of(name);
            if (now == null) {
                changes.add(new SchemaChange(BREAKING, place, "the type is gone"));
            } else if (old == null) {
                changes.add(new SchemaChange(SAFE, place, "a new type"));
            } else {
                compareType(place, old, now);
            }
        });
    }

    private void compareType(SchemaCoordinate place, GraphQLNamedType before, GraphQLNamedType after) {
        switch (before) {
            case GraphQLFieldsContainer old
            when after instanceof GraphQLFieldsContainer now && old.getClass() == now.getClass() -> {
                compareInterfaces(place, (GraphQLImplementingType) old, (GraphQLImplementingType) now);
                new FieldComparison(changes, inputs).compare(old, now);
            }
            case GraphQLUnionType old
            when after instanceof GraphQLUnionType now ->
                compareMembers(place, byName(old.getTypes()), byName(now.getTypes()));
            case GraphQLEnumType old
            when after instanceof GraphQLEnumType now ->
                compareValues(place, byName(old.getValues()), byName(now.getValues()));
            case GraphQLInputObjectType old
            when after instanceof GraphQLInputObjectType now -> inputs.compare(old, now);
            case GraphQLScalarType old
            when after instanceof GraphQLScalarType now -> {
                if (!Objects.equals(old.getSpecifiedByUrl(), now.getSpecifiedByUrl())) {
                    changes.add(new SchemaChange(
                            DANGEROUS,
                            place,
                            "it is specified by " + now.getSpecifiedByUrl() + ", before by "
                                    + old.getSpecifiedByUrl()));
                }
            }
            default -> changes.add(new SchemaChange(BREAKING, place, "the type is of another kind"));
        }
    }

    private void compareInterfaces(
            SchemaCoordinate place, GraphQLImplementingType before, GraphQLImplementingType after) {
        eachOf(byName(before.getInterfaces()), byName(after.getInterfaces()), (name, old, now) -> {
            if (now == null) {
                changes.add(new SchemaChange(BREAKING, place, "it no longer implements " + name));
            } else if (old == null) {
                changes.add(new SchemaChange(
                        DANGEROUS, place, "it implements " + name + ": fragments on that find its objects too"));
            }
        });
    }

    private void compareMembers(
            SchemaCoordinate place,
            Map<String, ? extends GraphQLNamedSchemaElement> before,
            Map<String, ? extends GraphQLNamedSchemaElement> after) {
        eachOf(before, after, (name, old, now) -> {
            if (now == null) {
                changes.add(new SchemaChange(BREAKING, place, name + " is no longer one of its types"));
            } else if (old == null) {
                changes.add(new SchemaChange(DANGEROUS, place, name + " is one of its types now"));
            }
        });
    }

    private void compareValues(
            SchemaCoordinate place,
            Map<String, GraphQLEnumValueDefinition> before,
            Map<String, GraphQLEnumValueDefinition> after) {
        eachOf(before, after, (name, old, now) -> {
            if (now == null) {
                changes.add(new SchemaChange(BREAKING, SchemaCoordinate.of(place.type(), name), "the value is gone"));
            } else if (old == null) {
                changes.add(new SchemaChange(
                        DANGEROUS, place, name + " is one of its values now, and answers can have it"));
            }
        });
    }

    private void compareDirectives(Map<String, GraphQLDirective> before, Map<String, GraphQLDirective> after) {
        eachOf(before, after, (name, old, now) -> {
            SchemaCoordinate place = SchemaCoordinate.of("@" + name);
            if (now == null) {
                changes.add(new SchemaChange(BREAKING, place, "the directive is gone"));
            } else if (old == null) {
                changes.add(new SchemaChange(SAFE, place, "a new directive"));
            } else {
                inputs.compareArguments(place, old.getArguments(), now.getArguments());
                Set<DirectiveLocation> gone = EnumSet.copyOf(old.validLocations());
                gone.retainAll(IN_DOCUMENTS);
                gone.removeAll(now.validLocations());
                gone.forEach(location ->
                        changes.add(new SchemaChange(BREAKING, place, "it may no longer stand at " + location)));
            }
        });
    }

    /** What a name stood for, and what it stands for; null where there is none. */
    @FunctionalInterface
    interface Pair<T> {
        void accept(String name, @Nullable T before, @Nullable T after);
    }

    static <T> void eachOf(Map<String, ? extends T> before, Map<String, ? extends T> after, Pair<T> pair) {
        before.forEach((name, old) -> pair.accept(name, old, after.get(name)));
        after.forEach((name, now) -> {
            if (!before.containsKey(name)) {
                pair.accept(name, null, now);
            }
        });
    }
}
