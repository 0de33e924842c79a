package io.lancang.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lancang.federation.execute.GraphQLResponse;
import io.lancang.gateway.bytes.WrappedBytes;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.lancang.gateway.telemetry.RequestOutcome;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** One request of a client and the one answer to it. Whoever answers also counts it. */
final class Exchange {
    private static final JsonFactory JSON = new JsonFactory();
    private static final CharSequence PLAIN_TEXT = HttpHeaders.createOptimized("text/plain; charset=utf-8");

    private final HttpServerRequest request;
    private final GatewayMetrics metrics;
    private final @Nullable ResponseFormat format;
    private final long begin = System.nanoTime();

    Exchange(HttpServerRequest request, GatewayMetrics metrics) {
        this.request = request;
        this.metrics = metrics;
        this.format = AcceptHeader.choose(request.getHeader(HttpHeaders.ACCEPT));
    }

    HttpServerRequest request() {
        return request;
    }

    /** Whether the client takes an answer in one of GraphQL's media types. */
    boolean isAcceptable() {
        return format != null;
    }

    /** Whether a browser opened the endpoint as if it were a page. */
    boolean isVisit() {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains("text/html")
                && !request.params().contains("query");
    }

    void answer(GraphQLResponse answer) {
        RequestOutcome outcome = switch (answer.outcome()) {
            case DATA -> RequestOutcome.DATA;
            case DATA_WITH_ERRORS -> RequestOutcome.DATA_WITH_ERRORS;
            case REQUEST_ERROR -> RequestOutcome.REQUEST_ERROR;
        };
        HttpServerResponse response = request.response();
        response.setStatusCode(formatOrJson().status(answer.outcome()));
        // The engine's array becomes the body as it is; the answers are too large to copy.
        Buffer body = WrappedBytes.of(answer.body(), answer.length());
        end(outcome, formatOrJson().contentType(), body);
    }

    void answerText(String text) {
        end(RequestOutcome.TEXT, PLAIN_TEXT, Buffer.buffer(text));
    }

    void refuse(Refusal refusal) {
        refuse(refusal, RequestOutcome.REFUSED);
    }

    void refuse(Refusal refusal, RequestOutcome outcome) {
        HttpServerResponse response = request.response();
        if (!response.closed()) {
            response.setStatusCode(refusal.status());
            refusal.headers().forEach(response::putHeader);
        }
        end(outcome, formatOrJson().contentType(), Buffer.buffer(errorBody(refusal)));
    }

    private ResponseFormat formatOrJson() {
        return format == null ? ResponseFormat.JSON : format;
    }

    private void end(RequestOutcome outcome, CharSequence contentType, Buffer body) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            metrics.request(RequestOutcome.ABANDONED, System.nanoTime() - begin);
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, contentType).end(body);
        metrics.request(outcome, System.nanoTime() - begin);
    }

    private static byte[] errorBody(Refusal refusal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("errors");
            json.writeStartObject();
            json.writeStringField("message", refusal.message());
            json.writeObjectFieldStart("extensions");
            json.writeStringField("code", refusal.code());
            json.writeStringField("hint", refusal.hint());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
