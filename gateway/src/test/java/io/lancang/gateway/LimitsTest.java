package io.lancang.gateway;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(LimitsTest.Narrow.class)
class LimitsTest {
    private static final String NAMES = "{\"query\":\"{ partners { name } }\"}";

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/graphql")
    URI endpoint;

    @AfterEach
    void resetGraph() {
        graph.reset();
    }

    /** Two clients hold a place each: there is no third, and none of them has a second. */
    @Test
    void shedsWhatIsMoreThanItTakesAtTheSameTimeInAllAndOfOneClient() throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        graph.trade().answerWith((request, exchange, closed) -> {
            arrived.countDown();
            awaitQuietly(release);
            Answers.json("{\"data\":{\"partners\":[]}}").to(request, exchange, closed);
        });

        try (HttpClient one = from("127.0.0.1");
                HttpClient other = from("127.0.0.2");
                HttpClient third = from("127.0.0.3")) {
            List<CompletableFuture<HttpResponse<String>>> held = List.of(
                    one.sendAsync(namesRequest(), HttpResponse.BodyHandlers.ofString()),
                    other.sendAsync(namesRequest(), HttpResponse.BodyHandlers.ofString()));
            arrived.await(10, SECONDS);
            HttpResponse<String> inAll = third.send(namesRequest(), HttpResponse.BodyHandlers.ofString());
            release.countDown();

            assertRefused(503, inAll);
            for (CompletableFuture<HttpResponse<String>> each : held) {
                assertEquals(200, each.get(10, SECONDS).statusCode());
            }
        }
        post(NAMES).then().statusCode(200);
    }

    @Test
    void leavesPlacesForOthersWhereOneClientHasAllThatItMay() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        graph.trade().answerWith((request, exchange, closed) -> {
            boolean first = arrived.getCount() > 0;
            arrived.countDown();
            if (first) {
                awaitQuietly(release);
            }
            Answers.json("{\"data\":{\"partners\":[]}}").to(request, exchange, closed);
        });

        try (HttpClient one = from("127.0.0.1");
                HttpClient other = from("127.0.0.2")) {
            CompletableFuture<HttpResponse<String>> held =
                    one.sendAsync(namesRequest(), HttpResponse.BodyHandlers.ofString());
            arrived.await(10, SECONDS);
            HttpResponse<String> second = one.send(namesRequest(), HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> ofOther = other.send(namesRequest(), HttpResponse.BodyHandlers.ofString());
            release.countDown();

            assertRefused(429, second);
            assertEquals(200, ofOther.statusCode());
            assertEquals(200, held.get(10, SECONDS).statusCode());
        }
    }

    private static void assertRefused(int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode());
        assertEquals("1", response.headers().firstValue("Retry-After").orElse(""));
        assertTrue(response.body().contains("LIMIT_EXCEEDED"), response::body);
    }

    private static HttpClient from(String address) throws UnknownHostException {
        return HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { types { fields { name } } } }",
                "{ a: __typename b: __typename c: __typename }",
                "{ partners { code code code code code code code code code code code code code code code code } }"
            })
    void refusesOperationsThatAreTooLarge(String query) {
        post("{\"query\":\"" + query + "\"}")
                .then()
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("data", nullValue());
    }

    /** Introspection is on here: what is switched off is the file alone. */
    @Test
    void servesNoSchemaFileWhereThatIsSwitchedOff() {
        given().get("/schema.graphql").then().statusCode(404);
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        post("{\"query\":\"{ __typename }\",\"x\":\"" + "x".repeat(2000) + "\"}")
                .then()
                .statusCode(413)
                .body("errors[0].message", containsString("1024 bytes"));
    }

    /** Its event loop has other clients. */
    @Test
    void readsALargeRequestOnAThreadForThose() {
        post("{\"query\":\"{ __typename }\",\"x\":\"" + "x".repeat(600) + "\"}")
                .then()
                .statusCode(200)
                .body("data.__typename", equalTo("Query"));

        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("large-requests-")));
    }

    @Test
    void refusesAnswersThatAreTooLarge() {
        graph.trade()
                .answerWith(Answers.json("{\"data\":{\"partners\":[{\"name\":\"" + "x".repeat(1500) + "\"},{\"name\":\""
                        + "y".repeat(1500) + "\"},{\"name\":\"z\"}]}}"));

        post(NAMES)
                .then()
                .statusCode(200)
                .body("data", nullValue())
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].message", containsString("2048 bytes"));
    }

    @Test
    void refusesAnswersOfSubgraphsForWhichThereIsNoRoom() {
        graph.trade().answerWith(Answers.json("{\"data\":{\"partners\":[]},\"x\":\"" + "x".repeat(5000) + "\"}"));

        post(NAMES)
                .then()
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].message", containsString("no room"));
        graph.reset();
        post(NAMES).then().body("data.partners[0].name", equalTo("Laos"));
    }

    private HttpRequest namesRequest() {
        return HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(NAMES))
                .build();
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/graphql");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Limits that a test reaches. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "lancang.gateway.limits.max-concurrent-requests", "2",
                    "lancang.gateway.limits.max-concurrent-requests-per-client", "1",
                    "lancang.gateway.limits.max-body-size", "1K",
                    "lancang.gateway.answers.max-size", "2K",
                    "lancang.gateway.traffic.max-response-size-per-request", "4K",
                    "lancang.gateway.limits.max-depth", "3",
                    "lancang.gateway.limits.max-aliases", "2",
                    "lancang.gateway.limits.max-tokens", "20",
                    "lancang.gateway.preparation.large-request", "512",
                    "lancang.gateway.explorer.schema", "false");
        }
    }
}
