package io.lancang.gateway.pages;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.openapi.OwnRoutes;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What the gateway has beside GraphQL and the pages for people, as OpenAPI describes it. */
@Singleton
class PageDescription implements OwnRoutes {
    private static final String SCHEMA = """
            {"/schema.graphql": {"get": {"operationId": "getSchema", "tags": ["Gateway"], "security": [{}],
               "summary": "The schema that clients of GraphQL see", "description": "In the schema definition language.",
               "responses": {"200": {"description": "The schema.",
                 "content": {"application/graphql": {"schema": {"type": "string"}}}}}}}}
            """;

    private static final String HEALTH = """
            {"/health": {"get": {"operationId": "getHealth", "tags": ["Gateway"], "security": [{}],
               "summary": "Whether the gateway is ready",
               "responses": {
                 "200": {"description": "It is.", "content": {"application/json": {"schema": {"type": "object", "required": ["status"],
                   "properties": {"status": {"const": "UP"}}}}}},
                 "503": {"description": "It is not.", "content": {"application/json": {"schema": {"type": "object", "required": ["status"],
                   "properties": {"status": {"const": "DOWN"}}}}}}}}}}
            """;

    private static final String CATALOG = """
            {"/exports/catalog.jsonld": {"get": {"operationId": "getCatalogs", "tags": ["Catalogues"], "security": [{}],
               "summary": "The catalogues of all services (DCAT 3, JSON-LD)",
               "responses": {"200": {"description": "The catalogue of catalogues.",
                 "content": {"application/ld+json": {"schema": {"type": "object"}}}}}}}}
            """;

    private static final String DOCUMENT = """
            {"get": {"operationId": "{id}", "tags": ["Gateway"], "security": [{}], "summary": "This document, as {form}",
               "description": "A subgraph that does not say what it has is named in `info.x-missing`, and its paths are missing.",
               "parameters": [{"name": "If-None-Match", "in": "header", "schema": {"type": "string"},
                 "description": "ETags of what the client has: one of them is answered with 304."}],
               "responses": {
                 "200": {"description": "The document.", "content": {"{media}": {"schema": {"type": "{type}"}}},
                   "headers": {"ETag": {"description": "The version; strong.", "schema": {"type": "string"}}}},
                 "304": {"description": "The client has this version already."}}}}
            """;

    private final GatewayConfig config;

    @Inject
    PageDescription(GatewayConfig config) {
        this.config = config;
    }

    @Override
    public JsonObject paths() {
        JsonObject paths = new JsonObject();
        if (PageRoutes.hasSchema(config)) {
            paths.mergeIn(new JsonObject(SCHEMA));
        }
        if (config.explorer().health()) {
            paths.mergeIn(new JsonObject(HEALTH));
        }
        if (config.subgraphs().values().stream()
                .anyMatch(subgraph -> subgraph.exports().isPresent())) {
            paths.mergeIn(new JsonObject(CATALOG));
        }
        paths.put(PageRoutes.OPENAPI_JSON, document("getOpenApiJson", "JSON", "application/json", "object"))
                .put(PageRoutes.OPENAPI_YAML, document("getOpenApiYaml", "YAML", "application/yaml", "string"));
        // Each of them answers HEAD as well.
        paths.forEach(path -> withHead((JsonObject) path.getValue()));
        return paths;
    }

    private static JsonObject document(String id, String words, String mediaType, String type) {
        return new JsonObject(DOCUMENT.replace("{id}", id)
                .replace("{form}", words)
                .replace("{media}", mediaType)
                .replace("{type}", type));
    }

    private static void withHead(JsonObject item) {
        JsonObject head = item.getJsonObject("get").copy();
        String id = head.getString("operationId");
        head.put("operationId", "head" + id.substring("get".length())).put("description", "As GET, without a body.");
        head.getJsonObject("responses").forEach(response -> ((JsonObject) response.getValue()).remove("content"));
        item.put("head", head);
    }
}
