package io.lancang.gateway.mcp;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.openapi.OwnRoutes;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The Model Context Protocol, as OpenAPI describes it: one address for all messages. Empty if it is off. */
@Singleton
class McpDescription implements OwnRoutes {
    /** Errors are those of JSON-RPC, whose data have our codes. */
    private static final String REFUSED = """
            {"description": "{why}", "content": {"application/json": {"schema": {"type": "object", "required": ["jsonrpc", "error"],
              "properties": {"jsonrpc": {"const": "2.0"}, "error": {"type": "object", "required": ["code", "message"], "properties": {
                "code": {"type": "integer"}, "message": {"type": "string"},
                "data": {"type": "object", "properties": {"code": {"type": "string"}}}}}}}}}}
            """;

    private static final Map<Integer, String> REFUSALS = new TreeMap<>(Map.of(
            400, "The body is no message.",
            401, "The key or token does not count.",
            403, "Pages of this origin, or this client, may not use the tools.",
            405, "The method is none of these, or a GET takes no stream.",
            429, "The limits of the client are used up.",
            503, "The gateway is at its limit, or cannot check the key now."));

    private static final String MESSAGES = """
            {"get": {"operationId": "listenToTools{of}", "tags": ["Tools"], "summary": "Hear that tools have changed (Model Context Protocol)",
               "description": "A stream of events, for whoever accepts text/event-stream.",
               "responses": {"200": {"description": "The stream.", "content": {"text/event-stream": {"schema": {"type": "string"}}}}}},
             "post": {"operationId": "sendToTools{of}", "tags": ["Tools"], "summary": "Send a message of the Model Context Protocol",
               "description": "JSON-RPC 2.0, one message at a time, without sessions: tools/list and tools/call.",
               "requestBody": {"required": true, "content": {"application/json": {
                 "schema": {"type": "object", "required": ["jsonrpc", "method"], "properties": {
                   "jsonrpc": {"const": "2.0"}, "id": {"type": ["string", "integer"]}, "method": {"type": "string"}, "params": {"type": "object"}}},
                 "example": {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}}}},
               "responses": {
                 "200": {"description": "The answer, with a result or an error.", "content": {"application/json": {"schema": {
                   "type": "object", "required": ["jsonrpc"], "properties": {
                     "jsonrpc": {"const": "2.0"}, "result": {"type": "object"}, "error": {"type": "object"}}}}}},
                 "202": {"description": "A notification was taken."}}}}
            """;

    private static final String METADATA = """
            {"get": {"operationId": "getToolsResource{of}", "tags": ["Tools"], "security": [{}],
               "summary": "Whose tokens the tools take (RFC 9728)",
               "responses": {"200": {"description": "The metadata.", "content": {"application/json": {"schema": {"type": "object"}}}}}}}
            """;

    private final GatewayConfig config;

    @Inject
    McpDescription(GatewayConfig config) {
        this.config = config;
    }

    @Override
    public JsonObject paths() {
        JsonObject paths = new JsonObject();
        if (config.mcp().enabled()) {
            add(paths, /* contract= */ null);
            Set<String> contracts = new TreeSet<>(config.contracts().keySet());
            contracts.forEach(contract -> add(paths, contract));
        }
        return paths;
    }

    private void add(JsonObject paths, @Nullable String contract) {
        String ending = contract == null ? "" : "Of_" + contract;
        paths.put(McpRoute.path(contract), refused(new JsonObject(MESSAGES.replace("{of}", ending))));
        if (!ProtectedResource.of(config.access()).isEmpty()) {
            paths.put(
                    ProtectedResource.WELL_KNOWN + McpRoute.path(contract),
                    new JsonObject(METADATA.replace("{of}", ending)));
        }
    }

    private static JsonObject refused(JsonObject item) {
        item.forEach(method -> REFUSALS.forEach((status, description) -> ((JsonObject) method.getValue())
                .getJsonObject("responses")
                .put(String.valueOf(status), new JsonObject(REFUSED.replace("{why}", description)))));
        return item;
    }
}
