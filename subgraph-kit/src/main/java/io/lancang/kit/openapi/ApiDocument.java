package io.lancang.kit.openapi;

import io.vertx.core.json.JsonObject;
import java.util.Collection;

/** The document about all routes of a service (OpenAPI 3.1). */
final class ApiDocument {
    private static final String VERSION = "3.1.1";

    private ApiDocument() {}

    /**
     * Writes it.
     *
     * @param service the name of the subgraph
     * @param version of the service
     * @throws IllegalStateException if two features have a component of one name
     */
    static JsonObject of(String service, String version, Collection<DescribedRoutes> routes) {
        JsonObject paths = new JsonObject();
        JsonObject components = Components.common();
        for (DescribedRoutes each : routes) {
            each.operations().forEach(operation -> operation.addTo(paths));
            add(each.components(), components);
        }
        return new JsonObject()
                .put("openapi", VERSION)
                .put(
                        "info",
                        new JsonObject()
                                .put("title", "Lancang: " + service)
                                .put("summary", "What the service " + service + " answers outside GraphQL.")
                                .put("version", version))
                .put("paths", paths)
                .put("components", components);
    }

    private static void add(JsonObject further, JsonObject components) {
        for (String kind : further.fieldNames()) {
            if (!components.containsKey(kind)) {
                components.put(kind, new JsonObject());
            }
            JsonObject known = components.getJsonObject(kind);
            for (var component : further.getJsonObject(kind)) {
                if (known.containsKey(component.getKey())) {
                    throw new IllegalStateException("Two features have a component " + component.getKey());
                }
                known.put(component.getKey(), component.getValue());
            }
        }
    }
}
