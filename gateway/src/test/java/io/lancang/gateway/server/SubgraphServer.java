package io.lancang.gateway.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a free port of the loopback that remembers what it was asked. */
public final class SubgraphServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Answer answer;

    /** Starts a server that answers with this. */
    public SubgraphServer(Answer answer) throws IOException {
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Received request = new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                exchange.getRemoteAddress().getPort());
        received.add(request);
        answer.to(request, exchange, closed);
    }

    /** Answers differently from now on, and forgets what it was asked. */
    public void answerWith(Answer next) {
        received.clear();
        answer = next;
    }

    /** What it answers with now. */
    public Answer answer() {
        return answer;
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
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** A request as it arrived; the port tells connections apart. */
    public record Received(String method, URI uri, Headers headers, String body, int port) {}

    /** What the server does with a request. */
    @FunctionalInterface
    public interface Answer {
        /** Answers; what takes long ends when {@code closed} is counted down. */
        void to(Received request, HttpExchange exchange, CountDownLatch closed) throws IOException;
    }
}
