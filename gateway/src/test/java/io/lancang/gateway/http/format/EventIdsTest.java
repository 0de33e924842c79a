package io.lancang.gateway.http.format;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.limits.OpenStreams;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.HttpStream;
import io.lancang.gateway.server.TrainGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Server-sent events have the places of what happened as their ids, and a client that connects again goes on behind the last. */
@QuarkusTest
@WithTestResource(TrainGraph.class)
class EventIdsTest {
    private static final String PASSED = "subscription($after: ID) { passed(after: $after) { cursor train { id } } }";
    private static final String SSE = "text/event-stream";

    @SuppressWarnings("NullAway.Init") // injected
    TrainGraph graph;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    OpenStreams streams;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI gateway;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void everyPlaceIsFreeAgain() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        await().until(() -> streams.subscriptions().running() == 0);
        graph.trains().awaitOpen(0);
    }

    @Test
    void givesEachEventItsPlaceAsItsId() throws Exception {
        HttpStream stream = subscribe(PASSED, Map.of(), Map.of());

        graph.pass(passage("12:clr"));
        stream.awaitText(
                "id: 12:clr\nevent: next\ndata: {\"data\":{\"passed\":{\"cursor\":\"12:clr\",\"train\":{\"id\":\"D87\"}}}}\n\n");
        assertEquals(List.of("null"), graph.begun());
    }

    @Test
    void findsThePlaceUnderTheNamesThatTheClientGivesAndInFragments() throws Exception {
        HttpStream stream = subscribe(
                "subscription($seen: ID) { p: passed(after: $seen) { t: train { cursor: id } ...f } }"
                        + " fragment f on Passage { place: cursor }",
                Map.of(),
                Map.of());
        graph.begun();

        graph.pass(passage("12:clr"));

        stream.awaitText("id: 12:clr\nevent: next\n");
    }

    @Test
    void goesOnBehindTheLastEventThatAClientHasSeenWhateverItsVariablesSay() throws Exception {
        HttpStream stream = subscribe(PASSED, Map.of("after", "7"), Map.of("Last-Event-ID", "12:clr"));
        stream.awaitText(":\n");

        assertEquals(List.of("12:clr"), graph.begun());
    }

    @Test
    void beginsWhereItsVariablesSayIfAClientHasSeenNoEvent() throws Exception {
        subscribe(PASSED, Map.of("after", "7"), Map.of("Last-Event-ID", "")).awaitText(":\n");

        assertEquals(List.of("7"), graph.begun());
    }

    /** An id that the client would send and nobody could use would be a promise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscription { passed { cursor } }",
                "subscription { passed(after: \"7\") { cursor } }",
                "subscription($after: ID) { passed(after: $after) { train { id } } }",
                "subscription($after: Int) { counted(after: $after) { cursor } }"
            })
    void givesNoIdsWhereNoneCouldBeGoneOnFromAndRefusesOne(String subscription) throws Exception {
        HttpStream stream = subscribe(subscription, Map.of(), Map.of());
        graph.pass(passage("12:clr"));
        stream.awaitText(":\nevent: next\ndata: {");
        graph.begun();

        HttpStream resumed = subscribe(subscription, Map.of(), Map.of("Last-Event-ID", "12:clr"));
        assertEquals(400, resumed.status());
        String refusal = resumed.end();
        assertTrue(refusal.contains("\"BAD_REQUEST\""), refusal);
        assertTrue(refusal.contains("cannot go on behind the event \\\"12:clr\\\""), refusal);
        assertTrue(refusal.contains("the argument `after`"), refusal);
    }

    /** 257 characters are one more than an id may have. */
    @ParameterizedTest
    @ValueSource(strings = {"a b", "12\t13", "clé"})
    void leavesOutWhatCannotBeAnIdAndSendsTheEvent(String place) throws Exception {
        HttpStream stream = subscribe(PASSED, Map.of(), Map.of());

        graph.pass(passage(place));
        graph.pass(passage("x".repeat(257)));
        graph.pass(passage("x".repeat(256)));

        stream.awaitText("id: " + "x".repeat(256) + "\nevent: next\n");
        String before = stream.text().substring(0, stream.text().indexOf("id: "));
        assertEquals(2, before.split("event: next", -1).length - 1, before);
        graph.begun();
    }

    @Test
    void refusesAnIdThatNoEventHas() throws Exception {
        HttpStream tooLong = subscribe(PASSED, Map.of(), Map.of("Last-Event-ID", "x".repeat(257)));
        assertEquals(400, tooLong.status());
        assertTrue(tooLong.end().contains("has 257 characters"), tooLong.end());

        HttpStream blank = subscribe(PASSED, Map.of(), Map.of("Last-Event-ID", "12 clr"));
        assertEquals(400, blank.status());
        assertTrue(blank.end().contains("is \\\"12 clr\\\""), blank.end());
    }

    @Test
    void doesNotAskForThePlaceOfWhatIsNoStreamOfEvents() throws Exception {
        String answer = HttpStream.post(
                        vertx,
                        gateway,
                        "application/json",
                        "{ train(id: \"D87\") { id } }",
                        Map.of(),
                        Map.of("Last-Event-ID", "a b"))
                .end();

        assertEquals("{\"data\":{\"train\":{\"id\":\"D87\"}}}", answer);
    }

    @Test
    void sendsAnEventThatIsMissingWithoutAnId() throws Exception {
        HttpStream stream = subscribe(PASSED, Map.of(), Map.of());

        graph.pass(Map.of("train", Map.of("id", "D87")));

        stream.awaitText("data: {\"data\":{\"passed\":{\"cursor\":null,\"train\":{\"id\":\"D87\"}}}}\n\n");
        assertFalse(stream.text().contains("id: "), stream.text());
        graph.begun();
    }

    private HttpStream subscribe(String subscription, Map<String, Object> variables, Map<String, String> headers)
            throws Exception {
        return HttpStream.post(vertx, gateway, SSE, subscription, variables, headers);
    }

    private static Map<String, Object> passage(String cursor) {
        return Map.of("cursor", cursor, "train", Map.of("id", "D87"));
    }
}
