package io.lancang.gateway.mcp;

import io.vertx.core.json.JsonObject;

/**
 * What the gateway says of itself.
 *
 * @param version of the gateway
 */
record Server(String version) {
    private static final String INSTRUCTIONS =
            "The tools ask one GraphQL graph. Take the tool that is made for a question, if there is one. Otherwise find names"
                    + " with search_schema and ask with run_query, as far as these are offered. Errors have a code and say what to do.";

    /** For how long a client may keep what it is told, in milliseconds; changes are told to who listens. */
    private static final int KEPT = 60_000;

    JsonObject info() {
        return new JsonObject()
                .put("name", "lancang-gateway")
                .put("title", "Lancang gateway")
                .put("version", version);
    }

    /** The answer to {@code initialize}. */
    JsonObject initialized(String protocolVersion) {
        return new JsonObject()
                .put("protocolVersion", protocolVersion)
                .put("capabilities", capabilities())
                .put("serverInfo", info())
                .put("instructions", INSTRUCTIONS);
    }

    /** The answer to {@code server/discover}. */
    JsonObject discovered() {
        return kept(new JsonObject()
                .put("supportedVersions", Protocol.ALL)
                .put("capabilities", capabilities())
                .put("instructions", INSTRUCTIONS));
    }

    /** A result in the way of an era. */
    JsonObject result(Era era, JsonObject members) {
        return switch (era) {
            case LEGACY -> members;
            case MODERN ->
                members.put("resultType", "complete")
                        .put(Protocol.META, new JsonObject().put(Protocol.META_SERVER, info()));
        };
    }

    /** What a client may keep for itself; another client may be told something else. */
    JsonObject kept(JsonObject members) {
        return members.put("ttlMs", KEPT).put("cacheScope", "private");
    }

    private static JsonObject capabilities() {
        return new JsonObject().put("tools", new JsonObject().put("listChanged", true));
    }
}
