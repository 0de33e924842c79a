package io.lancang.kit.openapi;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a request may say in its address.
 *
 * @param name as it is written
 * @param place {@code path} or {@code query}
 * @param description what it means, in a sentence
 * @param schema of its value
 * @param example a value with which the request is answered; null where no value is good for everybody
 * @param style how several values stand there
 */
public record Parameter(
        String name,
        String place,
        String description,
        JsonObject schema,
        @Nullable Object example,
        Style style) {
    private static final String PATH = "path";
    private static final String QUERY = "query";

    /** How several values stand in an address. */
    public enum Style {
        /** There is one. */
        SINGLE,
        /** They have commas between them. */
        COMMAS,
        /** Each has a key in brackets behind the name. */
        KEYS
    }

    /** A part of the path. */
    public static Parameter path(String name, String description, JsonObject schema, Object example) {
        return new Parameter(name, PATH, description, schema, example, Style.SINGLE);
    }

    /** One value behind {@code ?}, which may be left out. */
    public static Parameter query(String name, String description, JsonObject schema, Object example) {
        return new Parameter(name, QUERY, description, schema, example, Style.SINGLE);
    }

    /** One value behind {@code ?} that an answer has given, to go on from it. */
    public static Parameter given(String name, String description) {
        return new Parameter(name, QUERY, description, Schema.text(), null, Style.SINGLE);
    }

    /** Values behind {@code ?} with commas between them; all may be left out. */
    public static Parameter list(String name, String description, JsonObject items, Object example) {
        return new Parameter(name, QUERY, description, Schema.listOf(items), example, Style.COMMAS);
    }

    /** Values behind {@code ?} by keys, {@code name[KEY]=value}; all may be left out. */
    public static Parameter byKey(String name, String description, JsonObject values, JsonObject example) {
        return new Parameter(
                name, QUERY, description, Schema.object().put("additionalProperties", values), example, Style.KEYS);
    }

    JsonObject written() {
        JsonObject written = new JsonObject()
                .put("name", name)
                .put("in", place)
                .put("required", place.equals(PATH))
                .put("description", description);
        switch (style) {
            case SINGLE -> {}
            case COMMAS -> written.put("style", "form").put("explode", false);
            case KEYS -> written.put("style", "deepObject").put("explode", true);
        }
        written.put("schema", schema);
        return example == null ? written : written.put("example", example);
    }
}
