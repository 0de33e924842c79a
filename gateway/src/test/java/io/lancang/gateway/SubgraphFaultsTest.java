package io.lancang.gateway;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.MetricsPage;
import io.lancang.gateway.server.SubgraphServer;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(TestGraph.class)
class SubgraphFaultsTest {
    private static final String QUERY = "{\"query\":\"{ partners { code name corridors { name } } }\"}";

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @AfterEach
    void resetGraph() {
        graph.reset();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void nullsOnlyTheFieldsOfTheSubgraphThatFailed(String name, SubgraphServer.Answer fault, String code) {
        graph.corridor().answerWith(fault);

        ask().statusCode(200)
                .body("data.partners.name", contains("Laos", "Viet Nam"))
                .body("data.partners[0].corridors", nullValue())
                .body("data.partners[1].corridors", nullValue())
                .body("errors[0].path", contains("partners", 0, "corridors"))
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].extensions.service", equalTo("corridor"))
                .body("errors[0].message", not(containsString("127.0.0.1")));
    }

    @Test
    void showsNothingOfWhatASubgraphSaysOfItself() {
        graph.corridor().answerWith(Answers.json("""
            {"data": {"_entities": [null, null]}, "errors": [{
              "message": "ERROR: relation x does not exist at db-7.internal",
              "path": ["_entities", 0, "corridors"],
              "extensions": {"code": "SQL_42P01", "stacktrace": ["at db-7.internal"]}}]}
            """));

        ask().statusCode(200)
                .body("errors[0].path", contains("partners", 0, "corridors"))
                .body("errors[0].extensions.code", equalTo("SUBGRAPH_ERROR"))
                .body("errors[0].extensions.service", equalTo("corridor"))
                .body("errors[0].extensions.id", matchesPattern("[0-9a-f]{16}"))
                .body(not(containsString("db-7")));
    }

    @Test
    void tellsNoMoreThanTheFirstHundredErrorsOfAnAnswer() {
        String error = "{\"message\":\"no such partner\",\"extensions\":{\"code\":\"NOT_FOUND\",\"hint\":\"look\"}}";
        graph.corridor()
                .answerWith(Answers.json("{\"data\":{\"_entities\":[null,null]},\"errors\":["
                        + String.join(",", Collections.nCopies(1000, error)) + "]}"));

        ask().statusCode(200)
                .body("errors[0].message", equalTo("no such partner"))
                .body("errors[0].extensions.hint", equalTo("look"))
                .body("errors.size()", equalTo(101))
                .body("errors[100].message", containsString("1000 errors"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("status 500", Answers.of(500, "text/plain", "broken"), "SUBGRAPH_UNAVAILABLE"),
                Arguments.of("status 401", Answers.of(401, "text/plain", ""), "UNAUTHENTICATED"),
                Arguments.of("status 401 with JSON", Answers.of(401, "application/json", "{}"), "UNAUTHENTICATED"),
                Arguments.of("status 403", Answers.of(403, "text/html", "<html></html>"), "FORBIDDEN"),
                Arguments.of("HTML", Answers.of(200, "text/html", "<html></html>"), "SUBGRAPH_UNAVAILABLE"),
                Arguments.of("half an answer", Answers.half("{\"data\":{\"_entities\":["), "SUBGRAPH_UNAVAILABLE"),
                Arguments.of("a closed connection", Answers.hangUp(), "SUBGRAPH_UNAVAILABLE"),
                Arguments.of("no answer", Answers.silence(), "TIMEOUT"),
                Arguments.of("an answer that drips", Answers.drip(new CountDownLatch(1)), "TIMEOUT"),
                Arguments.of("an answer without end", Answers.endless(), "LIMIT_EXCEEDED"),
                Arguments.of("half JSON", Answers.json("{\"data\":{\"_ent"), "SUBGRAPH_INVALID_RESPONSE"),
                Arguments.of("no data", Answers.json("{\"data\":null}"), "SUBGRAPH_INVALID_RESPONSE"),
                Arguments.of("no entities", Answers.json("{\"data\":{\"_entities\":[]}}"), "SUBGRAPH_INVALID_RESPONSE"),
                Arguments.of(
                        "a text for a list",
                        Answers.json("{\"data\":{\"_entities\":[{\"corridors\":\"x\"},{\"corridors\":\"y\"}]}}"),
                        "SUBGRAPH_INVALID_RESPONSE"));
    }

    /** More faults than there may be connections or requests at the same time: one that held on to any would show. */
    @Test
    void holdsOnToNothingAfterAThousandFaults() {
        List<SubgraphServer.Answer> faults = List.of(
                Answers.of(500, "text/plain", "broken"),
                Answers.of(200, "text/html", "<html></html>"),
                Answers.half("{\"data\":{\"_entities\":["),
                Answers.json("{\"data\":{\"_ent"),
                Answers.hangUp());
        AtomicInteger next = new AtomicInteger();
        graph.corridor()
                .answerWith((request, exchange, closed) ->
                        faults.get(next.getAndIncrement() % faults.size()).to(request, exchange, closed));

        for (int number = 0; number < 1_000; number++) {
            ask().body("errors[0].extensions.service", equalTo("corridor"));
        }

        assertHoldsOnToNothing();
    }

    /** Each side by side holds a connection until its time is over. */
    @Test
    void holdsOnToNothingAfterManyAnswersThatHungOrDrippedSideBySide() throws Exception {
        int clients = 60;
        CountDownLatch left = new CountDownLatch(clients / 2);
        List<SubgraphServer.Answer> faults = List.of(Answers.silence(), Answers.drip(left));
        AtomicInteger next = new AtomicInteger();
        graph.corridor()
                .answerWith((request, exchange, closed) ->
                        faults.get(next.getAndIncrement() % faults.size()).to(request, exchange, closed));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ValidatableResponse>> answers = IntStream.range(0, clients)
                    .mapToObj(number -> threads.submit(SubgraphFaultsTest::ask))
                    .toList();
            for (Future<ValidatableResponse> answer : answers) {
                answer.get(30, SECONDS)
                        .body("data.partners.name", contains("Laos", "Viet Nam"))
                        .body("errors[0].extensions.code", equalTo("TIMEOUT"));
            }
        }

        assertTrue(left.await(10, SECONDS), left.getCount() + " connections to dripping answers stay open");
        assertHoldsOnToNothing();
    }

    private void assertHoldsOnToNothing() {
        graph.reset();
        ask().body("data.partners[0].corridors.name", contains("China-Laos Railway"))
                .body("errors", nullValue());
        await().atMost(5, SECONDS)
                .untilAsserted(
                        () -> assertEquals(0, new MetricsPage(management).value("lancang_gateway_requests_active")));
    }

    @Test
    void answersCompletelyAgainOnceTheSubgraphIsBack() {
        graph.corridor().answerWith(Answers.of(503, "text/plain", ""));
        ask().body("errors[0].extensions.code", equalTo("SUBGRAPH_UNAVAILABLE"));

        graph.reset();

        ask().body("data.partners[0].corridors.name", contains("China-Laos Railway"))
                .body("errors", nullValue());
    }

    @Test
    void forwardsTheConfiguredHeadersToEverySubgraph() {
        given().contentType("application/json")
                .header("Authorization", "Bearer a")
                .header("X-Tenant", "kunming")
                .header("Cookie", "session=1")
                .body(QUERY)
                .post("/graphql")
                .then()
                .statusCode(200);

        for (SubgraphServer subgraph : List.of(graph.trade(), graph.corridor())) {
            assertEquals(1, subgraph.received().size());
            var headers = subgraph.received().getFirst().headers();
            assertEquals(List.of("Bearer a"), headers.get("Authorization"));
            assertEquals(List.of("kunming"), headers.get("X-Tenant"));
            assertFalse(headers.containsKey("Cookie"));
        }
    }

    private static ValidatableResponse ask() {
        return given().contentType("application/json")
                .body(QUERY)
                .post("/graphql")
                .then();
    }
}
