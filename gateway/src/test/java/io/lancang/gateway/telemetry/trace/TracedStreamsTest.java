package io.lancang.gateway.telemetry.trace;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.protocol.Message;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.GraphQLSocket;
import io.lancang.gateway.server.HttpStream;
import io.lancang.gateway.server.RecordedSpans;
import io.lancang.gateway.server.TrainGraph;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written down of subscriptions, and of operations on connections that last. */
@QuarkusTest
@WithTestResource(TrainGraph.class)
@TestProfile(TracedStreamsTest.Traced.class)
class TracedStreamsTest {
    /** OpenTelemetry is on. */
    public static final class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    // RecordedSpans takes the spans; no collector runs.
                    "quarkus.otel.sdk.disabled",
                    "false",
                    "quarkus.otel.traces.exporter",
                    "none",
                    "lancang.gateway.traces.explain",
                    "all",
                    "lancang.gateway.traces.documents",
                    "true",
                    "lancang.gateway.traces.variables",
                    "true");
        }
    }

    private static final AttributeKey<Long> NUMBER = AttributeKey.longKey("lancang.event");

    @SuppressWarnings("NullAway.Init") // injected
    TrainGraph graph;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    RecordedSpans spans;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI gateway;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        graph.trains().awaitOpen(0);
        graph.reset();
    }

    @Test
    void eachEventHasATraceOfItsOwnThatIsLinkedToTheSubscription() throws Exception {
        String trace = "00000000000000000000000000000d01";
        HttpStream stream = HttpStream.post(
                vertx, gateway, "text/event-stream", "subscription Trains { arrived { id cargo } }", parent(trace));
        graph.arrive("D87");
        stream.awaitText("durian D87");
        graph.arrive("D88");
        stream.awaitText("durian D88");
        stream.close();

        await().until(() ->
                spans.of(trace).stream().anyMatch(span -> span.getName().equals("subscription")));
        SpanData subscription = one(trace, "subscription");
        assertEquals("cancelled", subscription.getAttributes().get(AttributeKey.stringKey("lancang.outcome")));
        List<SpanData> events = spans.named("event").stream()
                .sorted(Comparator.comparingLong(
                        event -> Objects.requireNonNull(event.getAttributes().get(NUMBER))))
                .toList();
        assertEquals(2, events.size());
        assertNotEquals(events.get(0).getTraceId(), events.get(1).getTraceId());
        for (SpanData event : events) {
            assertFalse(event.getParentSpanContext().isValid());
            assertEquals(
                    subscription.getSpanId(),
                    event.getLinks().getFirst().getSpanContext().getSpanId());
            // What the event lacks is fetched in its trace, in the second stage: the first has brought the event.
            SpanData stage = one(event.getTraceId(), "stage");
            assertEquals(1, stage.getAttributes().get(AttributeKey.longKey("lancang.stage")));
            assertEquals(
                    stage.getSpanId(),
                    one(event.getTraceId(), "subgraph freight").getParentSpanId());
        }
    }

    @Test
    void anOperationOnAWebSocketHasATraceOfItsOwnThatIsLinkedToTheConnection() throws Exception {
        String trace = "00000000000000000000000000000d02";
        try (GraphQLSocket socket = GraphQLSocket.open(vertx, gateway, List.of(Message.SUB_PROTOCOL), parent(trace))) {
            socket.say("{\"type\":\"connection_init\"}");
            socket.expect("connection_ack");
            socket.say(
                    "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"query Q($id: ID!) { train(id: $id) { id } }\","
                            + "\"variables\":{\"id\":\"D1\"}}}");
            socket.expect("next");

            await().until(() -> spans.named("query").size() == 1);
            SpanData operation = spans.named("query").getFirst();
            assertFalse(operation.getParentSpanContext().isValid());
            assertEquals(trace, operation.getLinks().getFirst().getSpanContext().getTraceId());
            assertNotEquals(trace, operation.getTraceId());
            assertEquals(
                    "{\"id\":\"D1\"}",
                    operation.getAttributes().get(AttributeKey.stringKey("lancang.graphql.variables")));
            assertTrue(String.valueOf(operation.getAttributes().get(AttributeKey.stringKey("graphql.document")))
                    .startsWith("query Q("));
        }
    }

    @Test
    void aSubscriptionIsNotExplainedByItsTrace() throws Exception {
        HttpStream stream = HttpStream.post(
                vertx,
                gateway,
                "text/event-stream",
                "subscription { arrived { id } }",
                Map.of("Lancang-Explain", "trace"));

        assertEquals(400, stream.status());
    }

    private static Map<String, String> parent(String trace) {
        return Map.of("traceparent", "00-" + trace + "-00000000000000b1-01");
    }

    private SpanData one(String trace, String name) {
        List<SpanData> found = spans.of(trace).stream()
                .filter(span -> span.getName().equals(name))
                .toList();
        assertEquals(1, found.size(), () -> name + " among " + spans.of(trace));
        return found.getFirst();
    }
}
