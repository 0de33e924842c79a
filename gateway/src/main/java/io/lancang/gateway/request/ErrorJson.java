package io.lancang.gateway.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes the gateway's own errors as JSON. */
public final class ErrorJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ErrorJson() {}

    /** A GraphQL response that has this error and no data, in UTF-8. */
    public static byte[] response(Problem problem) {
        return json(generator -> {
            generator.writeStartObject();
            generator.writeFieldName("errors");
            writeList(generator, problem);
            generator.writeEndObject();
        });
    }

    /** A list of this one error, in UTF-8. */
    public static byte[] list(Problem problem) {
        return json(generator -> writeList(generator, problem));
    }

    private static void writeList(JsonGenerator json, Problem problem) throws IOException {
        json.writeStartArray();
        json.writeStartObject();
        json.writeStringField("message", problem.message());
        json.writeObjectFieldStart("extensions");
        json.writeStringField("code", problem.code());
        writeIfPresent(json, "service", problem.service());
        writeIfPresent(json, "hint", problem.hint());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void writeIfPresent(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static byte[] json(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes one JSON value. */
    @FunctionalInterface
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }
}
