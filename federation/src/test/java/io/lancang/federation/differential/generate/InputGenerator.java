package io.lancang.federation.differential.generate;

import graphql.language.AstPrinter;
import graphql.parser.Parser;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import io.lancang.federation.differential.data.Data;
import io.lancang.federation.differential.data.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws values of arguments, as literals or as variables with and without defaults, and conditions. */
final class InputGenerator {
    private final Data data;
    private final Dice dice;
    private final List<String> declarations = new ArrayList<>();
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();

    InputGenerator(Data data, Dice dice) {
        this.data = data;
        this.dice = dice;
    }

    /** What the operation declares. */
    String declarations() {
        return declarations.isEmpty() ? "" : "(" + String.join(", ", declarations) + ")";
    }

    Map<String, @Nullable Object> variables() {
        return variables;
    }

    /** Nothing, mostly, or {@code @skip}, {@code @include} or both. */
    String condition() {
        return switch (dice.between(0, 19)) {
            case 0 -> " @include(if: " + truth(true) + ")";
            case 1 -> " @skip(if: " + truth(false) + ")";
            case 2 -> dice.of(" @include(if: " + truth(false) + ")", " @skip(if: " + truth(true) + ")");
            case 3 -> " @include(if: " + truth(true) + ") @skip(if: " + truth(dice.chance(0.2)) + ")";
            default -> "";
        };
    }

    private String truth(boolean value) {
        if (dice.chance(0.2)) {
            return String.valueOf(value);
        }
        return switch (dice.between(0, 2)) {
            case 0 -> declare("t" + value, "Boolean!", null, value);
            case 1 -> declareDefault("d" + value, "Boolean! = " + value);
            default -> declare("o" + value, "Boolean! = " + !value, null, value);
        };
    }

    private String declare(String name, String type, @Nullable String defaultValue, @Nullable Object value) {
        String declaration = "$" + name + ": " + type + (defaultValue == null ? "" : " = " + defaultValue);
        if (!declarations.contains(declaration)) {
            declarations.add(declaration);
            variables.put(name, value);
        }
        return "$" + name;
    }

    private String declareDefault(String name, String type) {
        String declaration = "$" + name + ": " + type;
        if (!declarations.contains(declaration)) {
            declarations.add(declaration);
        }
        return "$" + name;
    }

    /** A literal or a variable. */
    String value(GraphQLArgument argument) {
        String type = GraphQLTypeUtil.simplePrint(argument.getType());
        GraphQLNamedType named = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(argument.getType());
        @Nullable Object json = json(argument.getName(), named, !type.endsWith("!"));
        String name = argument.getName() + declarations.size();
        return switch (dice.between(0, 3)) {
            case 0 -> declare(name, type, null, json);
            case 1 -> declareDefault(name, type + " = " + literal(json, named));
            default -> literal(json, named);
        };
    }

    private @Nullable Object json(String argument, GraphQLNamedType type, boolean nullable) {
        if (nullable && dice.chance(0.1)) {
            return null;
        }
        return switch (type) {
            case GraphQLEnumType constants ->
                dice.pick(constants.getValues().stream()
                        .map(GraphQLEnumValueDefinition::getName)
                        .toList());
            case GraphQLInputObjectType input -> object(input);
            default -> scalar(argument, type.getName());
        };
    }

    private Map<String, @Nullable Object> object(GraphQLInputObjectType input) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        dice.some(input.getFieldDefinitions(), 0)
                .forEach(field -> object.put(
                        field.getName(),
                        field.getName().equals("tags")
                                ? dice.of(List.of(), List.of("a", "é\""))
                                : json(
                                        field.getName(),
                                        (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType()),
                                        true)));
        return object;
    }

    private Object scalar(String argument, String type) {
        return switch (type) {
            case "Int" -> dice.between(0, 3);
            case "Decimal" -> new BigDecimal(dice.of("1.10", "12345678901234567890.5"));
            case "ID" -> dice.chance(0.1) ? "nobody" : dice.pick(ids(argument));
            default -> dice.of("s", "\"'\\", "é\n");
        };
    }

    /** What the things of the data have under the argument's name. */
    private List<Object> ids(String argument) {
        List<Object> known = data.things().values().stream()
                .map(thing -> thing.fields().get(argument))
                .filter(Objects::nonNull)
                .toList();
        return known.isEmpty() ? List.of("nobody") : known;
    }

    private static String literal(@Nullable Object json, GraphQLNamedType type) {
        return switch (json) {
            case String name when type instanceof GraphQLEnumType -> name;
            case Map<?, ?> object
            when type instanceof GraphQLInputObjectType input -> {
                List<String> fields = new ArrayList<>();
                object.forEach((name, value) -> fields.add(name + ": "
                        + literal(value, (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(
                                input.getField((String) name).getType()))));
                yield "{" + String.join(", ", fields) + "}";
            }
            case null -> "null";
            // JSON without objects is GraphQL.
            default -> AstPrinter.printAst(Parser.parseValue(Json.canonical(json)));
        };
    }
}
