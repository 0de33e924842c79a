package io.lancang.federation.execute.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.error.SourceLocation;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the envelope of a GraphQL response. */
public final class ResponseWriter {
    /** Data that could not be had. */
    public static final byte[] NULL = "null".getBytes(US_ASCII);

    private static final byte[] DATA = "{\"data\":".getBytes(US_ASCII);
    private static final byte[] ERRORS = ",\"errors\":".getBytes(US_ASCII);
    private static final byte[] EXTENSIONS = ",\"extensions\":".getBytes(US_ASCII);
    private static final byte[] ONLY_ERRORS = "{\"errors\":".getBytes(US_ASCII);

    private ResponseWriter() {}

    /**
     * Appends a response with data.
     *
     * @param data appends the data, and may still add errors
     */
    public static void write(ByteSink sink, Runnable data, AnswerErrors errors) {
        write(sink, data, errors, null, () -> Map.of());
    }

    /**
     * As {@link #write(ByteSink, Runnable, AnswerErrors)}, with extensions at the end.
     *
     * @param more entries behind theirs
     */
    public static void write(
            ByteSink sink,
            Runnable data,
            AnswerErrors errors,
            @Nullable AnswerExtensions extensions,
            Supplier<Map<String, @Nullable Object>> more) {
        sink.write(DATA);
        int from = sink.length();
        data.run();
        int to = sink.length();
        if (!errors.isEmpty()) {
            writeErrors(sink, errors.toList());
        }
        if (extensions != null) {
            extensions.note(List.of(), sink.bytes(), from, to);
        }
        writeExtensions(sink, together(extensions == null ? Map.of() : extensions.entries(), more.get()));
        sink.write('}');
    }

    private static Map<String, @Nullable Object> together(
            Map<String, @Nullable Object> first, Map<String, @Nullable Object> then) {
        if (then.isEmpty()) {
            return first;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(first);
        all.putAll(then);
        return all;
    }

    /** Appends extensions as a member that is not the first; nothing if there are none. */
    public static void writeExtensions(ByteSink sink, Map<String, @Nullable Object> extensions) {
        if (!extensions.isEmpty()) {
            sink.write(EXTENSIONS);
            JsonWriter.write(extensions, sink);
        }
    }

    /** Appends errors as a member that is not the first. */
    public static void writeErrors(ByteSink sink, List<GraphQLError> errors) {
        sink.write(ERRORS);
        write(sink, errors);
    }

    /** Appends a response without data: the request was refused. */
    public static void writeRefusal(ByteSink sink, List<GraphQLError> errors) {
        sink.write(ONLY_ERRORS);
        write(sink, errors);
        sink.write('}');
    }

    private static void write(ByteSink sink, List<GraphQLError> errors) {
        JsonWriter.write(errors.stream().map(ResponseWriter::json).toList(), sink);
    }

    private static Map<String, @Nullable Object> json(GraphQLError error) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("message", error.message());
        if (!error.locations().isEmpty()) {
            json.put(
                    "locations",
                    error.locations().stream().map(ResponseWriter::json).toList());
        }
        if (!error.path().isEmpty()) {
            json.put("path", error.path());
        }
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put("code", error.code());
        if (error.service() != null) {
            extensions.put("service", error.service());
        }
        extensions.putAll(error.extensions());
        json.put("extensions", extensions);
        return json;
    }

    private static Map<String, Integer> json(SourceLocation location) {
        // In this order always: the same refusal is the same text.
        Map<String, Integer> json = new LinkedHashMap<>();
        json.put("line", location.line());
        json.put("column", location.column());
        return json;
    }
}
