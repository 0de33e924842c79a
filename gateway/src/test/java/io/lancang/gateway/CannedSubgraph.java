package io.lancang.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a free port that gives the same answer to everything, and remembers what it was asked. */
public final class CannedSubgraph implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);

    private CannedSubgraph(Answer answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                    exchange.getRemoteAddress().getPort()));
            answer.to(exchange, release);
        });
        server.start();
    }

    /** Answers with status 200 and this JSON. */
    public static CannedSubgraph answering(String json) throws IOException {
        return answering(200, "application/json", json);
    }

    /** Answers with this. */
    public static CannedSubgraph answering(int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        return new CannedSubgraph((exchange, release) -> send(exchange, status, contentType, bytes));
    }

    /** Does not answer until it is closed. */
    public static CannedSubgraph silent() throws IOException {
        return new CannedSubgraph((exchange, release) -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
    }

    /** Announces more bytes than it sends before it closes the connection. */
    public static CannedSubgraph breakingOff(String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        return new CannedSubgraph((exchange, release) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length + 10L);
            OutputStream body = exchange.getResponseBody();
            body.write(bytes);
            body.flush();
            exchange.close();
        });
    }

    /** Sends a body without end, chunk by chunk, as long as somebody reads. */
    public static CannedSubgraph endless() throws IOException {
        byte[] chunk = "x".repeat(64 * 1024).getBytes(UTF_8);
        return new CannedSubgraph((exchange, release) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (release.getCount() > 0) {
                body.write(chunk);
            }
        });
    }

    private static void send(HttpExchange exchange, int status, String contentType, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    /** Where it listens, with a path and a query. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/graphql?tenant=a%20b");
    }

    /** All requests so far. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        release.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** A request as it arrived; the port tells connections apart. */
    public record Received(String method, URI uri, Headers headers, String body, int port) {}

    /** What the server does with a request. */
    @FunctionalInterface
    private interface Answer {
        void to(HttpExchange exchange, CountDownLatch release) throws IOException;
    }
}
