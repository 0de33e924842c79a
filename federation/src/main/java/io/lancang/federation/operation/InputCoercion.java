package io.lancang.federation.operation;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.lancang.federation.supergraph.JsonLiterals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Input coercion of the GraphQL specification over JSON values. graphql-java's own turns every Float into a double; here
 * numbers stay as exact as the client wrote them.
 */
final class InputCoercion {
    private static final BigInteger INT_MIN = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final int SHOWN_CHARACTERS = 60;

    private final GraphQLSchema schema;

    /** A value that does not fit; the message continues after the variable's name. */
    static final class Mismatch extends Exception {
        private static final long serialVersionUID = 1L;

        Mismatch(String message) {
            super(message, null, false, false);
        }
    }

    InputCoercion(GraphQLSchema schema) {
        this.schema = schema;
    }

    /**
     * @param path of the value inside of its variable: empty, or like {@code .filter.codes[1]}
     */
    @Nullable
    Object coerce(Type<?> type, @Nullable Object value, String path) throws Mismatch {
        return switch (type) {
            case NonNullType nonNull -> {
                if (value == null) {
                    throw new Mismatch(path + " must not be null; it is of type " + TypeTexts.of(type));
                }
                yield coerce(nonNull.getType(), value, path);
            }
            case ListType list -> value == null ? null : coerceList(list, value, path);
            case TypeName name -> value == null ? null : coerceNamed(name.getName(), value, path);
            default -> throw new IllegalArgumentException("unknown kind of type reference: " + type);
        };
    }

    private Object coerceList(ListType list, Object value, String path) throws Mismatch {
        List<@Nullable Object> items = new ArrayList<>();
        if (value instanceof List<?> sent) {
            for (int index = 0; index < sent.size(); index++) {
                items.add(coerce(list.getType(), sent.get(index), path + "[" + index + "]"));
            }
        } else {
            // The specification takes a single value for a list of one.
            items.add(coerce(list.getType(), value, path));
        }
        return items;
    }

    private Object coerceNamed(String type, Object value, String path) throws Mismatch {
        return switch (schema.getType(type)) {
            case GraphQLEnumType values -> coerceEnum(values, value, path);
            case GraphQLInputObjectType object -> coerceObject(object, value, path);
            case null, default -> coerceScalar(type, value, path);
        };
    }

    private static Object coerceEnum(GraphQLEnumType type, Object value, String path) throws Mismatch {
        List<String> names = type.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .toList();
        if (value instanceof String name && names.contains(name)) {
            return name;
        }
        List<String> near = value instanceof String name ? NearestNames.to(name, names) : List.of();
        String hint = near.isEmpty() ? "" : ". " + NearestNames.question(near);
        throw new Mismatch(path + " is " + shown(value) + ", which is no value of the enum " + type.getName() + hint);
    }

    private Object coerceObject(GraphQLInputObjectType type, Object value, String path) throws Mismatch {
        if (!(value instanceof Map<?, ?> sent)) {
            throw mismatch(type.getName(), value, path);
        }
        for (Object name : sent.keySet()) {
            if (type.getFieldDefinition(String.valueOf(name)) == null) {
                List<String> known = type.getFieldDefinitions().stream()
                        .map(GraphQLInputObjectField::getName)
                        .toList();
                List<String> near = NearestNames.to(String.valueOf(name), known);
                throw new Mismatch(path + " has the field " + name + ", which " + type.getName() + " does not have. "
                        + (near.isEmpty() ? "It has " + known : NearestNames.question(near)));
            }
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            coerceField(field, sent, path, fields);
        }
        if (type.isOneOf() && (fields.size() != 1 || fields.containsValue(null))) {
            throw new Mismatch(path + " must have exactly one field, not null, since " + type.getName() + " is @oneOf");
        }
        return fields;
    }

    private void coerceField(
            GraphQLInputObjectField field, Map<?, ?> sent, String path, Map<String, @Nullable Object> fields)
            throws Mismatch {
        String name = field.getName();
        Type<?> type = TypeReferences.of(field.getType());
        String place = path + "." + name;
        if (sent.containsKey(name)) {
            fields.put(name, coerce(type, sent.get(name), place));
        } else if (field.hasSetDefaultValue()
                && field.getInputFieldDefaultValue().getValue() instanceof Value<?> value) {
            fields.put(name, coerce(type, JsonLiterals.toJson(value, none -> null), place));
        } else if (GraphQLTypeUtil.isNonNull(field.getType())) {
            throw new Mismatch(place + " needs a value of type " + TypeTexts.of(type) + ", but none was sent");
        }
    }

    private static Object coerceScalar(String type, Object value, String path) throws Mismatch {
        boolean fits = switch (type) {
            case "Int" -> isInt(value);
            case "Float" -> value instanceof Number;
            case "String" -> value instanceof String;
            case "Boolean" -> value instanceof Boolean;
            case "ID" -> value instanceof String || isIntegral(value);
            // A custom scalar takes what it takes; only subgraphs know.
            default -> true;
        };
        if (!fits) {
            throw mismatch(type, value, path);
        }
        return switch (type) {
            case "ID" -> value.toString();
            case "Int" -> whole(value);
            default -> value;
        };
    }

    private static boolean isInt(Object value) {
        return switch (value) {
            case Integer small -> true;
            case Long number -> number == number.intValue();
            case BigInteger number -> number.compareTo(INT_MIN) >= 0 && number.compareTo(INT_MAX) <= 0;
            // 1.0 is a whole number, in JSON and in the specification.
            case BigDecimal number -> isWhole(number) && isInt(number.toBigIntegerExact());
            case Double number -> isInt(BigDecimal.valueOf(number));
            default -> false;
        };
    }

    /** Without a fraction of zero, which a subgraph that reads an Int need not take. */
    private static Object whole(Object value) {
        return switch (value) {
            case BigDecimal number -> number.intValueExact();
            case Double number -> number.intValue();
            default -> value;
        };
    }

    private static boolean isWhole(BigDecimal number) {
        // Bounded first: 1e999999999 is whole, but not to be written out.
        return number.precision() - number.scale() <= 11
                && number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isIntegral(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    }

    private static Mismatch mismatch(String type, Object value, String path) {
        return new Mismatch(path + " is " + shown(value) + ", which is not of type " + type);
    }

    private static String shown(Object value) {
        String text = value instanceof String string ? "\"" + string + "\"" : String.valueOf(value);
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
