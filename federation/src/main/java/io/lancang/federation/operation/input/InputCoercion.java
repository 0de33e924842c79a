package io.lancang.federation.operation.input;

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
import io.lancang.federation.OperationLimits;
import io.lancang.federation.operation.message.NearestNames;
import io.lancang.federation.operation.message.Shortened;
import io.lancang.federation.supergraph.JsonLiterals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Input coercion of the GraphQL specification over JSON values. graphql-java's own turns every Float into a double; here
 * numbers stay as exact as the client wrote them.
 */
public final class InputCoercion {
    private static final BigInteger INT_MIN = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final int SHOWN_NAMES = 20;
    private static final int SHOWN_CHARACTERS = 60;

    private final GraphQLSchema schema;
    private final FieldTypes types = new FieldTypes();
    private final OperationLimits limits;
    private final boolean suggestions;

    /** A value that does not fit; the message continues after the variable's name. */
    public static final class Mismatch extends Exception {
        private static final long serialVersionUID = 1L;

        public Mismatch(String message) {
            super(message, null, false, false);
        }
    }

    /** There is more in the variables of one request than may be; the message is whole. */
    public static final class TooMuch extends Exception {
        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message, null, false, false);
        }
    }

    /** How many values the variables of one request have had so far. Owned by one request. */
    public static final class Count {
        private int values;
        private int depth;

        /** Begins another variable, wherever the last one ended. */
        public void nextVariable() {
            depth = 0;
        }
    }

    public InputCoercion(GraphQLSchema schema, OperationLimits limits, boolean suggestions) {
        this.schema = schema;
        this.limits = limits;
        this.suggestions = suggestions;
    }

    /**
     * The value as subgraphs take it.
     *
     * @param path of the value inside of its variable
     * @param count of the request's values
     */
    @Nullable
    public Object coerce(Type<?> type, @Nullable Object value, InputPath path, Count count) throws Mismatch, TooMuch {
        if (++count.values > limits.maxVariableValues()) {
            throw new TooMuch("The variables hold more than " + limits.maxVariableValues()
                    + " values. Send less, or in several requests.");
        }
        return switch (type) {
            case NonNullType nonNull -> {
                if (value == null) {
                    throw new Mismatch(path.text() + " must not be null; it is of type " + TypeTexts.of(type));
                }
                yield coerceNullable(nonNull.getType(), value, path, count);
            }
            default -> value == null ? null : coerceNullable(type, value, path, count);
        };
    }

    private Object coerceNullable(Type<?> type, Object value, InputPath path, Count count) throws Mismatch, TooMuch {
        return switch (type) {
            case ListType list -> {
                enter(count);
                Object items = coerceList(list, value, path, count);
                count.depth--;
                yield items;
            }
            case TypeName name -> coerceNamed(name.getName(), value, path, count);
            default -> throw new IllegalArgumentException("unknown kind of type reference: " + type);
        };
    }

    private void enter(Count count) throws TooMuch {
        if (++count.depth > limits.form().maxNesting()) {
            throw new TooMuch("A variable nests more than " + limits.form().maxNesting()
                    + " lists and objects in each other. Send a flatter one.");
        }
    }

    private Object coerceList(ListType list, Object value, InputPath path, Count count) throws Mismatch, TooMuch {
        List<@Nullable Object> items = new ArrayList<>();
        if (value instanceof List<?> sent) {
            for (int index = 0; index < sent.size(); index++) {
                items.add(coerce(list.getType(), sent.get(index), path.item(index), count));
            }
        } else {
            // The specification takes a single value for a list of one.
            items.add(coerce(list.getType(), value, path, count));
        }
        return items;
    }

    private Object coerceNamed(String type, Object value, InputPath path, Count count) throws Mismatch, TooMuch {
        return switch (schema.getType(type)) {
            case GraphQLEnumType values -> coerceEnum(values, value, path);
            case GraphQLInputObjectType object -> {
                enter(count);
                Object fields = coerceObject(object, value, path, count);
                count.depth--;
                yield fields;
            }
            case null, default -> coerceScalar(type, value, path);
        };
    }

    private Object coerceEnum(GraphQLEnumType type, Object value, InputPath path) throws Mismatch {
        if (value instanceof String name && type.getValue(name) != null) {
            return name;
        }
        String hint =
                value instanceof String name && suggestions ? question(NearestNames.toValue(name, names(type))) : "";
        throw new Mismatch(path.text() + " is " + ShownValue.of(value) + ", which is no value of the enum "
                + type.getName() + hint);
    }

    private static List<String> names(GraphQLEnumType type) {
        return type.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .toList();
    }

    private static List<String> names(GraphQLInputObjectType type) {
        return type.getFieldDefinitions().stream()
                .map(GraphQLInputObjectField::getName)
                .toList();
    }

    private String hint(String name, Supplier<List<String>> known) {
        return question(suggestions ? NearestNames.to(name, known.get()) : List.of());
    }

    private static String question(List<String> near) {
        return near.isEmpty() ? "" : ". " + NearestNames.question(near);
    }

    private Object coerceObject(GraphQLInputObjectType type, Object value, InputPath path, Count count)
            throws Mismatch, TooMuch {
        if (!(value instanceof Map<?, ?> sent)) {
            throw mismatch(type.getName(), value, path);
        }
        for (Object name : sent.keySet()) {
            if (type.getFieldDefinition(String.valueOf(name)) == null) {
                throw unknownField(type, String.valueOf(name), path);
            }
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            coerceField(field, sent, path, fields, count);
        }
        if (type.isOneOf() && (fields.size() != 1 || fields.containsValue(null))) {
            throw new Mismatch(
                    path.text() + " must have exactly one field, not null, since " + type.getName() + " is @oneOf");
        }
        return fields;
    }

    private Mismatch unknownField(GraphQLInputObjectType type, String name, InputPath path) {
        String hint = hint(name, () -> names(type));
        if (hint.isEmpty() && suggestions) {
            List<String> known = names(type);
            hint = ". It has " + known.stream().limit(SHOWN_NAMES).toList()
                    + (known.size() > SHOWN_NAMES ? " and others" : "");
        }
        return new Mismatch(path.text() + " has the field " + Shortened.quote(name, SHOWN_CHARACTERS) + ", which "
                + type.getName() + " does not have" + hint);
    }

    private void coerceField(
            GraphQLInputObjectField field,
            Map<?, ?> sent,
            InputPath path,
            Map<String, @Nullable Object> fields,
            Count count)
            throws Mismatch, TooMuch {
        String name = field.getName();
        if (sent.containsKey(name)) {
            fields.put(name, coerce(types.of(field), sent.get(name), path.field(name), count));
        } else if (field.hasSetDefaultValue()
                && field.getInputFieldDefaultValue().getValue() instanceof Value<?> value) {
            Object literal = JsonLiterals.toJson(value, none -> null);
            fields.put(name, coerce(types.of(field), literal, path.field(name), count));
        } else if (GraphQLTypeUtil.isNonNull(field.getType())) {
            throw new Mismatch(path.field(name).text() + " needs a value of type " + TypeTexts.of(types.of(field))
                    + ", but none was sent");
        }
    }

    private static Object coerceScalar(String type, Object value, InputPath path) throws Mismatch {
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
        return number.signum() == 0
                || ((long) number.precision() - number.scale() <= 11
                        && number.stripTrailingZeros().scale() <= 0);
    }

    private static boolean isIntegral(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    }

    private static Mismatch mismatch(String type, Object value, InputPath path) {
        return new Mismatch(path.text() + " is " + ShownValue.of(value) + ", which is not of type " + type);
    }
}
