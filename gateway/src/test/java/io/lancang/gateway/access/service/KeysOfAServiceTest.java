package io.lancang.gateway.access.service;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.access.key.TestKeys;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.MetricsPage;
import io.lancang.gateway.server.OptionalFeatures;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that asks integration-service whose keys clients send. */
@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(OptionalFeatures.class)
class KeysOfAServiceTest {
    private static final String QUERY = "{ partner(code: \"LAO\") { name corridors { name } } }";
    private static final AtomicInteger KEYS = new AtomicInteger(10);

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    FakeKeyService service;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @BeforeEach
    void connected() {
        await("changes are heard of").atMost(10, SECONDS).until(() -> service.listeners() == 1);
    }

    @AfterEach
    void restore() {
        service.comeBack();
        graph.reset();
    }

    @Test
    void asksOnceAndRemembers() {
        String key = known("customs");

        for (int i = 0; i < 3; i++) {
            assertEquals(200, ask(key).statusCode());
        }

        assertEquals(1, service.timesAsked(key));
    }

    @Test
    void sendsTheHashOfAKeyAndNeverTheKey() {
        String key = known("customs");
        ask(key);
        ask(fresh());

        assertTrue(service.bodies().stream().anyMatch(body -> body.contains(TestKeys.hash(key))));
        assertFalse(service.bodies().toString().contains("lck_"));
    }

    @Test
    void tellsOneSubgraphAndNoOtherWhoTheClientIs() {
        String key = fresh();
        service.knows(
                key,
                "customs",
                json -> json.put("scopes", new JsonArray().add("b").add("a")));

        ask(key);

        var corridor = graph.corridor().received().getLast().headers();
        assertEquals(List.of("customs"), corridor.get("lancang-client"));
        assertEquals(List.of("a b"), corridor.get("lancang-scopes"));
        assertEquals(List.of("client"), corridor.get("lancang-roles"));
        assertEquals(List.of(FakeKeyService.TOKEN), corridor.get("lancang-gateway-token"));
        var trade = graph.trade().received().getLast().headers();
        assertNull(trade.get("lancang-client"));
        assertNull(trade.get("lancang-gateway-token"));
        assertNull(trade.get("Authorization"), "the key is no token for subgraphs");
    }

    @Test
    void hearsOfARevocationWithinTwoSeconds() {
        String key = known("customs");
        ask(key);

        service.refuses(key, "KEY_REVOKED");
        service.tell(new JsonObject().put("hash", TestKeys.hash(key)));

        await().atMost(2, SECONDS).untilAsserted(() -> refused(401, "KEY_REVOKED", ask(key)));
    }

    @Test
    void hearsOfChangesOfAClientAndOfAPlan() {
        String key = fresh();
        String other = known("others");
        service.knows(key, "suspects", json -> json.put("plan", FakeKeyService.plan("busy", 100)));
        assertEquals("\"requests\";q=100;w=60", ask(key).header("RateLimit-Policy"));
        ask(other);

        service.knows(key, "suspects", json -> json.put("plan", FakeKeyService.plan("busy", 50)));
        service.tell(new JsonObject().put("plan", "busy"));
        await().atMost(2, SECONDS)
                .untilAsserted(() -> assertEquals("\"requests\";q=50;w=60", ask(key).header("RateLimit-Policy")));

        service.refuses(key, "CLIENT_SUSPENDED");
        service.tell(new JsonObject().put("client", "suspects"));
        await().atMost(2, SECONDS).untilAsserted(() -> refused(403, "CLIENT_SUSPENDED", ask(key)));
        ask(other);
        assertEquals(1, service.timesAsked(other), "nobody else was touched");
    }

    /** What was refused is remembered for five seconds by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"client", "hash"})
    void hearsThatAClientOrAKeyCountsAgain(String what) {
        String key = fresh();
        service.knows(key, "returning-by-" + what, json -> json);
        service.refuses(key, "CLIENT_SUSPENDED");
        refused(403, "CLIENT_SUSPENDED", ask(key));

        service.takesBack(key);
        service.tell(new JsonObject().put(what, what.equals("hash") ? TestKeys.hash(key) : "returning-by-" + what));

        await().atMost(2, SECONDS).untilAsserted(() -> assertEquals(200, ask(key).statusCode()));
    }

    /** As when one of several processes of the service is killed, or the gateway has just started and so has the service. */
    @Test
    void asksOnceMoreForAKeyOfWhichNothingIsKnown() {
        String key = known("customs");
        service.failNext(1);

        assertEquals(200, ask(key).statusCode());
        assertEquals(2, service.timesAsked(key));
    }

    @Test
    void goesOnWithKnownKeysWhileTheServiceIsDown() {
        String key = known("customs");
        String stranger = known("stranger");
        ask(key);
        service.fail();

        // Longer than what is known holds by itself.
        await().pollDelay(3, SECONDS).atMost(20, SECONDS).untilAsserted(() -> {
            assertEquals(200, ask(key).statusCode());
            Response refused = ask(stranger);
            refused(503, "KEYS_UNAVAILABLE", refused);
            assertEquals("2", refused.header("Retry-After"));
        });
        assertEquals(200, ask(null).statusCode(), "who sends no key is answered");

        service.comeBack();
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertEquals(200, ask(stranger).statusCode()));
    }

    @Test
    void asksAnewWhileItHearsOfNoChanges() {
        String key = known("customs");
        ask(key);
        service.breakStreams();
        service.refuses(key, "KEY_REVOKED");

        // Two seconds after the break is noticed, which a broken connection is at once.
        await().atMost(4, SECONDS).untilAsserted(() -> refused(401, "KEY_REVOKED", ask(key)));
    }

    @Test
    void takesASilentStreamForABrokenOne() {
        String key = known("customs");
        ask(key);
        service.fallSilent();
        service.refuses(key, "KEY_REVOKED");

        // Three seconds of silence, which the last sign of life began.
        await().atMost(6, SECONDS).untilAsserted(() -> refused(401, "KEY_REVOKED", ask(key)));
    }

    @Test
    void asksAgainForWhatMayHaveChangedBeforeItHeardOfChanges() {
        String key = known("customs");
        ask(key);
        service.breakStreams();
        await().until(() -> service.listeners() == 0);
        service.comeBack();
        connected();

        await().atMost(10, SECONDS).until(() -> {
            ask(key);
            return service.timesAsked(key) > 1;
        });
    }

    @Test
    void asksOnceForAKeyThatNobodyKnows() {
        String key = fresh();

        refused(401, "KEY_UNKNOWN", ask(key));
        refused(401, "KEY_UNKNOWN", ask(key));

        assertEquals(1, service.timesAsked(key));
    }

    @Test
    void refusesAKeyThatExpiresWhileItIsRemembered() {
        String key = fresh();
        String soon = Instant.now().plusMillis(1500).toString();
        service.knows(key, "guest", json -> json.put("expiresAt", soon));
        assertEquals(200, ask(key).statusCode());

        await().atMost(5, SECONDS).untilAsserted(() -> refused(401, "KEY_EXPIRED", ask(key)));
    }

    @Test
    void takesTheLimitsOfUnknownClientsFromTheService() {
        service.limitAnonymous(FakeKeyService.plan("anonymous", 1000));
        try {
            await().atMost(5, SECONDS)
                    .untilAsserted(() ->
                            assertEquals("\"requests\";q=1000;w=60", ask(null).header("RateLimit-Policy")));
        } finally {
            service.limitAnonymous(new JsonObject());
        }
        await().atMost(5, SECONDS).untilAsserted(() -> assertNull(ask(null).header("RateLimit-Policy")));
    }

    /** A query costs 1 for the partner and 10 for corridors, of which a list is expected to have 10. */
    @Test
    void reportsWhatClientsUseOnceAlsoIfItIsNotConfirmed() {
        String key = fresh();
        service.knows(key, "meter", json -> json.put("plan", FakeKeyService.plan("tiny", 2)));
        service.confirm(false);
        ask(key);
        ask(key);
        refused(429, "RATE_LIMITED", ask(key));
        await().atMost(10, SECONDS).until(() -> service.reports().size() > 2);
        service.confirm(true);

        // (gateway, sequence) counts once.
        await().atMost(10, SECONDS).untilAsserted(() -> {
            long requests = 0;
            long refused = 0;
            long cost = 0;
            Set<String> counted = new HashSet<>();
            for (JsonObject report : service.reports()) {
                if (counted.add(report.getString("gateway") + report.getLong("sequence"))) {
                    for (Object each : report.getJsonArray("minutes")) {
                        JsonObject row = (JsonObject) each;
                        if (row.getString("client").equals("meter")) {
                            assertEquals(key.substring(4, 12), row.getString("prefix"));
                            assertTrue(row.getString("minute").endsWith(":00Z"), row.getString("minute"));
                            requests += row.getLong("requests");
                            refused += row.getLong("refused");
                            cost += row.getLong("cost");
                        }
                    }
                }
            }
            assertEquals("2 1 22", requests + " " + refused + " " + cost);
        });
    }

    /** The query is estimated to cost 11 of 20, and has cost 2: one partner and one corridor. One comes back each 3 s. */
    @Test
    void givesBackWhatAnAnswerDidNotCost() {
        String key = fresh();
        service.knows(
                key,
                "frugal",
                json -> json.put("plan", FakeKeyService.plan("frugal", null).put("costPerMinute", 20)));

        Response counted = RestAssured.given()
                .header("x-api-key", key)
                .header("Lancang-Cost", "true")
                .contentType("application/json")
                .body(new JsonObject().put("query", QUERY).encode())
                .post(Endpoint.PATH);

        assertEquals(11, counted.<Integer>path("extensions.cost.estimated"));
        assertEquals(2, counted.<Integer>path("extensions.cost.actual"));
        assertEquals("\"cost\";q=20;w=60", counted.header("RateLimit-Policy"));
        assertEquals("\"cost\";r=9;t=33", counted.header("RateLimit"));
        assertEquals(200, ask(key).statusCode(), "11 are left of 18");
        refused(429, "RATE_LIMITED", ask(key));
    }

    @Test
    void countsFieldsUnderTheNameOfTheKeyWhateverHeadersSay() {
        String key = known("ministry");
        RestAssured.given()
                .header("x-api-key", key)
                .header("graphql-client-name", "somebody-else")
                .contentType("application/json")
                .body(new JsonObject().put("query", QUERY).encode())
                .post(Endpoint.PATH);

        await().atMost(10, SECONDS)
                .untilAsserted(() -> RestAssured.get(management.resolve("/usage"))
                        .then()
                        .body(
                                "usage.find { it.client == 'ministry' && it.coordinate == 'Partner.corridors' }.count",
                                equalTo(1))
                        .body("usage.findAll { it.client == 'somebody-else' }.size()", lessThan(1)));
    }

    @Test
    void countsKeysInTheMetrics() {
        ask(known("customs"));
        ask(fresh());

        MetricsPage metrics = new MetricsPage(management);
        for (String outcome : List.of("verified", "key_unknown")) {
            double count = metrics.value("lancang_gateway_keys_total{outcome=\"" + outcome + "\"}");
            assertTrue(count >= 1, outcome);
        }
    }

    /** A key that the service knows, and nobody has sent yet. */
    private String known(String client) {
        String key = fresh();
        service.knows(key, client, json -> json);
        return key;
    }

    private static String fresh() {
        return TestKeys.key("service" + Character.toString('A' + KEYS.getAndIncrement() - 10));
    }

    private static Response ask(@Nullable String key) {
        var request = RestAssured.given();
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return request.contentType("application/json")
                .header("Accept", "application/graphql-response+json")
                .body(new JsonObject().put("query", QUERY).encode())
                .post(Endpoint.PATH);
    }

    private static void refused(int status, String code, Response answer) {
        assertEquals(status, answer.statusCode(), answer.asString());
        assertEquals(code, answer.path("errors[0].extensions.code"));
    }
}
