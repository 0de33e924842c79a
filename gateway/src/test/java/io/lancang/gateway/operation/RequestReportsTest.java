package io.lancang.gateway.operation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.access.key.TestKeys;
import io.lancang.gateway.access.service.FakeKeyService;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.GraphQLSocket;
import io.lancang.gateway.server.MetricsPage;
import io.lancang.gateway.server.OptionalFeatures;
import io.lancang.gateway.server.TestGraph;
import io.lancang.gateway.telemetry.AccessLog;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What metrics and the access log say of clients' requests. */
@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(OptionalFeatures.class)
class RequestReportsTest {
    @SuppressWarnings("NullAway.Init") // injected
    FakeKeyService keys;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI gateway;

    // Held, since the logging library keeps loggers weakly.
    private final Logger logger = Logger.getLogger(AccessLog.CATEGORY);
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(lines);
    }

    @Test
    void countsOperationsByTheirNamesAndClientsByTheirs() {
        ask("query Counted { partners { name } }")
                .header("graphql-client-name", "ledger")
                .post(Endpoint.PATH);
        ask("query Counted { partners { name } }")
                .header("graphql-client-name", "ledger")
                .post(Endpoint.PATH);

        MetricsPage metrics = new MetricsPage(management);
        assertEquals(
                2,
                metrics.value(
                        "lancang_gateway_operations_seconds_count{operation=\"Counted\",outcome=\"data\",type=\"query\"}"));
        assertEquals(2, metrics.value("lancang_gateway_clients_seconds_count{client=\"ledger\",outcome=\"data\"}"));
    }

    @Test
    void countsErrorsByTheirCodes() {
        String counter = "lancang_gateway_errors_total{code=\"GRAPHQL_VALIDATION_FAILED\"}";
        MetricsPage metrics = new MetricsPage(management);
        double before = metrics.value(counter);

        // Two fields that do not exist.
        ask("{ nobody nothing }").post(Endpoint.PATH);

        assertEquals(before + 2, metrics.value(counter));
    }

    @Test
    void writesALineForARequest() {
        String key = TestKeys.key("logged00");
        keys.knows(key, "customs", known -> known);
        int bytes = ask("query Logged { partners { code } }")
                .header("X-API-Key", key)
                .header("traceparent", "00-00000000000000000000000000000c01-00000000000000b1-01")
                .post(Endpoint.PATH + "?secret=1")
                .asByteArray()
                .length;

        ExtLogRecord line = line(each -> "Logged".equals(each.getMdc("operation")));
        assertEquals("127.0.0.1", line.getMdc("address"));
        assertEquals("POST", line.getMdc("method"));
        assertEquals("/graphql", line.getMdc("path"));
        assertEquals("200", line.getMdc("status"));
        assertEquals(Integer.toString(bytes), line.getMdc("bytes"));
        assertEquals("data", line.getMdc("outcome"));
        assertEquals("customs", line.getMdc("client"));
        assertEquals(key.substring(4, 12), line.getMdc("key"));
        assertEquals("query", line.getMdc("type"));
        assertEquals("00000000000000000000000000000c01", line.getMdc("trace"));
        // printf 'query Logged { partners { code } }' | sha256sum, its first half
        assertEquals("54fd4e595653f6eab039d1aee30a8ca0", line.getMdc("document"));
        assertNull(line.getMdc("errors"));
        String message = line.getMessage();
        assertTrue(message.startsWith("address=127.0.0.1 method=POST path=/graphql status=200 bytes="), message);
        assertTrue(!message.contains(key) && !message.contains("secret"), message);
    }

    @Test
    void writesWhyARequestIsRefused() {
        given().contentType("text/plain").body("no GraphQL").post(Endpoint.PATH);

        ExtLogRecord line = line(each -> "UNSUPPORTED_MEDIA_TYPE".equals(each.getMdc("errors")));
        assertEquals("415", line.getMdc("status"));
        assertEquals("refused", line.getMdc("outcome"));
        assertNull(line.getMdc("client"));
    }

    @Test
    void writesALineForAnOperationOnAWebSocket() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (GraphQLSocket socket = GraphQLSocket.acknowledged(vertx, gateway)) {
            socket.subscribe("1", "query OnSocket { partners { code } }");
            socket.expect("next");

            ExtLogRecord line = line(each -> "OnSocket".equals(each.getMdc("operation")));
            assertEquals("WEBSOCKET", line.getMdc("method"));
            assertEquals("data", line.getMdc("outcome"));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static RequestSpecification ask(String query) {
        return given().contentType("application/json").body(Map.of("query", query));
    }

    private ExtLogRecord line(Predicate<ExtLogRecord> wanted) {
        // Written when the answer has been given, and so perhaps after it was read.
        await().until(() -> lines.all.stream().anyMatch(wanted));
        return lines.all.stream().filter(wanted).findFirst().orElseThrow();
    }

    private static final class Lines extends Handler {
        private final List<ExtLogRecord> all = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            all.add(ExtLogRecord.wrap(logged));
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
