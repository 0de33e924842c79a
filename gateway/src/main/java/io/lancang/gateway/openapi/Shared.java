package io.lancang.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** What is the same for all that the gateway passes on: who may ask, how it refuses, and which limits it tells. */
final class Shared {
    /** Errors are those of subgraphs, which have the same schema of this name. */
    private static final String COMPONENTS = """
            {"schemas": {
               "Errors": {"type": "object", "required": ["errors"], "properties": {
                 "errors": {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/Error"}}}},
               "Error": {"type": "object", "required": ["message", "extensions"], "properties": {
                 "message": {"type": "string", "description": "What is wrong, with the value and the rule."},
                 "extensions": {"type": "object", "required": ["code"], "properties": {
                   "code": {"type": "string", "description": "Stable: a program may switch over it."},
                   "service": {"type": "string", "description": "Which service refuses."},
                   "hint": {"type": "string", "description": "The way out."}}}}}},
             "securitySchemes": {
               "key": {"type": "apiKey", "in": "header", "name": "x-api-key", "description": "A key, lck_…"},
               "bearer": {"type": "http", "scheme": "bearer", "description": "A key, lck_…, or a token of an issuer that the gateway knows."}},
             "headers": {
               "RateLimit": {"description": "What is left of the limits by the minute, where the client has any: \\"requests\\";r=599;t=12.",
                 "schema": {"type": "string"}},
               "RateLimit-Policy": {"description": "The limits: \\"requests\\";q=600;w=60.", "schema": {"type": "string"}},
               "Retry-After": {"description": "Seconds after which to ask again.", "schema": {"type": "string"}},
               "WWW-Authenticate": {"description": "What is wrong with the key or token.", "schema": {"type": "string"}}}}
            """;

    private static final Map<Integer, String> REFUSALS = new TreeMap<>(Map.of(
            401, "The key or token is missing where it is needed, or does not count.",
            403, "The client may not ask: it is suspended, for instance.",
            429, "The limits of the client are used up.",
            502, "The subgraph does not answer.",
            503, "The gateway is at its limit, or cannot check the key now."));

    private static final Map<Integer, String> HEADERS = Map.of(401, "WWW-Authenticate", 429, "Retry-After");
    private static final String RESPONSE = "GatewayRefused";
    private static final String ERRORS = "#/components/schemas/Errors";
    private static final String JSON = "application/json";
    private static final int FAILURES = 400;

    private Shared() {}

    static JsonObject components() {
        JsonObject responses = new JsonObject();
        REFUSALS.forEach((status, description) -> {
            JsonObject response = new JsonObject()
                    .put("description", description)
                    .put("content", new JsonObject().put(JSON, new JsonObject().put("schema", reference(ERRORS))));
            String header = HEADERS.get(status);
            if (header != null) {
                response.put("headers", new JsonObject().put(header, header(header)));
            }
            responses.put(RESPONSE + status, response);
        });
        return new JsonObject(COMPONENTS).put("responses", responses);
    }

    /** Who may ask: anybody unless the gateway is told otherwise. */
    static JsonArray security(boolean isRequired) {
        JsonArray security = new JsonArray();
        if (!isRequired) {
            security.add(new JsonObject());
        }
        return security.add(new JsonObject().put("key", new JsonArray()))
                .add(new JsonObject().put("bearer", new JsonArray()));
    }

    /** Adds to the answers of a subgraph those that the gateway gives in its place, and the headers that it adds. */
    static void addTo(JsonObject operation) {
        JsonObject responses = operation.getJsonObject("responses", new JsonObject());
        for (String status : responses.fieldNames()) {
            JsonObject response = responses.getJsonObject(status);
            if (status.compareTo(String.valueOf(FAILURES)) < 0 && !response.containsKey("$ref")) {
                JsonObject headers = response.getJsonObject("headers", new JsonObject());
                response.put(
                        "headers",
                        headers.put("RateLimit", header("RateLimit"))
                                .put("RateLimit-Policy", header("RateLimit-Policy")));
            }
        }
        for (int status : REFUSALS.keySet()) {
            JsonObject known = responses.getJsonObject(String.valueOf(status));
            if (known == null) {
                responses.put(String.valueOf(status), reference("#/components/responses/" + RESPONSE + status));
            } else if (!known.containsKey("$ref")) {
                widen(known);
            }
        }
        operation.put("responses", responses);
    }

    /** What the subgraph refuses in words of its own the gateway refuses in ours. */
    private static void widen(JsonObject response) {
        JsonObject content = response.getJsonObject("content", new JsonObject());
        JsonObject json = content.getJsonObject(JSON, new JsonObject());
        Object schema = json.getValue("schema");
        if (!reference(ERRORS).equals(schema)) {
            json.put(
                    "schema",
                    schema == null
                            ? reference(ERRORS)
                            : new JsonObject()
                                    .put("anyOf", new JsonArray().add(schema).add(reference(ERRORS))));
            response.put("content", content.put(JSON, json));
        }
    }

    private static JsonObject header(String name) {
        return reference("#/components/headers/" + name);
    }

    private static JsonObject reference(String address) {
        return new JsonObject().put("$ref", address);
    }
}
