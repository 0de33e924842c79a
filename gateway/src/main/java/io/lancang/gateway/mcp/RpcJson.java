package io.lancang.gateway.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes messages of JSON-RPC. */
final class RpcJson {
    private static final JsonFactory JSON = new JsonFactory();

    private RpcJson() {}

    /** A response with a result. */
    static Buffer result(Object id, JsonObject result) {
        return write(json -> {
            begin(json, id);
            raw(json, "result", result.encode());
        });
    }

    /**
     * A response with the tools of a catalogue.
     *
     * @param list a JSON array
     * @param others members of the result besides
     */
    static Buffer tools(Object id, String list, JsonObject others) {
        return write(json -> {
            begin(json, id);
            json.writeObjectFieldStart("result");
            raw(json, "tools", list);
            for (Map.Entry<String, Object> other : others) {
                raw(json, other.getKey(), Json.encode(other.getValue()));
            }
            json.writeEndObject();
        });
    }

    /**
     * A response with what a tool has returned: as text, which every client reads, and as JSON if nothing is wrong with it.
     *
     * @param others members of the result besides
     */
    static Buffer called(Object id, ToolResult called, JsonObject others) {
        return write(json -> {
            begin(json, id);
            json.writeObjectFieldStart("result");
            json.writeArrayFieldStart("content");
            json.writeStartObject();
            json.writeStringField("type", "text");
            json.writeStringField("text", called.json());
            json.writeEndObject();
            json.writeEndArray();
            if (called.structured() != null) {
                raw(json, "structuredContent", called.structured());
            }
            json.writeBooleanField("isError", called.isError());
            for (Map.Entry<String, Object> other : others) {
                raw(json, other.getKey(), Json.encode(other.getValue()));
            }
            json.writeEndObject();
        });
    }

    /** @param id of the request; null if it could not be read */
    static Buffer error(@Nullable Object id, RpcException error) {
        JsonObject body = new JsonObject().put("code", error.code()).put("message", String.valueOf(error.getMessage()));
        if (!error.data().isEmpty()) {
            body.put("data", new JsonObject(error.data()));
        }
        return write(json -> {
            begin(json, id);
            raw(json, "error", body.encode());
        });
    }

    /** A notification, which has no answer. */
    static JsonObject notification(String method, JsonObject params) {
        JsonObject notification = new JsonObject().put("jsonrpc", "2.0").put("method", method);
        return params.isEmpty() ? notification : notification.put("params", params);
    }

    private static void begin(JsonGenerator json, @Nullable Object id) throws IOException {
        json.writeStringField("jsonrpc", "2.0");
        json.writeFieldName("id");
        switch (id) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Number number -> json.writeNumber(number.longValue());
            default -> throw new IllegalStateException("no id of JSON-RPC: " + id);
        }
    }

    private static void raw(JsonGenerator json, String name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(value);
    }

    private static Buffer write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    /** Writes the members of one object. */
    @FunctionalInterface
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }
}
