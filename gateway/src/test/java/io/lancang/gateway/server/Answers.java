package io.lancang.gateway.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.sun.net.httpserver.HttpExchange;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.gateway.server.SubgraphServer.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Answers that do not depend on what is asked. */
public final class Answers {
    private Answers() {}

    /** Status 200 and this JSON. */
    public static Answer json(String json) {
        return of(200, "application/json", json);
    }

    /** This status, content type and body. */
    public static Answer of(int status, String contentType, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return (request, exchange, closed) -> send(exchange, status, contentType, bytes);
    }

    /** What a real subgraph answers. */
    public static Answer graphQL(TestSubgraph subgraph) {
        return (request, exchange, closed) -> send(
                exchange,
                200,
                "application/json",
                subgraph.answer(request.body().getBytes(UTF_8)));
    }

    /** The same answer with these headers. */
    public static Answer with(Map<String, String> headers, Answer answer) {
        return (request, exchange, closed) -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            answer.to(request, exchange, closed);
        };
    }

    /** Nothing, until the server is closed. */
    public static Answer silence() {
        return (request, exchange, closed) -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }

    /**
     * An answer of which a byte comes now and then, and never the last one.
     *
     * @param left counted down when nobody reads it any more
     */
    public static Answer drip(CountDownLatch left) {
        return (request, exchange, closed) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            try {
                do {
                    body.write(' ');
                    body.flush();
                } while (!closed.await(20, MILLISECONDS));
            } catch (IOException e) {
                left.countDown();
                throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** The beginning of a longer answer, and then the end of the connection. */
    public static Answer half(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return (request, exchange, closed) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length + 10L);
            OutputStream body = exchange.getResponseBody();
            body.write(bytes);
            body.flush();
            exchange.close();
        };
    }

    /** The end of the connection instead of an answer. */
    public static Answer hangUp() {
        return (request, exchange, closed) -> exchange.close();
    }

    /** A body without end, chunk by chunk, as long as somebody reads. */
    public static Answer endless() {
        byte[] chunk = "x".repeat(64 * 1024).getBytes(UTF_8);
        return (request, exchange, closed) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (closed.getCount() > 0) {
                body.write(chunk);
            }
        };
    }

    private static void send(HttpExchange exchange, int status, String contentType, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
