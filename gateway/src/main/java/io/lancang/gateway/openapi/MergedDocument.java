package io.lancang.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes one document of the gateway's own paths and those that it passes on. A subgraph that does not answer is named, and its paths are missing. */
final class MergedDocument {
    private static final String VERSION = "3.1.1";
    static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete", "options");
    private static final String TAGS = "tags";

    private static final String ABOUT =
            "Everything that this address answers outside GraphQL. Errors have one form, with stable codes."
                    + " Requests count against the limits of whoever sends them.";

    private MergedDocument() {}

    /**
     * Makes it.
     *
     * @param version of the gateway
     * @param server where clients find the gateway, or what leads there from the document
     * @param isAccessRequired whether nobody may ask without saying who it is
     * @param own the gateway's paths
     * @param parts of subgraphs, in any order
     */
    static JsonObject of(
            String version, String server, boolean isAccessRequired, Collection<JsonObject> own, List<Part> parts) {
        JsonObject paths = new JsonObject();
        JsonObject components = Shared.components();
        own.forEach(paths::mergeIn);
        Map<String, String> missing = new TreeMap<>();
        parts.stream()
                .sorted((one, other) -> one.subgraph().compareTo(other.subgraph()))
                .forEach(part -> {
                    switch (part) {
                        case Part.Described described -> add(described, paths, components);
                        case Part.Missing gone -> missing.put(gone.subgraph(), gone.reason());
                    }
                });
        return new JsonObject()
                .put("openapi", VERSION)
                .put("info", info(version, missing))
                .put("servers", new JsonArray().add(new JsonObject().put("url", server)))
                .put("security", Shared.security(isAccessRequired))
                .put(TAGS, tags(paths))
                .put("paths", paths)
                .put("components", components);
    }

    private static JsonObject info(String version, Map<String, String> missing) {
        JsonObject info = new JsonObject().put("title", "Lancang").put("version", version);
        if (missing.isEmpty()) {
            return info.put("description", ABOUT);
        }
        JsonArray told = new JsonArray();
        missing.forEach((subgraph, reason) ->
                told.add(new JsonObject().put("subgraph", subgraph).put("reason", reason)));
        return info.put(
                        "description",
                        ABOUT + " Not described now, because they do not say what they have: "
                                + String.join(", ", missing.keySet()) + ".")
                .put("x-missing", told);
    }

    private static void add(Part.Described part, JsonObject paths, JsonObject components) {
        JsonObject document = part.document();
        Map<String, String> renamed =
                References.add(document.getJsonObject("components", new JsonObject()), components, part.subgraph());
        for (var path : document.getJsonObject("paths", new JsonObject())) {
            for (Folder folder : part.folders()) {
                folder.publicPath(path.getKey())
                        .ifPresent(own ->
                                passOn(References.renamed((JsonObject) path.getValue(), renamed), folder, own, paths));
            }
        }
    }

    private static void passOn(JsonObject item, Folder folder, String own, JsonObject paths) {
        JsonObject passed = new JsonObject();
        for (var member : item) {
            if (!METHODS.contains(member.getKey())) {
                passed.put(member.getKey(), member.getValue());
            } else if (folder.methods().contains(member.getKey())) {
                JsonObject operation = (JsonObject) member.getValue();
                String id = operation.getString("operationId");
                if (id != null) {
                    operation.put("operationId", named(folder.subgraph(), id));
                }
                Shared.addTo(operation);
                passed.put(member.getKey(), operation);
            }
        }
        if (passed.fieldNames().stream().anyMatch(METHODS::contains)) {
            paths.put(own, passed);
        }
    }

    /** No two subgraphs know each other's names. */
    private static String named(String subgraph, String id) {
        return id.isEmpty() ? subgraph : subgraph + id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }

    private static JsonArray tags(JsonObject paths) {
        Set<String> names = new TreeSet<>();
        for (var path : paths) {
            for (var member : (JsonObject) path.getValue()) {
                if (METHODS.contains(member.getKey())) {
                    JsonArray tags = ((JsonObject) member.getValue()).getJsonArray(TAGS, new JsonArray());
                    tags.forEach(tag -> names.add(String.valueOf(tag)));
                }
            }
        }
        JsonArray tags = new JsonArray();
        names.forEach(name -> tags.add(new JsonObject().put("name", name)));
        return tags;
    }
}
