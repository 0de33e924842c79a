package io.lancang.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.limits.ClientLimits;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code @defer} for clients whose {@code Accept} asks for parts, and for those whose does not. */
@QuarkusTest
@WithTestResource(TestGraph.class)
class DeferOverHttpTest {
    private static final String PARTS = "multipart/mixed;deferSpec=20220824, application/json";
    private static final String QUERY =
            "{ partner(code: \\\"LAO\\\") { name ... @defer(label: \\\"corridors\\\") { corridors { name } } } }";
    private static final String DELIMITER = "\r\n---";

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/graphql")
    URI endpoint;

    private final HttpClient client = HttpClient.newHttpClient();

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    ClientLimits limits;

    @AfterEach
    void everyPlaceIsFreeAgain() {
        graph.reset();
        client.close();
        await().until(() -> limits.requests().running() == 0);
    }

    @Test
    void sendsTheFirstPartBeforeTheSlowSubgraphAnswers() throws IOException, InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        graph.corridor().answerWith((request, exchange, closed) -> {
            awaitRelease(slow);
            byte[] answer =
                    "{\"data\":{\"_entities\":[{\"corridors\":[{\"name\":\"China-Laos Railway\"}]}]}}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });

        HttpResponse<InputStream> response = send(PARTS, QUERY);

        assertEquals(
                "multipart/mixed;boundary=\"-\";deferSpec=20220824",
                response.headers().firstValue("content-type").orElseThrow());
        try (InputStream body = response.body()) {
            assertEquals("---", new String(body.readNBytes(3), UTF_8));
            // The subgraph does not answer before this part is read.
            assertEquals(part("{\"data\":{\"partner\":{\"name\":\"Laos\"}},\"hasNext\":true}"), readPart(body));
            slow.countDown();
            String second = readPart(body);
            assertTrue(second.contains("\"path\":[\"partner\"],\"label\":\"corridors\""), second);
            assertTrue(second.endsWith("\"hasNext\":false}" + DELIMITER), second);
            assertEquals("--\r\n", new String(body.readAllBytes(), UTF_8));
        } finally {
            slow.countDown();
        }
    }

    @Test
    void sendsWhatADeferredPartSelects() throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send(PARTS, QUERY);

        String body = new String(response.body().readAllBytes(), UTF_8);
        assertEquals(
                "---"
                        + part("{\"data\":{\"partner\":{\"name\":\"Laos\"}},\"hasNext\":true}")
                        + part("{\"incremental\":[{\"data\":{\"corridors\":[{\"name\":\"China-Laos Railway\"}]},"
                                + "\"path\":[\"partner\"],\"label\":\"corridors\"}],\"hasNext\":false}")
                        + "--\r\n",
                body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "deferSpec=20220824 | \"hasNext\":true} | {\"incremental\":[{\"items\":[{\"name\":\"Viet Nam\"}],"
                        + "\"path\":[\"partners\",1],\"label\":\"rest\"}],\"hasNext\":false}",
                "incrementalSpec=v0.2 | \"pending\":[{\"id\":\"0\",\"path\":[\"partners\"],\"label\":\"rest\"}],\"hasNext\":true}"
                        + " | {\"incremental\":[{\"id\":\"0\",\"items\":[{\"name\":\"Viet Nam\"}]}],"
                        + "\"completed\":[{\"id\":\"0\"}],\"hasNext\":false}",
            })
    void sendsTheItemsOfAStreamedListInBothFormats(String format, String firstEnd, String second)
            throws IOException, InterruptedException {
        graph.trade()
                .answerWith(Answers.json("{\"data\":{\"partners\":[{\"name\":\"Laos\"},{\"name\":\"Viet Nam\"}]}}"));

        HttpResponse<InputStream> response = send(
                "multipart/mixed;" + format, "{ partners @stream(initialCount: 1, label: \\\"rest\\\") { name } }");

        assertEquals(
                "---" + part("{\"data\":{\"partners\":[{\"name\":\"Laos\"}]}," + firstEnd) + part(second) + "--\r\n",
                new String(response.body().readAllBytes(), UTF_8));
    }

    @Test
    void announcesSendsAndCompletesFragmentsInTheFormatOfTheCurrentDraft() throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send("multipart/mixed;incrementalSpec=v0.2, application/json", QUERY);

        assertEquals(
                "multipart/mixed;boundary=\"-\";incrementalSpec=v0.2",
                response.headers().firstValue("content-type").orElseThrow());
        String body = new String(response.body().readAllBytes(), UTF_8);
        assertEquals(
                "---"
                        + part(
                                "{\"data\":{\"partner\":{\"name\":\"Laos\"}},"
                                        + "\"pending\":[{\"id\":\"0\",\"path\":[\"partner\"],\"label\":\"corridors\"}],\"hasNext\":true}")
                        + part(
                                "{\"incremental\":[{\"id\":\"0\",\"data\":{\"corridors\":[{\"name\":\"China-Laos Railway\"}]}}],"
                                        + "\"completed\":[{\"id\":\"0\"}],\"hasNext\":false}")
                        + "--\r\n",
                body);
    }

    @Test
    void tellsOfAFailedSubgraphInThePartThatNeededIt() throws IOException, InterruptedException {
        graph.corridor().answerWith(Answers.of(500, "text/plain", "broken"));

        String body = new String(send(PARTS, QUERY).body().readAllBytes(), UTF_8);

        assertTrue(body.contains("{\"data\":{\"partner\":{\"name\":\"Laos\"}},\"hasNext\":true}"), body);
        assertTrue(
                body.contains(
                        "{\"data\":{\"corridors\":null},\"path\":[\"partner\"],\"label\":\"corridors\",\"errors\":[{"),
                body);
        assertTrue(body.contains("\"path\":[\"partner\",\"corridors\"]"), body);
    }

    @Test
    void answersAtOnceAClientThatDoesNotAskForParts() throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send("application/json", QUERY);

        assertEquals(
                "{\"data\":{\"partner\":{\"name\":\"Laos\",\"corridors\":[{\"name\":\"China-Laos Railway\"}]}}}",
                new String(response.body().readAllBytes(), UTF_8));
    }

    @Test
    void answersAtOnceAnOperationThatDefersNothing() throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send(PARTS, "{ partner(code: \\\"LAO\\\") { name } }");

        assertTrue(response.headers().firstValue("content-type").orElseThrow().startsWith("application/json"));
        assertEquals(
                "{\"data\":{\"partner\":{\"name\":\"Laos\"}}}",
                new String(response.body().readAllBytes(), UTF_8));
    }

    @Test
    void explainsThePartsToAClientThatTakesThem() throws IOException, InterruptedException {
        HttpRequest request =
                request(PARTS, QUERY).header("Lancang-Explain", "plan").build();

        String plan = client.send(request, HttpResponse.BodyHandlers.ofString()).body();

        assertTrue(plan.contains("part 0 \"corridors\" at partner after #1"), plan);
    }

    private HttpResponse<InputStream> send(String accept, String query) throws IOException, InterruptedException {
        return client.send(request(accept, query).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String accept, String query) {
        return HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
    }

    private static String part(String json) {
        return "\r\nContent-Type: application/json\r\n\r\n" + json + DELIMITER;
    }

    /** Reads up to the next delimiter, and waits for it as long as it takes. */
    private static String readPart(InputStream body) throws IOException {
        StringBuilder part = new StringBuilder();
        while (part.indexOf(DELIMITER) < 0) {
            int next = body.read();
            if (next < 0) {
                throw new IOException("the body ended after " + part);
            }
            part.append((char) next);
        }
        return part.toString();
    }

    private static void awaitRelease(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
