package io.lancang.kit.openapi;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** What all services have in common: their errors, headers, and conditions of requests. */
final class Components {
    /** The gateway has the same schema and the same ways to say who one is, so that clients of all services know one kind of error. */
    private static final String COMMON = """
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
             "parameters": {
               "IfNoneMatch": {"name": "If-None-Match", "in": "header", "schema": {"type": "string"},
                 "description": "ETags of what the client has: one of them is answered with 304."},
               "IfModifiedSince": {"name": "If-Modified-Since", "in": "header", "schema": {"type": "string"},
                 "description": "The Last-Modified of what the client has, where it knows no ETag."},
               "Range": {"name": "Range", "in": "header", "schema": {"type": "string"}, "example": "bytes=0-99",
                 "description": "One range of bytes, to go on with a file that broke off."},
               "IfRange": {"name": "If-Range", "in": "header", "schema": {"type": "string"},
                 "description": "The ETag that a part has to belong to; of another version all is sent."}},
             "headers": {
               "ETag": {"description": "The version; strong.", "schema": {"type": "string"}},
               "Last-Modified": {"description": "When it became what it is.", "schema": {"type": "string"}},
               "Accept-Ranges": {"description": "bytes: parts can be asked for.", "schema": {"type": "string"}},
               "Content-Range": {"description": "Which bytes these are, and of how many.", "schema": {"type": "string"}},
               "Content-Disposition": {"description": "The name of the file.", "schema": {"type": "string"}},
               "Cache-Control": {"description": "How long it may be kept.", "schema": {"type": "string"}},
               "Link": {"description": "The releases that are cited (cite-as).", "schema": {"type": "string"}},
               "Location": {"description": "Where it is.", "schema": {"type": "string"}},
               "Retry-After": {"description": "Seconds after which to ask again.", "schema": {"type": "string"}},
               "Sunset": {"description": "When it goes.", "schema": {"type": "string"}}}}
            """;

    private static final Map<Integer, String> REFUSALS = new TreeMap<>(Map.of(
            400, "Something in the request breaks its rule.",
            401, "The request does not say who sends it, or not credibly.",
            403, "Whoever sends it may not do this.",
            404, "There is no such thing.",
            409, "It cannot be done beside what is being done.",
            413, "The request is larger than is allowed.",
            416, "The file has no such bytes.",
            429, "The client has as much as it may have, or has used up what it may ask for.",
            503, "The service cannot answer now. Try again later."));

    private Components() {}

    static JsonObject common() {
        JsonObject responses = new JsonObject();
        REFUSALS.forEach((status, description) -> responses.put("Refused" + status, refusal(description)));
        return new JsonObject(COMMON).put("responses", responses);
    }

    private static JsonObject refusal(String description) {
        return new JsonObject()
                .put("description", description)
                .put(
                        "content",
                        new JsonObject()
                                .put("application/json", new JsonObject().put("schema", Schema.named("Errors"))));
    }
}
