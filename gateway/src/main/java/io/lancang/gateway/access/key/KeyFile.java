package io.lancang.gateway.access.key;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.limits.rate.Plan;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of keys. Immutable.
 *
 * @param keys by their hashes
 * @param anonymous the limits of clients that nobody knows; null if there are none
 */
record KeyFile(Map<String, ApiClient> keys, @Nullable Plan anonymous) {
    KeyFile {
        keys = Map.copyOf(keys);
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException says what is wrong with it, as the end of a sentence
     */
    static KeyFile parse(String text) {
        JsonObject json;
        try {
            json = new JsonObject(text);
        } catch (DecodeException e) {
            // Its message has a part of the file.
            throw new IllegalArgumentException("is no JSON object", e);
        }
        Map<String, Plan> plans = new HashMap<>();
        JsonArray written = list(json, "plans");
        for (int i = 0; i < written.size(); i++) {
            Plan plan = item(written, "plans", i, KeyJson::plan);
            if (plans.putIfAbsent(plan.name(), plan) != null) {
                throw new IllegalArgumentException("has two plans with the name \"" + plan.name() + "\"");
            }
        }
        Map<String, ApiClient> keys = new HashMap<>();
        written = list(json, "keys");
        for (int i = 0; i < written.size(); i++) {
            ApiClient client = item(written, "keys", i, key -> KeyJson.client(key, plan(key, plans)));
            if (keys.putIfAbsent(client.hash(), client) != null) {
                throw new IllegalArgumentException("has the key " + client.prefix() + " twice");
            }
        }
        return new KeyFile(keys, plans.get(Plan.ANONYMOUS));
    }

    private static Plan plan(JsonObject key, Map<String, Plan> plans) {
        Plan plan = key.getValue("plan") instanceof String name ? plans.get(name) : null;
        if (plan == null) {
            throw new IllegalArgumentException("\"plan\" is the name of no plan of the file");
        }
        return plan;
    }

    private static JsonArray list(JsonObject json, String member) {
        return switch (json.getValue(member)) {
            case null -> new JsonArray();
            case JsonArray list -> list;
            default -> throw new IllegalArgumentException("has \"" + member + "\" that is not a list");
        };
    }

    private static <T> T item(JsonArray list, String name, int index, Reader<T> reader) {
        try {
            if (list.getValue(index) instanceof JsonObject item) {
                return reader.read(item);
            }
            throw new IllegalArgumentException("it is no object");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has " + name + "[" + index + "] that is wrong: " + e.getMessage(), e);
        }
    }

    /** Reads one item. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(JsonObject json);
    }
}
