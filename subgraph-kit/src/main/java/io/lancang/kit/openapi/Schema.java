package io.lancang.kit.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;

/** Kinds of values as JSON Schema (2020-12) has them. Each call makes an object of its own. */
public final class Schema {
    private static final String TYPE = "type";

    private Schema() {}

    /** Any text. */
    public static JsonObject text() {
        return of("string");
    }

    /** Any number. */
    public static JsonObject number() {
        return of("number");
    }

    /** Any whole number. */
    public static JsonObject integer() {
        return of("integer");
    }

    /** A whole number within bounds, both included. */
    public static JsonObject integer(int least, int most) {
        return integer().put("minimum", least).put("maximum", most);
    }

    /** True or false. */
    public static JsonObject decision() {
        return of("boolean");
    }

    /** A moment with its offset from UTC (RFC 3339). */
    public static JsonObject moment() {
        return text().put("format", "date-time");
    }

    /** One of these words. */
    public static JsonObject oneOf(List<String> words) {
        return text().put("enum", new JsonArray(words));
    }

    /** One of the constants of a type, by its name. */
    public static <E extends Enum<E>> JsonObject oneOf(Class<E> type) {
        return oneOf(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    /** A list of such values. */
    public static JsonObject listOf(JsonObject items) {
        return of("array").put("items", items);
    }

    /** Any object of JSON. */
    public static JsonObject object() {
        return of("object");
    }

    /** An object that has all of these members. Their order is told, so it must be the same each time. */
    public static JsonObject object(SequencedMap<String, JsonObject> members) {
        JsonObject properties = new JsonObject();
        members.forEach(properties::put);
        return object().put("required", new JsonArray(List.copyOf(members.keySet())))
                .put("properties", properties);
    }

    /** Such a value, or null. */
    public static JsonObject orNull(JsonObject schema) {
        return schema.put(TYPE, new JsonArray().add(schema.getString(TYPE)).add("null"));
    }

    /** The schema of this name among the components. */
    public static JsonObject named(String name) {
        return new JsonObject().put("$ref", "#/components/schemas/" + name);
    }

    private static JsonObject of(String type) {
        return new JsonObject().put(TYPE, type);
    }
}
