package io.lancang.kit.shutdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.Eventually;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.WebSocketClient;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that counts requests as Quarkus does, and the requests of which it waits for none. */
class UpgradedRequestsTest {
    private static final String LOOPBACK = "127.0.0.1";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger counted = new AtomicInteger();
    private int countedWhileAnswering;
    private @Nullable HttpServer server;

    @BeforeEach
    void listens() throws Exception {
        Filters filters = new Filters();
        new UpgradedRequests().register(filters);
        Router router = Router.router(vertx);
        filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
        router.route("/events").handler(routing -> routing.request().toWebSocket());
        router.route("/file").handler(routing -> {
            countedWhileAnswering = counted.get();
            routing.end("rows");
        });
        server = vertx.createHttpServer()
                .requestHandler(request -> router.handle(count(request)))
                .listen(0, LOOPBACK)
                .toCompletionStage()
                .toCompletableFuture()
                .get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @AfterEach
    void closes() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void areCountedNoMoreWhileTheirWebSocketsAreOpen() throws Exception {
        WebSocketClient client = vertx.createWebSocketClient();

        client.connect(port(), LOOPBACK, "/events")
                .toCompletionStage()
                .toCompletableFuture()
                .get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);

        // The client may hear of its WebSocket before the server has done with the request.
        Eventually.holds("the request is counted no more", () -> counted.get() == 0);
    }

    @Test
    void othersAreCountedUntilTheyAreAnswered() throws Exception {
        URI file = URI.create("http://" + LOOPBACK + ":" + port() + "/file");
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertEquals(
                    "rows",
                    client.send(
                                    HttpRequest.newBuilder(file)
                                            .version(HttpClient.Version.HTTP_1_1)
                                            .build(),
                                    BodyHandlers.ofString())
                            .body());
        }

        assertEquals(1, countedWhileAnswering);
    }

    private HttpServerRequest count(HttpServerRequest request) {
        QuarkusRequestWrapper wrapper = new QuarkusRequestWrapper(request, (cookie, of) -> {});
        counted.incrementAndGet();
        wrapper.addRequestDoneHandler(ignored -> counted.decrementAndGet());
        return wrapper;
    }

    private int port() {
        return Objects.requireNonNull(server).actualPort();
    }
}
