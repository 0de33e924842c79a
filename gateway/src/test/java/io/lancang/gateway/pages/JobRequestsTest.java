package io.lancang.gateway.pages;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.SubgraphServer.Answer;
import io.lancang.gateway.server.SubgraphServer.Received;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs of a subgraph, as clients have them at the gateway. */
@QuarkusTest
@WithTestResource(TestGraph.class)
class JobRequestsTest {
    private static final String ORDER = "{\"export\": \"/exports/trade/flows.csv\"}";
    private static final String RESULT = "/jobs/results/kQ3x_-0123456789";
    /** How many results are passed on at a time. */
    private static final int MOST = 16;

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/")
    URI root;

    @AfterEach
    void resetGraph() {
        graph.reset();
    }

    private Received last() {
        return graph.trade().received().getLast();
    }

    /** The subgraph writes addresses, and judges by who asks what may be asked. */
    @Test
    void passesAnOrderOnWithWhoAsksAndWhere() {
        graph.trade()
                .answerWith(Answers.with(
                        Map.of("Location", "https://lancang.example/jobs/job_1", "Retry-After", "2"),
                        Answers.of(202, "application/json", "{\"id\":\"job_1\"}")));

        given().urlEncodingEnabled(false)
                .header("Host", "lancang.example:8443")
                .header("X-Tenant", "customs")
                .contentType("application/json; charset=utf-8")
                .body(ORDER)
                .post("/jobs?a=b%20c")
                .then()
                .statusCode(202)
                .header("Location", "https://lancang.example/jobs/job_1")
                .header("Retry-After", "2")
                .header("X-Content-Type-Options", "nosniff")
                .body("id", equalTo("job_1"));
        assertEquals("POST", last().method());
        assertEquals("/jobs?a=b%20c", last().uri().toString());
        assertEquals(ORDER, last().body());
        assertEquals("application/json; charset=utf-8", last().headers().getFirst("Content-Type"));
        assertEquals("customs", last().headers().getFirst("X-Tenant"));
        assertEquals("/jobs", last().headers().getFirst("X-Forwarded-Prefix"));
        assertEquals("lancang.example:8443", last().headers().getFirst("X-Forwarded-Host"));
    }

    /** It may lead where the gateway alone can go. */
    @Test
    void keepsTheAddressOfARedirectToItself() {
        graph.trade()
                .answerWith(Answers.with(
                        Map.of("Location", "http://integration-service:8084/jobs/job_1"),
                        Answers.of(307, "text/plain", "")));

        given().redirects()
                .follow(false)
                .get("/jobs/job_1")
                .then()
                .statusCode(307)
                .header("Location", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /jobs",
        "GET, /jobs/job_1",
        "HEAD, /jobs/results/link",
        "DELETE, /jobs/job_1",
        "GET, /jobs?first=4"
    })
    void passesLooksAndCancellationsOn(String method, String address) {
        graph.trade().answerWith((request, exchange, closed) -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });

        given().request(method, address).then().statusCode(204);
        assertEquals(method, last().method());
        assertEquals(address, last().uri().toString());
        assertEquals("", last().body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jobs/",
                "/jobs/a/b",
                "/jobs/results/",
                "/jobs/results/a/b",
                "/jobs/..%2Fgraphql",
                "/jobs/results/%2e%2e/graphql",
                "/jobs/results/..%2f..%2fgraphql",
                "/jobs/a%00b",
                "/jobs/a.b",
                "/jobs/job%5F1"
            })
    void leavesNoWayOutOfTheFolderOfJobs(String address) {
        given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(404)
                .body("errors[0].extensions.code", equalTo("NOT_FOUND"))
                .body("errors[0].extensions.hint", containsString("Their address is /jobs/ID."));
        assertEquals(List.of(), graph.trade().received());
    }

    @Test
    void takesNoLongerIdsThanThereAre() {
        graph.trade().answerWith(Answers.json("{}"));

        given().get("/jobs/" + "a".repeat(100)).then().statusCode(200);
        given().get("/jobs/" + "a".repeat(101)).then().statusCode(404);
        assertEquals(1, graph.trade().received().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void saysWhatMayBeDoneWithJobs(String method) {
        given().request(method, "/jobs/job_1")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, POST, DELETE")
                .body("errors[0].extensions.code", equalTo("METHOD_NOT_ALLOWED"));
        assertEquals(List.of(), graph.trade().received());
    }

    @Test
    void refusesAnOrderThatIsLargerThanAnyIs() {
        graph.trade().answerWith(Answers.of(202, "application/json", "{}"));

        given().body("x".repeat(8_192)).post("/jobs").then().statusCode(202);
        given().body("x".repeat(8_193))
                .post("/jobs")
                .then()
                .statusCode(413)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].message", equalTo("The order has more than 8192 bytes."));
        // As large again as what is kept of it.
        given().body("x".repeat(200_000)).post("/jobs").then().statusCode(413);
        assertEquals(1, graph.trade().received().size());
    }

    @Test
    void sendsAPartOfAResult() {
        graph.trade()
                .answerWith(Answers.with(
                        Map.of(
                                "Content-Range",
                                "bytes 5-9/20",
                                "ETag",
                                "\"a\"",
                                "Accept-Ranges",
                                "bytes",
                                "Sunset",
                                "Tue, 01 Dec 2026 12:00:00 GMT",
                                "Content-Disposition",
                                "attachment; filename=\"flows.csv\""),
                        Answers.of(206, "text/csv", "56789")));

        given().header("Range", "bytes=5-9")
                .header("If-Range", "\"a\"")
                .get(RESULT)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 5-9/20")
                .header("Content-Length", "5")
                .header("ETag", "\"a\"")
                .header("Accept-Ranges", "bytes")
                .header("Sunset", "Tue, 01 Dec 2026 12:00:00 GMT")
                .header("Content-Disposition", "attachment; filename=\"flows.csv\"")
                .body(equalTo("56789"));
        assertEquals("bytes=5-9", last().headers().getFirst("Range"));
        assertEquals("\"a\"", last().headers().getFirst("If-Range"));
    }

    @ParameterizedTest
    @CsvSource({"404, NOT_FOUND", "416, BAD_USER_INPUT", "429, LIMIT_EXCEEDED", "503, UNAVAILABLE"})
    void passesOnWhatTheSubgraphSays(int status, String code) {
        graph.trade()
                .answerWith(Answers.of(
                        status, "application/json", "{\"errors\":[{\"extensions\":{\"code\":\"" + code + "\"}}]}"));

        given().get(RESULT).then().statusCode(status).body("errors[0].extensions.code", equalTo(code));
    }

    @Test
    void saysThatTheSubgraphDoesNotAnswer() {
        graph.trade().answerWith((request, exchange, closed) -> exchange.close());

        for (String address : List.of(RESULT, "/jobs/job_1")) {
            given().get(address)
                    .then()
                    .statusCode(502)
                    .body("errors[0].extensions.code", equalTo("SUBGRAPH_UNAVAILABLE"));
        }
        given().body(ORDER)
                .post("/jobs")
                .then()
                .statusCode(502)
                .body("errors[0].extensions.code", equalTo("SUBGRAPH_UNAVAILABLE"));
    }

    /** One of several processes was killed, and the next connection leads to another. */
    @ParameterizedTest
    @CsvSource({
        "GET, /jobs/results/kQ3x_-0123456789, 2, 200",
        "HEAD, /jobs/job_1, 2, 200",
        "DELETE, /jobs/job_1, 1, 502"
    })
    void asksOnceMoreForWhatOnlyReads(String method, String address, int asked, int status) {
        AtomicInteger number = new AtomicInteger();
        graph.trade().answerWith((request, exchange, closed) -> {
            if (number.incrementAndGet() == 1) {
                exchange.close();
            } else {
                Answers.json("{}").to(request, exchange, closed);
            }
        });

        given().request(method, address).then().statusCode(status);

        assertEquals(asked, number.get());
    }

    /** An order may have been taken: nobody knows. */
    @Test
    void sendsAnOrderOnce() {
        AtomicInteger number = new AtomicInteger();
        graph.trade().answerWith((request, exchange, closed) -> {
            number.incrementAndGet();
            exchange.close();
        });

        given().body(ORDER).post("/jobs").then().statusCode(502);

        assertEquals(1, number.get());
    }

    /** What has come of it would pass for the whole otherwise. */
    @Test
    void breaksOffWhereAResultBreaksOff() throws Exception {
        graph.trade().answerWith((request, exchange, closed) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("half".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("killed");
        });

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(root.resolve(RESULT)).build();
            assertThrows(IOException.class, () -> client.send(request, BodyHandlers.ofString()));
        }
    }

    /** Sixteen results are on their way: another one waits for none of them, and orders and looks go their own way. */
    @Test
    void keepsNobodyFromLookingWhileResultsAreRead() throws Exception {
        Semaphore asked = new Semaphore(0);
        CountDownLatch goOn = new CountDownLatch(1);
        graph.trade().answerWith(resultsWait(asked, goOn));
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> reading = new ArrayList<>();
            for (int number = 0; number < MOST; number++) {
                reading.add(client.sendAsync(
                        HttpRequest.newBuilder(root.resolve(RESULT)).build(), BodyHandlers.ofString()));
            }
            asked.acquire(MOST);

            given().get(RESULT)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "10")
                    .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"));
            given().get("/jobs/job_1").then().statusCode(200);
            given().body(ORDER).post("/jobs").then().statusCode(200);

            goOn.countDown();
            for (CompletableFuture<HttpResponse<String>> each : reading) {
                assertEquals(200, each.get().statusCode());
            }
        }
        given().get(RESULT).then().statusCode(200);
    }

    private static Answer resultsWait(Semaphore asked, CountDownLatch goOn) {
        Answer done = Answers.json("{}");
        return (request, exchange, closed) -> {
            if (request.uri().getPath().startsWith("/jobs/results/")) {
                asked.release();
                try {
                    goOn.await();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            }
            done.to(request, exchange, closed);
        };
    }

    /** Those of another subgraph are its own business. */
    @Test
    void tellsNothingOfTheSubgraphBeyondTheFile() {
        graph.trade()
                .answerWith(Answers.with(Map.of("Server", "integration/1.0", "Set-Cookie", "a=b"), Answers.json("{}")));

        String cookie =
                given().get("/jobs/job_1").then().statusCode(200).extract().header("Set-Cookie");
        assertNull(cookie);
    }
}
