package io.lancang.gateway.subgraph.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Makes of the headers for requests those for streams. */
final class StreamHeaders {
    private static final JsonFactory JSON = new JsonFactory();

    private StreamHeaders() {}

    /** For the request that opens a WebSocket, which has no body. */
    static MultiMap forUpgrade(MultiMap headers) {
        return HttpHeaders.headers()
                .addAll(headers)
                .remove(HttpHeaders.CONTENT_TYPE)
                .remove(HttpHeaders.ACCEPT);
    }

    /** For a request that is answered by server-sent events. */
    static MultiMap forEvents(MultiMap headers) {
        return HttpHeaders.headers().addAll(headers).set(HttpHeaders.ACCEPT, "text/event-stream");
    }

    /** For a request whose events come by callbacks. */
    static MultiMap forCallbacks(MultiMap headers) {
        return HttpHeaders.headers()
                .addAll(headers)
                .set(HttpHeaders.ACCEPT, "application/json;callbackSpec=1.0, application/json");
    }

    /** What is forwarded from the client, as a JSON object; several headers of a name become one value, as HTTP joins them. */
    static String asJson(MultiMap headers) {
        MultiMap forwarded = forUpgrade(headers);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (String name : forwarded.names()) {
                json.writeStringField(name, String.join(", ", forwarded.getAll(name)));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
