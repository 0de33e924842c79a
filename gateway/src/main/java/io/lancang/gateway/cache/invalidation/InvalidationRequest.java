package io.lancang.gateway.cache.invalidation;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an operator declares invalid. */
record InvalidationRequest(List<String> marks) {
    private static final Set<String> MEMBERS = Set.of("tags", "subgraph", "type");

    /**
     * Reads a JSON object with {@code tags} (a list of strings), {@code subgraph}, {@code type} (a string each), or several of them:
     * what has any of them becomes invalid.
     *
     * @throws IllegalArgumentException if it is something else; the message says what
     */
    static InvalidationRequest parse(String text) {
        JsonObject json;
        try {
            json = new JsonObject(text);
        } catch (DecodeException e) {
            throw new IllegalArgumentException("The body is no JSON object.", e);
        }
        for (String name : json.fieldNames()) {
            if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException(
                        "The member \"" + name + "\" is unknown; there are tags, subgraph and" + " type.");
            }
        }
        List<String> marks = new ArrayList<>();
        if (json.containsKey("tags")) {
            if (!(json.getValue("tags") instanceof JsonArray tags)) {
                throw new IllegalArgumentException("tags must be a list of strings.");
            }
            tags.forEach(tag -> marks.add(Invalidations.tag(text("tags", tag))));
        }
        if (json.containsKey("subgraph")) {
            marks.add(Invalidations.subgraph(text("subgraph", json.getValue("subgraph"))));
        }
        if (json.containsKey("type")) {
            marks.add(Invalidations.type(text("type", json.getValue("type"))));
        }
        if (marks.isEmpty()) {
            throw new IllegalArgumentException(
                    "Name what is invalid: {\"tags\":[\"…\"]}, {\"subgraph\":\"…\"} or" + " {\"type\":\"…\"}.");
        }
        return new InvalidationRequest(List.copyOf(marks));
    }

    private static String text(String member, Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException(member + " must be a name, and not " + value + ".");
    }
}
