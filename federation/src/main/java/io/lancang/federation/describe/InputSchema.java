package io.lancang.federation.describe;

import graphql.GraphQLContext;
import graphql.execution.TypeFromAST;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The variables of an operation as JSON Schema. What may be null is not required, and its type does not say null besides: many
 * clients read no lists of types, and GraphQL takes an explicit null all the same. Input objects stand under {@code $defs}, since
 * they may contain themselves.
 */
final class InputSchema {
    private final GraphQLSchema schema;
    private final Map<String, String> uses;
    /** Sorted, so that the same operation has the same schema. */
    private final Map<String, Map<String, Object>> definitions = new TreeMap<>();

    /** @param uses descriptions of variables, by their names */
    InputSchema(GraphQLSchema schema, Map<String, String> uses) {
        this.schema = schema;
        this.uses = uses;
    }

    Map<String, Object> of(OperationDefinition operation) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            GraphQLType type =
                    Objects.requireNonNull(TypeFromAST.getTypeFromAST(schema, variable.getType()), "a valid document");
            Map<String, Object> property = described(type, description(variable));
            if (variable.getDefaultValue() != null) {
                property.put("default", Literals.json(variable.getDefaultValue()));
            } else if (type instanceof GraphQLNonNull) {
                required.add(variable.getName());
            }
            properties.put(variable.getName(), property);
        }
        Map<String, Object> object = object(properties, required);
        if (!definitions.isEmpty()) {
            object.put("$defs", definitions);
        }
        return object;
    }

    /** What its author has written above it, or what the graph says of the argument that it is for. */
    private @Nullable String description(VariableDefinition variable) {
        String own = OperationDescriber.comments(variable);
        return own.isEmpty() ? uses.get(variable.getName()) : own;
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        // GraphQL refuses fields that it does not know; of variables it would ignore them, a mistyped name for
        // instance.
        object.put("additionalProperties", false);
        return object;
    }

    /** @param description of the place; where it has none, that of the type stands */
    private Map<String, Object> described(GraphQLType type, @Nullable String description) {
        Map<String, Object> of = of(type);
        if (description != null && !description.isBlank()) {
            Object ofType = of.remove("description");
            // The names of values say little without what they mean.
            boolean isEnum = of.containsKey("enum") && ofType != null;
            of.put("description", isEnum ? description.strip() + "\n" + ofType : description.strip());
        }
        return of;
    }

    private Map<String, Object> of(GraphQLType type) {
        return switch (type) {
            case GraphQLNonNull nonNull -> of(nonNull.getWrappedType());
            case GraphQLList list -> {
                Map<String, Object> array = new LinkedHashMap<>();
                array.put("type", "array");
                array.put("items", of(list.getWrappedType()));
                yield array;
            }
            case GraphQLEnumType each -> ofEnum(each);
            case GraphQLScalarType scalar -> {
                Map<String, Object> of = Scalars.input(scalar);
                if (!isOfGraphQL(scalar)) {
                    describe(of, scalar.getDescription());
                }
                yield of;
            }
            case GraphQLInputObjectType input -> {
                define(input);
                Map<String, Object> reference = new LinkedHashMap<>();
                reference.put("$ref", "#/$defs/" + input.getName());
                yield reference;
            }
            default -> throw new IllegalStateException("no input type: " + ((GraphQLNamedType) type).getName());
        };
    }

    private static boolean isOfGraphQL(GraphQLScalarType scalar) {
        return !Scalars.outputType(scalar).isEmpty();
    }

    private static Map<String, Object> ofEnum(GraphQLEnumType type) {
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("type", "string");
        of.put(
                "enum",
                type.getValues().stream()
                        .map(GraphQLEnumValueDefinition::getName)
                        .toList());
        StringBuilder description = new StringBuilder(
                type.getDescription() == null ? "" : type.getDescription().strip());
        for (GraphQLEnumValueDefinition value : type.getValues()) {
            if (value.getDescription() != null) {
                description
                        .append(description.isEmpty() ? "" : "\n")
                        .append(value.getName())
                        .append(": ")
                        .append(value.getDescription().strip());
            }
        }
        describe(of, description.toString());
        return of;
    }

    private void define(GraphQLInputObjectType input) {
        if (definitions.containsKey(input.getName())) {
            return;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        // Before its fields, which may be of this type.
        definitions.put(input.getName(), object);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (GraphQLInputObjectField field : input.getFieldDefinitions()) {
            Map<String, Object> property = described(field.getType(), field.getDescription());
            if (field.hasSetDefaultValue()) {
                property.put(
                        "default",
                        Literals.json(ValuesResolver.valueToLiteral(
                                field.getInputFieldDefaultValue(),
                                field.getType(),
                                GraphQLContext.getDefault(),
                                Locale.ENGLISH)));
            } else if (field.getType() instanceof GraphQLNonNull) {
                required.add(field.getName());
            }
            properties.put(field.getName(), property);
        }
        object.putAll(object(properties, required));
        describe(object, input.getDescription());
        if (input.isOneOf()) {
            object.put("minProperties", 1);
            object.put("maxProperties", 1);
        }
    }

    private static void describe(Map<String, Object> schema, @Nullable String description) {
        if (description != null && !description.isBlank()) {
            schema.put("description", description.strip());
        }
    }
}
