package io.lancang.federation.operation.document;

import graphql.language.ArrayValue;
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
import io.lancang.federation.operation.message.NearestNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** The input fields and enum values that mistyped ones in one literal may have meant. Looks at the first few of them only. */
final class NearestInLiteral {
    private static final int MAX_MISTYPED = 20;
    private static final int MAX_NAMES = 12;

    private final Set<String> near = new LinkedHashSet<>();
    private int mistyped;

    private NearestInLiteral() {}

    /** Nearest first; none if nothing is near. */
    static List<String> of(Value<?> literal, GraphQLInputType type) {
        NearestInLiteral nearest = new NearestInLiteral();
        nearest.collect(literal, type);
        return nearest.near.stream().limit(MAX_NAMES).toList();
    }

    private void collect(Value<?> literal, GraphQLInputType type) {
        switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLList list
            when literal instanceof ArrayValue array ->
                array.getValues().forEach(item -> collect(item, (GraphQLInputType) list.getWrappedType()));
            case GraphQLList list -> collect(literal, (GraphQLInputType) list.getWrappedType());
            case GraphQLInputObjectType object
            when literal instanceof ObjectValue value ->
                value.getObjectFields().forEach(field -> collect(field, object));
            case GraphQLEnumType symbols
            when literal instanceof EnumValue value && !has(symbols, value.getName()) ->
                addAll(() -> NearestNames.toValue(value.getName(), names(symbols)));
            case GraphQLEnumType symbols
            when literal instanceof StringValue value -> {
                // An enum value in quotes, which is right but for the quotes.
                String name = Objects.requireNonNull(value.getValue());
                if (has(symbols, name)) {
                    near.add(name);
                }
            }
            default -> {
                // Any other literal has no names in it.
            }
        }
    }

    private void collect(ObjectField field, GraphQLInputObjectType object) {
        GraphQLInputObjectField definition = object.getFieldDefinition(field.getName());
        if (definition == null) {
            add(
                    field.getName(),
                    object.getFieldDefinitions().stream()
                            .map(GraphQLInputObjectField::getName)
                            .toList());
        } else {
            collect(field.getValue(), definition.getType());
        }
    }

    private void add(String name, List<String> known) {
        addAll(() -> NearestNames.to(name, known));
    }

    private void addAll(Supplier<List<String>> names) {
        if (mistyped < MAX_MISTYPED) {
            mistyped++;
            near.addAll(names.get());
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
}
