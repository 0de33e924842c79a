package io.lancang.gateway.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A subgraph's server on a free port of the loopback, whose behaviour on WebSockets and on HTTP requests a test gives. It
 * remembers what it hears.
 */
public final class StreamServer implements AutoCloseable {
    private static final long PATIENCE = 10;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final Deque<MultiMap> upgrades = new ConcurrentLinkedDeque<>();
    private final AtomicInteger open = new AtomicInteger();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> closes = new LinkedBlockingQueue<>();
    private volatile BiConsumer<ServerWebSocket, JsonObject> onMessage = (socket, message) -> {};
    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    private volatile boolean holding;
    private volatile OptionalInt refusal = OptionalInt.empty();
    private volatile Handler<HttpServerRequest> onRequest =
            request -> request.response().setStatusCode(404).end();

    /** Starts a server that agrees on graphql-transport-ws. */
    public StreamServer() {
        this(List.of("graphql-transport-ws"));
    }

    /** Starts a server that agrees on one of these sub-protocols. */
    public StreamServer(List<String> subProtocols) {
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setWebSocketSubProtocols(subProtocols)
                        .setWebSocketClosingTimeout(1))
                .requestHandler(this::handle);
        done(server.listen());
    }

    /** What the server does with each message of each WebSocket. */
    public StreamServer onMessage(BiConsumer<ServerWebSocket, JsonObject> behaviour) {
        onMessage = behaviour;
        return this;
    }

    /** Answers requests for a WebSocket with this status instead. */
    public StreamServer refuseWebSockets(int status) {
        refusal = OptionalInt.of(status);
        return this;
    }

    /** Answers requests for a WebSocket only when {@link #letWebSocketsGo} is called. */
    public StreamServer holdWebSockets() {
        holding = true;
        return this;
    }

    /** Waits until this many requests for a WebSocket are held. */
    public void awaitHeld(int requests) {
        await(requests + " requests for a WebSocket").until(() -> held.size() == requests);
    }

    /** Answers what was held, and from now on each at once. */
    public void letWebSocketsGo() {
        holding = false;
        for (HttpServerRequest request = held.poll(); request != null; request = held.poll()) {
            HttpServerRequest next = request;
            ((HttpServerRequestInternal) next).context().runOnContext(ignored -> upgrade(next));
        }
    }

    /** What the server does with a request that opens no WebSocket. */
    public StreamServer onRequest(Handler<HttpServerRequest> behaviour) {
        onRequest = behaviour;
        return this;
    }

    private void handle(HttpServerRequest request) {
        if (!request.headers().contains("Upgrade")) {
            onRequest.handle(request);
            return;
        }
        if (refusal.isPresent()) {
            request.response().setStatusCode(refusal.getAsInt()).end();
            return;
        }
        if (holding) {
            request.pause();
            held.add(request);
        } else {
            upgrade(request);
        }
    }

    private void upgrade(HttpServerRequest request) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
        headers.add(":path", request.uri());
        request.toWebSocket().onSuccess(socket -> {
            opened();
            upgrades.add(headers);
            socket.textMessageHandler(text -> {
                messages.add(text);
                onMessage.accept(socket, new JsonObject(text));
            });
            socket.closeHandler(ignored -> {
                closed();
                closes.add(String.valueOf(socket.closeStatusCode()));
            });
        });
    }

    /** Counts a stream of events that a test's own behaviour opens; WebSockets are counted anyway. */
    public void opened() {
        open.incrementAndGet();
    }

    /** Counts the end of a stream of events. */
    public void closed() {
        open.decrementAndGet();
    }

    /** Waits until this many streams are open, on WebSockets and otherwise. */
    public void awaitOpen(int streams) {
        await(streams + " open streams").until(() -> open.get() == streams);
    }

    /** Begins a response of server-sent events. */
    public static HttpServerResponse events(HttpServerRequest request) {
        HttpServerResponse response = request.response().setChunked(true);
        response.putHeader("Content-Type", "text/event-stream").write(":\n\n");
        return response;
    }

    /** The headers of the last request that opened a WebSocket, and its {@code :path}. */
    public MultiMap upgrade() {
        await("a WebSocket").until(() -> !upgrades.isEmpty());
        return upgrades.getLast();
    }

    /** The next message of any WebSocket. */
    public JsonObject message() throws InterruptedException {
        return new JsonObject(next(messages, "no message came"));
    }

    /** The code of the next WebSocket that was closed; "null" if it just ended. */
    public String close(String what) throws InterruptedException {
        return next(closes, what);
    }

    private static <T> T next(BlockingQueue<T> queue, String otherwise) throws InterruptedException {
        @Nullable T found = queue.poll(PATIENCE, SECONDS);
        if (found == null) {
            throw new AssertionError(otherwise);
        }
        return found;
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/graphql");
    }

    /** Breaks all connections off. */
    @Override
    public void close() {
        done(vertx.close());
    }

    private static void done(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE, SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
