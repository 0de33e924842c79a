package io.lancang.gateway.mcp;

import io.lancang.gateway.limits.ClientAddress;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.lancang.gateway.telemetry.RequestOutcome;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP request and the one answer to it, which is counted with it. Belongs to the event loop of the connection. */
final class McpExchange {
    private static final int UNAUTHENTICATED = 401;
    private static final int ACCEPTED = 202;
    /** Longer answers would hold up the event loop while they are compressed. */
    private static final int LONGEST_COMPRESSED = 256 * 1024;

    private final HttpServerRequest request;
    private final @Nullable String contract;
    private final GatewayMetrics metrics;
    private final ProtectedResource resource;
    private final long begin = System.nanoTime();

    /** @param contract that is asked; null for the whole graph */
    McpExchange(
            HttpServerRequest request, @Nullable String contract, GatewayMetrics metrics, ProtectedResource resource) {
        this.request = request;
        this.contract = contract;
        this.metrics = metrics;
        this.resource = resource;
    }

    HttpServerRequest request() {
        return request;
    }

    @Nullable
    String contract() {
        return contract;
    }

    /** Identifies the client. */
    String client() {
        return ClientAddress.of(request);
    }

    /** A response of JSON-RPC. */
    void answer(Buffer body, RequestOutcome outcome) {
        send(200, Map.of(), body, outcome);
    }

    /** @param headers to send besides */
    void answer(Buffer body, RequestOutcome outcome, Map<String, String> headers) {
        send(200, headers, body, outcome);
    }

    /** A notification was taken, and there is nothing to say. */
    void accept() {
        HttpServerResponse response = request.response();
        if (!response.closed()) {
            response.headers().remove(HttpHeaders.CONTENT_ENCODING);
            response.setStatusCode(ACCEPTED).end();
        }
        count(RequestOutcome.TEXT);
    }

    /** @param id of the message; null if it has none, or could not be read */
    void fail(@Nullable Object id, RpcException error) {
        send(error.status(), Map.of(), RpcJson.error(id, error), RequestOutcome.REFUSED);
    }

    /** @param id of the message; null if it has none, or could not be read */
    void refuse(@Nullable Object id, Refusal refusal, RequestOutcome outcome) {
        RpcException error = new RpcException(
                refusal.status(),
                Protocol.REFUSED,
                refusal.message(),
                Map.of("code", refusal.code(), "hint", refusal.hint()));
        send(
                refusal.status(),
                refusal.status() == UNAUTHENTICATED
                        ? resource.challenge(refusal.headers(), request, contract)
                        : refusal.headers(),
                RpcJson.error(id, error),
                outcome);
    }

    /** The client has gone before it had asked anything. */
    void abandoned() {
        count(RequestOutcome.ABANDONED);
    }

    private void send(int status, Map<String, String> headers, Buffer body, RequestOutcome outcome) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            count(RequestOutcome.ABANDONED);
            return;
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.forEach(response::putHeader);
        if (body.length() < LONGEST_COMPRESSED) {
            // Without this header the server compresses what it sends, as far as the client takes that.
            response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
        response.end(body);
        count(outcome);
    }

    private void count(RequestOutcome outcome) {
        metrics.request(outcome, System.nanoTime() - begin);
    }
}
