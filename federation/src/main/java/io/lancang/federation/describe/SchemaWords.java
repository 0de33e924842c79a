package io.lancang.federation.describe;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.lancang.federation.SchemaEntry;
import io.lancang.federation.SchemaIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types and fields of a schema, with the words in them. Immutable. */
public final class SchemaWords implements SchemaIndex {
    /** A signature of a type with more members leaves the rest out; they are found by their own names. */
    private static final int MOST_MEMBERS = 60;

    private final List<Indexed> all;

    /**
     * @param names words of its name
     * @param others words of its description, its arguments and the values that it has
     */
    private record Indexed(SchemaEntry entry, Set<String> names, Set<String> others) {}

    private SchemaWords(List<Indexed> all) {
        this.all = List.copyOf(all);
    }

    /** Indexes a schema, without what introspection has of its own. Takes a few milliseconds for a large one. */
    public static SchemaIndex of(GraphQLSchema schema) {
        List<Indexed> all = new ArrayList<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (!type.getName().startsWith("__")) {
                addType(all, type);
            }
        }
        return new SchemaWords(all);
    }

    private static void addType(List<Indexed> all, GraphQLNamedType type) {
        all.add(indexed(
                new SchemaEntry(
                        type.getName(), signature(type), text(type.getDescription()), Map.of(), /* deprecated= */ null),
                type.getName(),
                type instanceof GraphQLEnumType values ? valueTexts(values) : ""));
        switch (type) {
            case GraphQLFieldsContainer container ->
                container.getFieldDefinitions().forEach(field -> addField(all, container, field));
            case GraphQLInputObjectType input ->
                input.getFieldDefinitions().forEach(field -> addField(all, input, field));
            default -> {
                // Has no fields.
            }
        }
    }

    private static void addField(List<Indexed> all, GraphQLFieldsContainer type, GraphQLFieldDefinition field) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (GraphQLArgument argument : field.getArguments()) {
            if (argument.getDescription() != null) {
                arguments.put(argument.getName(), argument.getDescription().strip());
            }
        }
        all.add(indexed(
                new SchemaEntry(
                        type.getName() + "." + field.getName(),
                        signature(field),
                        text(field.getDescription()),
                        arguments,
                        field.getDeprecationReason()),
                field.getName(),
                arguments.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(" "))));
    }

    private static void addField(List<Indexed> all, GraphQLInputObjectType type, GraphQLInputObjectField field) {
        all.add(indexed(
                new SchemaEntry(
                        type.getName() + "." + field.getName(),
                        field.getName() + ": " + GraphQLTypeUtil.simplePrint(field.getType()),
                        text(field.getDescription()),
                        Map.of(),
                        field.getDeprecationReason()),
                field.getName(),
                ""));
    }

    private static Indexed indexed(SchemaEntry entry, String name, String more) {
        Set<String> names = Words.of(name);
        return new Indexed(entry, names, Words.of(entry.description() + " " + more));
    }

    private static String valueTexts(GraphQLEnumType type) {
        return type.getValues().stream()
                .map(value -> value.getName() + " " + text(value.getDescription()))
                .collect(Collectors.joining(" "));
    }

    private static String text(@Nullable String description) {
        return description == null ? "" : description.strip();
    }

    private static String signature(GraphQLNamedType type) {
        return switch (type) {
            case GraphQLObjectType each -> "type " + each.getName() + fields(each);
            case GraphQLInterfaceType each -> "interface " + each.getName() + fields(each);
            case GraphQLInputObjectType each ->
                "input " + each.getName()
                        + members(each.getFieldDefinitions().stream()
                                .map(field -> field.getName() + ": " + GraphQLTypeUtil.simplePrint(field.getType())));
            case GraphQLEnumType each ->
                "enum " + each.getName() + members(each.getValues().stream().map(GraphQLEnumValueDefinition::getName));
            case GraphQLUnionType each ->
                "union " + each.getName() + " = "
                        + each.getTypes().stream()
                                .map(GraphQLNamedType::getName)
                                .collect(Collectors.joining(" | "));
            case GraphQLScalarType each -> "scalar " + each.getName();
            default -> throw new IllegalStateException("no type of GraphQL: " + type.getName());
        };
    }

    private static String fields(GraphQLFieldsContainer type) {
        return members(type.getFieldDefinitions().stream().map(SchemaWords::signature));
    }

    private static String members(Stream<String> members) {
        List<String> all = members.toList();
        String shown = all.stream().limit(MOST_MEMBERS).collect(Collectors.joining(" "));
        return " { " + shown + (all.size() > MOST_MEMBERS ? " ..." : "") + " }";
    }

    private static String signature(GraphQLFieldDefinition field) {
        String arguments = field.getArguments().stream()
                .map(argument -> argument.getName() + ": " + GraphQLTypeUtil.simplePrint(argument.getType()))
                .collect(Collectors.joining(", "));
        return field.getName() + (arguments.isEmpty() ? "" : "(" + arguments + ")") + ": "
                + GraphQLTypeUtil.simplePrint(field.getType());
    }

    /** An entry that fits, and how well. */
    private record Fit(SchemaEntry entry, int score) {}

    @Override
    public Found search(String words, int most) {
        Set<String> wanted = new TreeSet<>(Words.of(words));
        List<Fit> fits = new ArrayList<>();
        for (Indexed each : all) {
            int score = Words.score(wanted, each.names(), each.others());
            if (score > 0) {
                fits.add(new Fit(each.entry(), score));
            }
        }
        List<SchemaEntry> best = fits.stream()
                .sorted(Comparator.comparingInt(Fit::score)
                        .reversed()
                        .thenComparing(fit -> fit.entry().coordinate()))
                .limit(most)
                .map(Fit::entry)
                .toList();
        return new Found(best, fits.size());
    }
}
