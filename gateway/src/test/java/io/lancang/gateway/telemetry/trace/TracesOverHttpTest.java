package io.lancang.gateway.telemetry.trace;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.access.key.TestKeys;
import io.lancang.gateway.access.service.FakeKeyService;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.OptionalFeatures;
import io.lancang.gateway.server.RecordedSpans;
import io.lancang.gateway.server.TestGraph;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written down of an operation that runs over two subgraphs: spans, and the answer to {@code Lancang-Explain: trace}. */
@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(OptionalFeatures.class)
class TracesOverHttpTest {
    private static final AttributeKey<String> NAME = AttributeKey.stringKey("graphql.operation.name");
    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("graphql.operation.type");
    private static final AttributeKey<List<String>> CODES = AttributeKey.stringArrayKey("lancang.error.codes");

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    FakeKeyService keys;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    RecordedSpans spans;

    @AfterEach
    void resetGraph() {
        graph.reset();
    }

    @Test
    void showsTheStepsOfAnOperationBelowTheSpanOfItsRequest() {
        // A trace that the client has begun, by an id that only this test uses.
        String trace = "00000000000000000000000000000a01";
        ask(trace, "query Corridors { partner(code: \\\"LAO\\\") { name corridors { id } } }")
                .header("graphql-client-name", "atlas")
                .post(Endpoint.PATH)
                .then()
                .statusCode(200);

        SpanData request = one(trace, "POST /graphql");
        assertEquals("Corridors", request.getAttributes().get(NAME));
        SpanData operation = below(request, "query");
        assertEquals("Corridors", operation.getAttributes().get(NAME));
        assertEquals("query", operation.getAttributes().get(TYPE));
        assertEquals("atlas", text(operation, "lancang.client.name"));
        assertEquals("data", text(operation, "lancang.outcome"));
        assertNull(text(operation, "graphql.document"), "documents are not shown unless somebody says so");
        SpanData prepare = below(operation, "prepare");
        assertEquals(false, prepare.getAttributes().get(AttributeKey.booleanKey("lancang.plan.cached")));
        SpanData read = below(prepare, "read");
        SpanData plan = below(prepare, "plan");
        assertTrue(read.getEndEpochNanos() <= plan.getStartEpochNanos());
        // Partners are in one subgraph, their corridors in the other, which is asked for one partner afterwards.
        List<SpanData> stages = all(trace, "stage");
        assertEquals(2, stages.size());
        SpanData trade = one(trace, "subgraph trade");
        SpanData corridor = one(trace, "subgraph corridor");
        assertEquals(stage(0, stages).getSpanId(), trade.getParentSpanId());
        assertEquals(stage(1, stages).getSpanId(), corridor.getParentSpanId());
        assertEquals(0, number(trade, "lancang.entities"));
        assertEquals(1, number(corridor, "lancang.entities"));
        assertEquals(1, number(corridor, "lancang.attempts"));
        SpanData attempt = below(corridor, "POST");
        assertEquals(SpanKind.CLIENT, attempt.getKind());
        assertEquals(200, number(attempt, "http.response.status_code"));
        assertEquals("127.0.0.1", text(attempt, "server.address"));
        assertEquals(
                List.of("00-" + trace + "-" + attempt.getSpanId() + "-01"),
                graph.corridor().received().getFirst().headers().get("traceparent"));
        // Nobody else makes a span of the same request.
        assertEquals(2, all(trace, "POST").size());
    }

    @Test
    void saysThatAPlanWasThere() {
        String query = "query Again { partners { code name } }";
        ask("00000000000000000000000000000a02", query)
                .post(Endpoint.PATH)
                .then()
                .statusCode(200);
        ask("00000000000000000000000000000a03", query)
                .post(Endpoint.PATH)
                .then()
                .statusCode(200);

        SpanData prepare = one("00000000000000000000000000000a03", "prepare");
        assertEquals(true, prepare.getAttributes().get(AttributeKey.booleanKey("lancang.plan.cached")));
        assertTrue(all("00000000000000000000000000000a03", "plan").isEmpty());
    }

    @Test
    void marksASubgraphThatFailsAndTheOperationThatLacksItsData() {
        String trace = "00000000000000000000000000000a04";
        graph.corridor().answerWith(Answers.of(503, "text/plain", "gone"));
        ask(trace, "{ partner(code: \\\"LAO\\\") { name corridors { id } } }")
                .post(Endpoint.PATH)
                .then()
                .body("data.partner.name", equalTo("Laos"));

        SpanData operation = one(trace, "query");
        assertEquals(StatusCode.ERROR, operation.getStatus().getStatusCode());
        assertEquals(List.of("SUBGRAPH_UNAVAILABLE"), operation.getAttributes().get(CODES));
        assertEquals("data_with_errors", text(operation, "lancang.outcome"));
        SpanData corridor = one(trace, "subgraph corridor");
        assertEquals("SUBGRAPH_UNAVAILABLE", text(corridor, "error.type"));
        assertEquals("unavailable", text(below(corridor, "POST"), "error.type"));
        assertEquals(StatusCode.UNSET, one(trace, "subgraph trade").getStatus().getStatusCode());
    }

    @Test
    void whatAClientAsksWronglyIsNoFaultOfTheServer() {
        String trace = "00000000000000000000000000000a05";
        ask(trace, "{ nobody }").post(Endpoint.PATH);

        SpanData operation = one(trace, "GraphQL Operation");
        assertEquals(StatusCode.UNSET, operation.getStatus().getStatusCode());
        assertEquals(
                List.of("GRAPHQL_VALIDATION_FAILED"), operation.getAttributes().get(CODES));
        assertEquals("request_error", text(operation, "lancang.outcome"));
    }

    @Test
    void tellsWhoHasTheScopeHowLongEachStepTook() {
        String key = TestKeys.key("traced00");
        keys.knows(key, "engineers", known -> known.put("scopes", new JsonArray().add("lancang:trace")));

        traced(key, "{ partner(code: \\\"LAO\\\") { n: name corridors { id } } }")
                .post(Endpoint.PATH)
                .then()
                .statusCode(200)
                .body("data.partner.n", equalTo("Laos"))
                .body("extensions.trace.preparation.cached", equalTo(false))
                .body("extensions.trace.preparation.planMs", greaterThan(0f))
                .body("extensions.trace.plan", containsString("#1 corridor after #0"))
                .body("extensions.trace.stages.size()", equalTo(2))
                .body("extensions.trace.stages[1].requests[0].subgraph", equalTo("corridor"))
                .body("extensions.trace.stages[1].requests[0].fetch", equalTo(1))
                .body("extensions.trace.stages[1].requests[0].entities", equalTo(1))
                .body("extensions.trace.stages[1].requests[0].outcome", equalTo("answered"))
                .body("extensions.trace.stages[1].requests[0].attempts.size()", equalTo(1))
                .body("extensions.trace.stages[1].requests[0].attempts[0].status", equalTo(200))
                .body("extensions.trace.stages[1].requests[0].attempts[0].bytes", greaterThan(20));
    }

    @Test
    void tellsNobodyElse() {
        String key = TestKeys.key("others00");
        keys.knows(key, "others", known -> known);

        traced(key, "{ partners { capital } }")
                .post(Endpoint.PATH)
                .then()
                .statusCode(403)
                .body("errors[0].message", containsString("\"lancang:trace\""))
                .body("$", not(hasKey("extensions")));
        assertTrue(
                graph.trade().received().stream().noneMatch(each -> each.body().contains("capital")));
    }

    @Test
    void answersAMutationThatIsTracedOnce() {
        String key = TestKeys.key("traced01");
        keys.knows(key, "engineers", known -> known.put("scopes", new JsonArray().add("lancang:trace")));

        traced(key, "mutation { rename(code: \\\"LAO\\\", name: \\\"x\\\") { name } }")
                .post(Endpoint.PATH)
                .then()
                .body("data.rename.name", equalTo("x"))
                .body("extensions.trace.stages[0].requests.size()", equalTo(1));
        assertEquals(
                1,
                graph.trade().received().stream()
                        .filter(each -> each.body().contains("rename"))
                        .count());
    }

    private static RequestSpecification traced(String key, String query) {
        return given().contentType("application/json")
                .header("X-API-Key", key)
                .header("Lancang-Explain", "trace")
                .body("{\"query\":\"" + query + "\"}");
    }

    private static RequestSpecification ask(String trace, String query) {
        return given().contentType("application/json")
                .header("traceparent", "00-" + trace + "-00000000000000b1-01")
                .body("{\"query\":\"" + query + "\"}");
    }

    private List<SpanData> all(String trace, String name) {
        // The request's own span ends last, perhaps after the answer was read.
        await().until(() -> spans.of(trace).stream().anyMatch(span -> span.getKind() == SpanKind.SERVER));
        return spans.of(trace).stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private SpanData one(String trace, String name) {
        List<SpanData> found = all(trace, name);
        assertEquals(1, found.size(), () -> name + " among " + spans.of(trace));
        return found.getFirst();
    }

    private SpanData below(SpanData parent, String name) {
        List<SpanData> found = all(parent.getTraceId(), name).stream()
                .filter(span -> span.getParentSpanId().equals(parent.getSpanId()))
                .toList();
        assertEquals(1, found.size(), () -> name + " below " + parent + " among " + spans.of(parent.getTraceId()));
        return found.getFirst();
    }

    private static SpanData stage(long number, List<SpanData> stages) {
        return stages.stream()
                .filter(span -> number(span, "lancang.stage") == number)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String text(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }

    private static long number(SpanData span, String name) {
        Long value = span.getAttributes().get(AttributeKey.longKey(name));
        return value == null ? -1 : value;
    }
}
