package io.lancang.federation.describe;

import graphql.schema.GraphQLScalarType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Scalars as JSON Schema. Those of GraphQL are what its specification says. What others are is known by names that graphs commonly
 * use; of all the rest any value will do, and the graph judges it.
 */
final class Scalars {
    private static final Map<String, Map<String, Object>> BY_NAME = Map.ofEntries(
            Map.entry("Int", Map.of("type", "integer", "minimum", Integer.MIN_VALUE, "maximum", Integer.MAX_VALUE)),
            Map.entry("Float", Map.of("type", "number")),
            Map.entry("String", Map.of("type", "string")),
            Map.entry("ID", Map.of("type", "string")),
            Map.entry("Boolean", Map.of("type", "boolean")),
            Map.entry("Date", Map.of("type", "string", "format", "date")),
            Map.entry("DateTime", Map.of("type", "string", "format", "date-time")),
            Map.entry("Time", Map.of("type", "string", "format", "time")),
            Map.entry("UUID", Map.of("type", "string", "format", "uuid")),
            Map.entry("URL", Map.of("type", "string", "format", "uri")),
            Map.entry("Long", Map.of("type", "integer")),
            Map.entry("BigInteger", Map.of("type", "integer")),
            Map.entry("BigDecimal", Map.of("type", "number")),
            Map.entry("Decimal", Map.of("type", "number")));

    private Scalars() {}

    /** A value that a client sends. */
    static Map<String, Object> input(GraphQLScalarType scalar) {
        Map<String, Object> schema = new LinkedHashMap<>(BY_NAME.getOrDefault(scalar.getName(), Map.of()));
        if (scalar.getSpecifiedByUrl() != null) {
            schema.put("$comment", "As in " + scalar.getSpecifiedByUrl());
        }
        return schema;
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
