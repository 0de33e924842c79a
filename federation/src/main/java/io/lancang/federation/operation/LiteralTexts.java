package io.lancang.federation.operation;

import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.EnumValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a client is told of a literal, in an argument or as a default value, that does not fit its type. graphql-java quotes
 * the literal as it keeps it ({@code StringValue{value='x'}}); a client knows it as it wrote it.
 */
final class LiteralTexts {
    private LiteralTexts() {}

    /** The message with each value, the whole literal or a part of it, in GraphQL's own notation. */
    static String inGraphQL(String message, Value<?> literal) {
        String told = message;
        for (Value<?> part : parts(literal)) {
            told = told.replace(part.toString(), AstPrinter.printAstCompact(part));
        }
        return told;
    }

    /** The input fields and enum values that mistyped ones in the literal may have meant, nearest first. */
    static List<String> nearest(Value<?> literal, GraphQLInputType type) {
        Set<String> near = new LinkedHashSet<>();
        collectNearest(literal, type, near);
        return List.copyOf(near);
    }

    private static void collectNearest(Value<?> literal, GraphQLInputType type, Set<String> near) {
        switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLList list
            when literal instanceof ArrayValue array ->
                array.getValues().forEach(item -> collectNearest(item, (GraphQLInputType) list.getWrappedType(), near));
            case GraphQLList list -> collectNearest(literal, (GraphQLInputType) list.getWrappedType(), near);
            case GraphQLInputObjectType object
            when literal instanceof ObjectValue value ->
                value.getObjectFields().forEach(field -> collectNearest(field, object, near));
            case GraphQLEnumType symbols
            when literal instanceof EnumValue value && !has(symbols, value.getName()) ->
                near.addAll(NearestNames.to(value.getName(), names(symbols)));
            // An enum value in quotes, which is right but for the quotes.
            case GraphQLEnumType symbols
            when literal instanceof StringValue value && has(symbols, value.getValue()) -> near.add(value.getValue());
            default -> {
                // Any other literal has no names in it.
            }
        }
    }

    private static void collectNearest(ObjectField field, GraphQLInputObjectType object, Set<String> near) {
        GraphQLInputObjectField definition = object.getFieldDefinition(field.getName());
        if (definition == null) {
            near.addAll(NearestNames.to(
                    field.getName(),
                    object.getFieldDefinitions().stream()
                            .map(GraphQLInputObjectField::getName)
                            .toList()));
        } else {
            collectNearest(field.getValue(), definition.getType(), near);
        }
    }

    private static boolean has(GraphQLEnumType symbols, String name) {
        return symbols.getValue(name) != null;
    }

    private static List<String> names(GraphQLEnumType symbols) {
        return symbols.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .toList();
    }

    /** The whole before what it holds: the text of the whole has those of its parts in it. */
    private static List<Value<?>> parts(Value<?> whole) {
        List<Value<?>> parts = new ArrayList<>();
        collectParts(whole, parts);
        return parts;
    }

    private static void collectParts(Value<?> value, List<Value<?>> parts) {
        parts.add(value);
        switch (value) {
            case ArrayValue array -> array.getValues().forEach(item -> collectParts(item, parts));
            case ObjectValue object -> object.getObjectFields().forEach(field -> collectParts(field.getValue(), parts));
            default -> {
                // A leaf.
            }
        }
    }
}
