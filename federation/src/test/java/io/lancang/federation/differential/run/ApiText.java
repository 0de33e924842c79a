package io.lancang.federation.differential.run;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A schema as sorted text, to be compared. */
final class ApiText {
    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private ApiText() {}

    static String of(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("_") && !BUILT_IN.contains(type.getName()))
                .map(ApiText::type)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String type(GraphQLNamedType type) {
        String head = type.getClass().getSimpleName() + " " + type.getName();
        return switch (type) {
            case GraphQLFieldsContainer container ->
                head + " : " + implemented(container) + sorted(container.getFieldDefinitions(), ApiText::field);
            case GraphQLUnionType union -> head + sorted(union.getTypes(), GraphQLNamedSchemaElement::getName);
            case GraphQLEnumType constants -> head + sorted(constants.getValues(), GraphQLEnumValueDefinition::getName);
            case GraphQLInputObjectType input -> head + sorted(input.getFieldDefinitions(), ApiText::input);
            default -> head;
        };
    }

    private static String implemented(GraphQLFieldsContainer container) {
        return container instanceof GraphQLImplementingType type
                ? sorted(type.getInterfaces(), GraphQLNamedSchemaElement::getName)
                : "";
    }

    private static String field(GraphQLFieldDefinition field) {
        // Federation's own entry points are no part of what is compared.
        return field.getName().startsWith("_")
                ? ""
                : field.getName() + sorted(field.getArguments(), ApiText::argument) + ": "
                        + GraphQLTypeUtil.simplePrint(field.getType());
    }

    private static String argument(GraphQLArgument argument) {
        return argument.getName() + ": " + GraphQLTypeUtil.simplePrint(argument.getType())
                + (argument.hasSetDefaultValue()
                        ? " = " + argument.getArgumentDefaultValue().getValue()
                        : "");
    }

    private static String input(GraphQLInputObjectField field) {
        return field.getName() + ": " + GraphQLTypeUtil.simplePrint(field.getType());
    }

    private static <T> String sorted(Collection<? extends T> parts, java.util.function.Function<T, String> text) {
        return parts.stream()
                .map(text)
                .filter(part -> !part.isEmpty())
                .sorted()
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
