package io.lancang.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Components of several documents in one: what is the same is there once, and what merely has the same name gets another. */
final class References {
    private static final String ROOT = "#/components/";
    /** The gateway alone says who its clients are. */
    private static final String OWN = "securitySchemes";

    private References() {}

    /**
     * Adds the components of a document.
     *
     * @param subgraph whose they are
     * @return the new addresses of those that were renamed, by the old ones
     */
    static Map<String, String> add(JsonObject further, JsonObject components, String subgraph) {
        Map<String, String> renamed = renamed(further, components, subgraph);
        for (String kind : further.fieldNames()) {
            if (kind.equals(OWN)) {
                continue;
            }
            JsonObject known = components.getJsonObject(kind, new JsonObject());
            for (var component : further.getJsonObject(kind)) {
                String address = ROOT + kind + "/" + component.getKey();
                String now = renamed.getOrDefault(address, address);
                known.put(now.substring(now.lastIndexOf('/') + 1), renamed((JsonObject) component.getValue(), renamed));
            }
            components.put(kind, known);
        }
        return renamed;
    }

    /** What differs is renamed, and then whatever refers to something that was renamed, since it differs by that. */
    private static Map<String, String> renamed(JsonObject further, JsonObject components, String subgraph) {
        Map<String, String> renamed = new TreeMap<>();
        int before;
        do {
            before = renamed.size();
            for (String kind : further.fieldNames()) {
                JsonObject known = components.getJsonObject(kind, new JsonObject());
                for (var component : further.getJsonObject(kind)) {
                    JsonObject ours = known.getJsonObject(component.getKey());
                    JsonObject theirs = (JsonObject) component.getValue();
                    if (!kind.equals(OWN)
                            && ours != null
                            && !(ours.equals(theirs) && theirs.equals(renamed(theirs, renamed)))) {
                        String address = ROOT + kind + "/";
                        renamed.put(address + component.getKey(), address + subgraph + "." + component.getKey());
                    }
                }
            }
        } while (renamed.size() > before);
        return renamed;
    }

    /** The same with new addresses. */
    static JsonObject renamed(JsonObject object, Map<String, String> renamed) {
        return changed(object, address -> renamed.getOrDefault(address, address));
    }

    private static JsonObject changed(JsonObject object, UnaryOperator<String> change) {
        JsonObject changed = new JsonObject();
        for (var member : object) {
            changed.put(member.getKey(), changed(member.getKey(), member.getValue(), change));
        }
        return changed;
    }

    private static @Nullable Object changed(String name, @Nullable Object value, UnaryOperator<String> change) {
        return switch (value) {
            case JsonObject object -> changed(object, change);
            case JsonArray array ->
                new JsonArray(
                        array.stream().map(item -> changed("", item, change)).toList());
            case String address when name.equals("$ref") -> change.apply(address);
            case null -> null;
            default -> value;
        };
    }
}
