package io.lancang.gateway.supergraph;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.bytes.Sha256;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.MetricsPage;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MountedGraph.class)
class SupergraphReloadTest {
    private static final String FIELDS = "{\"query\":\"{ __type(name: \\\"Query\\\") { fields { name } } }\"}";
    private static final String LAOS = "{\"query\":\"{ partner(code: \\\"LAO\\\") { name } }\"}";

    @SuppressWarnings("NullAway.Init") // injected
    MountedGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    CurrentEngine engines;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    GatewayMetrics metrics;

    @AfterEach
    void mountTheFirstAgain() throws IOException {
        graph.mount(graph.sdl());
        awaitServed(graph.sdl());
    }

    @Test
    void servesAnotherGraphOnceTheLinkOfItsFolderIsSwapped() throws IOException {
        post(FIELDS).body("data.__type.fields.name", hasItem("convert"));
        String other = graph.sdl().replace("  convert(amount", "  exchange(amount");

        graph.mount(other);
        awaitServed(other);

        post(FIELDS)
                .body("data.__type.fields.name", hasItem("exchange"))
                .body("data.__type.fields.name", not(hasItem("convert")));
        String digest = digest(other);
        assertTrue(
                new MetricsPage(management).value("lancang_gateway_supergraph_since_seconds{sha256=\"" + digest + "\"}")
                        > 0);
    }

    @Test
    void keepsTheLastGoodGraphAndSaysWhyTheOtherIsRefused() throws IOException {
        graph.mount("type Query { broken");
        await().atMost(10, SECONDS)
                .untilAsserted(() -> health().body("status", equalTo("UP"))
                        .body(check("refused"), containsString("does not load"))
                        .body(check("sha256"), equalTo(digest(graph.sdl()))));

        post(LAOS).body("data.partner.name", equalTo("Laos"));
        assertTrue(
                new MetricsPage(management).value("lancang_gateway_supergraph_loads_total{outcome=\"refused\"}") > 0);

        graph.mount(graph.sdl());
        await().atMost(10, SECONDS).untilAsserted(() -> health().body(check("refused"), nullValue()));
    }

    @Test
    void refusesAGraphThatIsWrongWhereNothingIsAsked() throws IOException {
        graph.mount(graph.sdl() + "\ninput Wrong @join__type(graph: TRADE) { number: Int = \"three\" }\n");

        await().atMost(10, SECONDS)
                .untilAsserted(() -> health().body(check("refused"), containsString("three"))
                        .body(check("sha256"), equalTo(digest(graph.sdl()))));
    }

    /** Whether it loads is known by then, and whether it is valid is not. */
    @Test
    void isNotReadyBeforeItsFirstGraphIsValidated() {
        SupergraphStatus status = new SupergraphStatus(metrics);
        SupergraphReadiness readiness = new SupergraphReadiness(engines, status);

        assertEquals(HealthCheckResponse.Status.DOWN, readiness.call().getStatus());
        status.validated();
        assertEquals(HealthCheckResponse.Status.UP, readiness.call().getStatus());
    }

    @Test
    void dropsNoRequestWhileGraphsAreSwapped() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clients.add(threads.submit(() -> {
                    int asked = 0;
                    while (!isOver.get()) {
                        post(LAOS).statusCode(200).body("data.partner.name", equalTo("Laos"));
                        asked++;
                    }
                    return asked;
                }));
            }
            try {
                // As many as may wait for their last requests.
                for (int i = 0; i < RetiredSupergraphs.MOST; i++) {
                    String other = "# Edition " + i + "\n" + graph.sdl();
                    graph.mount(other);
                    awaitServed(other);
                }
            } finally {
                isOver.set(true);
            }
            for (Future<Integer> client : clients) {
                assertTrue(client.get(30, SECONDS) > 0);
            }
        }
    }

    private void awaitServed(String sdl) {
        await().atMost(20, SECONDS).untilAsserted(() -> health().body(check("sha256"), equalTo(digest(sdl))));
    }

    private static String check(String member) {
        return "checks.find { it.name == 'supergraph' }.data." + member;
    }

    private ValidatableResponse health() {
        return given().get(management.resolve("/q/health/ready")).then();
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post(Endpoint.PATH)
                .then();
    }

    private static String digest(String sdl) {
        return HexFormat.of().formatHex(Sha256.begin().digest(sdl.getBytes(UTF_8)));
    }
}
