package io.lancang.gateway.shutdown;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that keeps its connection, before and after the gateway begins to stop. */
class DepartureTest {
    private final Vertx vertx = Vertx.vertx();
    private final Shutdown shutdown = new Shutdown(vertx, Duration.ofHours(1));
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private HttpServer server = vertx.createHttpServer();

    @BeforeEach
    void listen() throws Exception {
        Router router = Router.router(vertx);
        new Departure(shutdown).register(router);
        router.route().handler(routing -> routing.response().end("served"));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpVersion.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void isAnsweredAndThenLeft(HttpVersion version) throws Exception {
        HttpClient client = vertx.httpClientBuilder()
                .with(new HttpClientOptions().setProtocolVersion(version).setHttp2ClearTextUpgrade(false))
                .withConnectHandler(connection -> connection.closeHandler(ignored -> ends.add("closed")))
                .build();
        assertEquals("200 served null", ask(client));
        assertEquals("200 served null", ask(client));
        assertNull(ends.poll(), "a connection is kept while nobody has to leave");

        shutdown.begin(new ShutdownDelayInitiatedEvent());

        assertEquals(version == HttpVersion.HTTP_2 ? "200 served null" : "200 served close", ask(client));
        assertEquals("closed", ends.poll(10, SECONDS));
    }

    /** Status, body, and what the answer says of the connection. Asked on one thread, so that no body comes before somebody waits for it. */
    private String ask(HttpClient client) throws Exception {
        Promise<String> answer = Promise.promise();
        vertx.runOnContext(now -> client.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/")
                .compose(request -> request.send())
                .compose(response -> response.body().map(body -> shown(response, body.toString())))
                .onComplete(answer));
        return answer.future().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    private static String shown(HttpClientResponse response, String body) {
        @Nullable String connection = response.getHeader("connection");
        return response.statusCode() + " " + body + " " + connection;
    }
}
