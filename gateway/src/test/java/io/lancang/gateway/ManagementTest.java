package io.lancang.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.MetricsPage;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestGraph.class)
class ManagementTest {
    private static final String QUERY = "{\"query\":\"{ partners { corridors { name } } }\"}";

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/graphql")
    URI endpoint;

    @AfterEach
    void resetGraph() {
        graph.reset();
    }

    @Test
    void livesAndIsReadyWithASubgraphDown() {
        graph.corridor().answerWith(Answers.of(503, "text/plain", ""));
        ask();

        given().get(management.resolve("/q/health/live")).then().statusCode(200).body("status", equalTo("UP"));
        given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }

    @Test
    void asksThePortOfTheClientsWhetherItLives() {
        given().get(management.resolve("/q/health/live"))
                .then()
                .body("checks.find { it.name == 'listener' }.status", equalTo("UP"));
    }

    @Test
    void asksNoSubgraphForHealth() {
        given().get(management.resolve("/q/health")).then().statusCode(200);

        assertTrue(graph.trade().received().isEmpty());
        assertTrue(graph.corridor().received().isEmpty());
    }

    @Test
    void countsRequestsByOutcome() {
        double before = metric("lancang_gateway_requests_seconds_count{outcome=\"data\"}");
        double refusedBefore = metric("lancang_gateway_requests_seconds_count{outcome=\"refused\"}");

        ask();
        given().contentType("text/plain").body("x").post("/graphql");

        assertEquals(before + 1, metric("lancang_gateway_requests_seconds_count{outcome=\"data\"}"));
        assertEquals(refusedBefore + 1, metric("lancang_gateway_requests_seconds_count{outcome=\"refused\"}"));
    }

    @Test
    void countsSubgraphRequestsBySubgraphAndOutcome() {
        String answered = "lancang_gateway_subgraph_requests_seconds_count{outcome=\"answered\",subgraph=\"trade\"}";
        String failed =
                "lancang_gateway_subgraph_requests_seconds_count{outcome=\"unavailable\",subgraph=\"corridor\"}";
        double answeredBefore = metric(answered);
        double failedBefore = metric(failed);
        graph.corridor().answerWith(Answers.of(503, "text/plain", ""));

        ask();

        assertEquals(answeredBefore + 1, metric(answered));
        assertEquals(failedBefore + 1, metric(failed));
    }

    @Test
    void countsHowOftenAPlanIsAtHand() {
        String hits = "lancang_gateway_plan_cache_requests_total{result=\"hit\"}";
        String misses = "lancang_gateway_plan_cache_requests_total{result=\"miss\"}";
        ask();
        double hitsBefore = metric(hits);
        double missesBefore = metric(misses);
        double sizeBefore = metric("lancang_gateway_plan_cache_size");

        ask();
        ask("{\"query\":\"query NeverAskedBefore { partners { corridors { name } } }\"}");

        assertEquals(hitsBefore + 1, metric(hits));
        assertEquals(missesBefore + 1, metric(misses));
        assertEquals(sizeBefore + 1, metric("lancang_gateway_plan_cache_size"));
    }

    @Test
    void stopsWaitingForSubgraphsWhenTheClientLeaves() throws Exception {
        String abandoned = "lancang_gateway_subgraph_requests_seconds_count{outcome=\"abandoned\",subgraph=\"trade\"}";
        double before = metric(abandoned);
        CountDownLatch arrived = new CountDownLatch(1);
        graph.trade().answerWith((request, exchange, closed) -> {
            arrived.countDown();
            Answers.silence().to(request, exchange, closed);
        });

        try (Socket client = new Socket(endpoint.getHost(), endpoint.getPort())) {
            client.getOutputStream()
                    .write(("POST /graphql HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: " + QUERY.length() + "\r\n\r\n" + QUERY)
                            .getBytes(US_ASCII));
            assertTrue(arrived.await(10, SECONDS));
        }

        await().atMost(5, SECONDS).untilAsserted(() -> assertEquals(before + 1, metric(abandoned)));
    }

    @Test
    void keepsHealthAndMetricsAwayFromClients() {
        given().get("/q/health").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
    }

    private double metric(String name) {
        return new MetricsPage(management).value(name);
    }

    private static void ask() {
        ask(QUERY);
    }

    private static void ask(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/graphql")
                .then()
                .statusCode(200);
    }
}
