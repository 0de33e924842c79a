package io.lancang.gateway.mcp;

import static io.lancang.gateway.mcp.RawMcp.json;
import static io.lancang.gateway.mcp.RawMcp.legacy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.access.ProtectedGraph;
import io.lancang.gateway.access.key.TestKeys;
import io.lancang.gateway.limits.OpenStreams;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tools are called with the scopes and within the limits of their client. */
@QuarkusTest
@WithTestResource(ProtectedGraph.class)
class McpAccessTest {
    private static final String MARGIN =
            legacy("tools/call", "\"name\":\"run_query\",\"arguments\":{\"query\":\"{ partner { name margin } }\"}");

    @SuppressWarnings("NullAway.Init") // injected
    ProtectedGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/mcp")
    URI endpoint;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    OpenStreams streams;

    @AfterEach
    void restore() {
        graph.keys().swap(TestKeys.all());
    }

    @Test
    void answersWhatTheScopesOfAKeyGrant() throws Exception {
        JsonObject granted = result(post(11, MARGIN, "x-api-key", TestKeys.READER));
        assertEquals(false, granted.getBoolean("isError"));
        assertEquals(
                new JsonObject("{\"data\":{\"partner\":{\"name\":\"Laos\",\"margin\":0.25}}}"),
                granted.getJsonObject("structuredContent"));

        JsonObject withheld = result(post(11, MARGIN));
        assertEquals(true, withheld.getBoolean("isError"));
        JsonObject answer =
                new JsonObject(withheld.getJsonArray("content").getJsonObject(0).getString("text"));
        assertEquals(
                "Laos", answer.getJsonObject("data").getJsonObject("partner").getString("name"));
        assertEquals(
                "UNAUTHORIZED_FIELD_OR_TYPE",
                answer.getJsonArray("errors")
                        .getJsonObject(0)
                        .getJsonObject("extensions")
                        .getString("code"));
    }

    /** Two of a minute, of which a list takes one as well. */
    @Test
    void limitsAKeyAsInOtherRequests() throws Exception {
        String small = register("tools000", "small");
        HttpResponse<String> first = post(12, legacy("tools/list", ""), "x-api-key", small);
        assertEquals(
                "\"requests\";r=1;t=30", first.headers().firstValue("RateLimit").orElse("none"));
        HttpResponse<String> second = post(12, MARGIN, "x-api-key", small);
        assertEquals(
                "\"requests\";r=0;t=60",
                second.headers().firstValue("RateLimit").orElse("none"));

        HttpResponse<String> third = post(12, MARGIN, "x-api-key", small);
        assertEquals(200, third.statusCode());
        assertEquals(true, result(third).getBoolean("isError"));
        assertTrue(third.body().contains("RATE_LIMITED"), third.body());
        assertTrue(third.headers().firstValue("Retry-After").isPresent());

        HttpResponse<String> fourth = post(12, legacy("tools/list", ""), "x-api-key", small);
        assertEquals(429, fourth.statusCode());
        assertEquals(
                "RATE_LIMITED",
                json(fourth).getJsonObject("error").getJsonObject("data").getString("code"));
        for (String tool : new String[] {"search_schema\",\"arguments\":{\"words\":\"a\"}", "run_query\""}) {
            HttpResponse<String> other = post(12, legacy("tools/call", "\"name\":\"" + tool), "x-api-key", small);
            assertTrue(other.body().contains("RATE_LIMITED"), other.body());
        }
    }

    /** The key of a client that no other test has met, once it counts. */
    private String register(String name, String plan) {
        JsonObject all = TestKeys.all();
        for (String each : List.of(name, "known000")) {
            all.getJsonArray("keys")
                    .add(new JsonObject()
                            .put("hash", TestKeys.hash(TestKeys.key(each)))
                            .put("prefix", each)
                            .put("client", each)
                            .put("plan", each.equals(name) ? plan : "free"));
        }
        graph.keys().swap(all);
        // From another address each time: one that sends unknown keys is refused for a while.
        AtomicInteger address = new AtomicInteger(100);
        await().until(() -> post(address.getAndIncrement(), legacy("ping", ""), "x-api-key", TestKeys.key("known000"))
                        .statusCode()
                == 200);
        return TestKeys.key(name);
    }

    @Test
    void tellsWhoseTokensItTakesWhenItRefusesOne() throws Exception {
        HttpResponse<String> refused = post(13, MARGIN, "Authorization", "Bearer a.b.c");

        assertEquals(401, refused.statusCode());
        URI metadata = endpoint.resolve("/.well-known/oauth-protected-resource/mcp");
        assertEquals(
                "Bearer error=\"invalid_token\", resource_metadata=\"" + metadata + "\"",
                refused.headers().firstValue("WWW-Authenticate").orElse("none"));

        JsonObject told = json(
                new RawMcp(metadata).send(13, HttpRequest.newBuilder(metadata).GET()));
        assertEquals(endpoint.toString(), told.getString("resource"));
        assertEquals(1, told.getJsonArray("authorization_servers").size());
    }

    /** The plan has one subscription; it is free again once the client has left. */
    @Test
    void countsAStreamOfNotificationsAsASubscription() throws Exception {
        HttpRequest listening = HttpRequest.newBuilder(endpoint)
                .header("Accept", "text/event-stream")
                .header("x-api-key", TestKeys.NARROW)
                .GET()
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> first = client.send(listening, HttpResponse.BodyHandlers.ofInputStream());
            assertEquals(200, first.statusCode());
            assertEquals(
                    "text/event-stream",
                    first.headers().firstValue("Content-Type").orElse("none"));
            HttpResponse<InputStream> second = client.send(listening, HttpResponse.BodyHandlers.ofInputStream());
            assertEquals(429, second.statusCode());

            first.body().close();
            await().untilAsserted(() -> {
                HttpResponse<InputStream> third = client.send(listening, HttpResponse.BodyHandlers.ofInputStream());
                third.body().close();
                assertEquals(200, third.statusCode());
            });
            client.shutdownNow();
        }
        // Those that the plan refused have none of the places of all clients either.
        await().untilAsserted(() -> assertEquals(0, streams.subscriptions().running()));
    }

    @Test
    void refusesABadKeyWithTheCodeOfGraphQL() throws Exception {
        HttpResponse<String> refused = post(14, MARGIN, "x-api-key", TestKeys.EXPIRED);

        assertEquals(401, refused.statusCode());
        assertEquals(
                "KEY_EXPIRED",
                json(refused).getJsonObject("error").getJsonObject("data").getString("code"));
    }

    private static JsonObject result(HttpResponse<String> answer) {
        return json(answer).getJsonObject("result");
    }

    private HttpResponse<String> post(int address, String body, String... headers) throws Exception {
        return new RawMcp(endpoint).post(address, body, headers);
    }
}
