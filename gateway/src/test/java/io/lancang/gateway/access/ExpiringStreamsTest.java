package io.lancang.gateway.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.access.key.TestKeys;
import io.lancang.gateway.limits.OpenStreams;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.GraphQLSocket;
import io.lancang.gateway.server.HttpStream;
import io.lancang.gateway.server.MetricsPage;
import io.lancang.gateway.server.TrainGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A subscription lasts no longer than the token that it began with. */
@QuarkusTest
@WithTestResource(TrainGraph.class)
@WithTestResource(TrustedIssuer.class)
class ExpiringStreamsTest {
    private static final String ARRIVALS = "subscription { arrived { id } }";

    @SuppressWarnings("NullAway.Init") // injected
    TrainGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    TrustedIssuer trusted;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI gateway;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    OpenStreams streams;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        graph.trains().awaitOpen(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
        text/event-stream                                      | event: complete
        multipart/mixed;subscriptionSpec=1.0, application/json | --graphql--
        """)
    void endsAStreamWhenItsTokenExpires(String accept, String end) throws Exception {
        double before = expired();
        HttpStream stream =
                HttpStream.post(vertx, gateway, accept, ARRIVALS, Map.of("Authorization", "Bearer " + token()));
        graph.arrive("D87");
        stream.awaitText("D87");

        String body = stream.end();

        assertTrue(body.contains("\"errors\":[{\"message\":\"The token has expired"), body);
        assertTrue(body.contains("\"code\":\"UNAUTHENTICATED\""), body);
        assertTrue(body.strip().replace("\ndata:", "").strip().endsWith(end), body);
        graph.trains().awaitOpen(0);
        await().until(() -> expired() == before + 1);
    }

    @Test
    void countsWhatExpiresOnAWebSocketAsWell() throws Exception {
        double before = expired();
        try (GraphQLSocket socket = GraphQLSocket.open(vertx, gateway)) {
            socket.say("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer " + token() + "\"}}");
            socket.expect("connection_ack");
            socket.subscribe("1", ARRIVALS);
            graph.arrive("D87");
            socket.expect("next");

            assertEquals(4401, socket.closeCode());
        }
        await().until(() -> expired() == before + 1);
    }

    @Test
    void endsAStreamWhenItsKeyIsTakenOut() throws Exception {
        HttpStream stream =
                HttpStream.post(vertx, gateway, "text/event-stream", ARRIVALS, Map.of("x-api-key", TestKeys.READER));
        HttpStream other =
                HttpStream.post(vertx, gateway, "text/event-stream", ARRIVALS, Map.of("x-api-key", TestKeys.PLAIN));
        graph.arrive("D87");
        stream.awaitText("D87");
        other.awaitText("D87");
        trusted.keys().swap(TestKeys.without(TestKeys.READER));
        try {
            String body = stream.end();

            assertTrue(body.contains("the key does not count any more"), body);
            graph.arrive("D88");
            other.awaitText("D88");
        } finally {
            other.close();
            trusted.keys().swap(TestKeys.all());
        }
    }

    @Test
    void closesAWebSocketWhenItsKeyIsTakenOut() throws Exception {
        try (GraphQLSocket socket = GraphQLSocket.open(vertx, gateway)) {
            socket.say("{\"type\":\"connection_init\",\"payload\":{\"x-api-key\":\"" + TestKeys.PLAIN + "\"}}");
            socket.expect("connection_ack");
            trusted.keys().swap(TestKeys.without(TestKeys.PLAIN));

            assertEquals(4401, socket.closeCode());
        } finally {
            trusted.keys().swap(TestKeys.all());
        }
    }

    @Test
    void refusesOneSubscriptionTooManyAndGoesOnWithTheOthers() throws Exception {
        try (GraphQLSocket socket = GraphQLSocket.open(vertx, gateway)) {
            socket.say("{\"type\":\"connection_init\",\"payload\":{\"x-api-key\":\"" + TestKeys.NARROW + "\"}}");
            socket.expect("connection_ack");
            socket.subscribe("1", ARRIVALS);
            graph.arrive("D87");
            socket.expect("next");
            socket.subscribe("2", ARRIVALS);

            JsonObject error = socket.expect("error").getJsonArray("payload").getJsonObject(0);
            assertEquals("RATE_LIMITED", error.getJsonObject("extensions").getString("code"));
            graph.arrive("D88");
            assertEquals("1", socket.expect("next").getString("id"));
            double before = ended("cancelled");
            socket.complete("1");
            await().until(() -> ended("cancelled") > before);
            socket.subscribe("3", ARRIVALS);
            graph.arrive("D89");
            assertEquals("3", socket.expect("next").getString("id"));
        }
        // The one that its plan refused has none of the places of all clients either.
        await().untilAsserted(() -> assertEquals(0, streams.subscriptions().running()));
    }

    private double expired() {
        return ended("expired");
    }

    private double ended(String outcome) {
        return new MetricsPage(management)
                .value("lancang_gateway_subscriptions_ended_total{outcome=\"" + outcome + "\"}");
    }

    /** One that counts half a minute longer than it says, less what the test leaves of it. */
    private String token() {
        JwtClaims claims = trusted.issuer().claims("anna", System.currentTimeMillis());
        claims.setExpirationTime(NumericDate.fromMilliseconds(System.currentTimeMillis() - 25_000));
        return trusted.issuer().token(claims);
    }
}
