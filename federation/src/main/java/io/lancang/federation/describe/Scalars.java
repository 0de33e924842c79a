package io.lancang.federation.describe;

import graphql.schema.GraphQLScalarType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Scalars as JSON Schema. Those of GraphQL are what its specification says. What others are is known by names that graphs commonly
 * use; of all the rest any value will do, and the graph judges it.
 */
final class Scalars {
    private static final String TYPE = "type";

    private Scalars() {}

    /** A value that a client sends. */
    static Map<String, Object> input(GraphQLScalarType scalar) {
        Map<String, Object> schema = switch (scalar.getName()) {
            case "Int" -> {
                Map<String, Object> range = Ordered.of(TYPE, "integer", "minimum", Integer.MIN_VALUE);
                range.put("maximum", Integer.MAX_VALUE);
                yield range;
            }
            case "Long", "BigInteger" -> Ordered.of(TYPE, "integer");
            case "Float", "BigDecimal", "Decimal" -> Ordered.of(TYPE, "number");
            case "String", "ID" -> Ordered.of(TYPE, "string");
            case "Boolean" -> Ordered.of(TYPE, "boolean");
            case "Date" -> text("date");
            case "DateTime" -> text("date-time");
            case "Time" -> text("time");
            case "UUID" -> text("uuid");
            case "URL" -> text("uri");
            default -> new LinkedHashMap<>();
        };
        if (scalar.getSpecifiedByUrl() != null) {
            schema.put("$comment", "As in " + scalar.getSpecifiedByUrl());
        }
        return schema;
    }

    private static Map<String, Object> text(String format) {
        return Ordered.of(TYPE, "string", "format", format);
    }

    /** The JSON type of a value that a client is sent; empty if any may come. */
    static String outputType(GraphQLScalarType scalar) {
        return switch (scalar.getName()) {
            case "Int" -> "integer";
            case "Float" -> "number";
            case "String", "ID" -> "string";
            case "Boolean" -> "boolean";
            default -> "";
        };
    }
}
