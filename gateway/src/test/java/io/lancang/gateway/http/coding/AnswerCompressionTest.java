package io.lancang.gateway.http.coding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.Decoder;
import com.github.luben.zstd.ZstdInputStream;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers come compressed, and that those which grow never wait in a compressor. */
@QuarkusTest
@WithTestResource(TestGraph.class)
class AnswerCompressionTest {
    private static final String NAMES = "{ partners { name } }";
    private static final String LONG =
            "{\"data\":{\"partners\":[" + "{\"name\":\"Laos\"},".repeat(500) + "{\"name\":\"Viet Nam\"}]}}";

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    TurnsOfOthers turns;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI endpoint;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void answerAtLength() {
        graph.trade().answerWith(Answers.json(LONG));
    }

    @AfterEach
    void resetGraph() {
        graph.reset();
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/graphql-response+json"})
    void compressesALongAnswerForWhoTakesIt(String accept) throws Exception {
        HttpResponse<InputStream> response = send("gzip", accept, NAMES);

        assertEquals(Optional.of("gzip"), response.headers().firstValue("Content-Encoding"));
        assertEquals(Optional.of("accept-encoding"), response.headers().firstValue("Vary"));
        byte[] body = response.body().readAllBytes();
        assertTrue(body.length < LONG.length() / 10, "compressed to " + body.length);
        assertEquals(LONG, new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "gzip;q=0"})
    void sendsALongAnswerAsItIsToWhoDoesNotTakeIt(String encodings) throws Exception {
        HttpResponse<InputStream> response = send(encodings, "application/json", NAMES);

        assertEquals(Optional.empty(), response.headers().firstValue("Content-Encoding"));
        assertEquals(LONG, new String(response.body().readAllBytes(), UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | zstd",
                "gzip, deflate, br | br",
                "br;q=0.5, gzip;q=0.9 | gzip",
                "zstd;q=0, br;q=0.2 | br",
                "ZSTD;q=0.3, br;q=0.7, gzip;q=0.7 | br",
                "zstd;q=0.3, *;q=0.8 | gzip",
                "zstd;level=3, gzip;q=0.1 | gzip",
            })
    void takesTheEncodingThatTheClientPrefers(String accepted, String expected) throws Exception {
        for (HttpClient.Version version : HttpClient.Version.values()) {
            HttpResponse<byte[]> response = client.send(
                    request(accepted, "application/json", NAMES)
                            .version(version)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());

            assertEquals(
                    expected, response.headers().firstValue("Content-Encoding").orElse("none"), accepted);
            assertEquals(Optional.of("accept-encoding"), response.headers().firstValue("Vary"));
            assertTrue(response.body().length < LONG.length() / 10, "compressed to " + response.body().length);
            assertEquals(LONG, decoded(expected, response.body()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "br"})
    void compressesOneLargeAnswerAfterTheOtherInTheCodingsThatTheServerHasNot(String encoding) throws Exception {
        String large =
                "{\"data\":{\"partners\":[" + "{\"name\":\"Laos\"},".repeat(50_000) + "{\"name\":\"Viet Nam\"}]}}";
        graph.trade().answerWith(Answers.json(large));

        for (int answers = 0; answers < 25; answers++) {
            HttpResponse<byte[]> response = client.send(
                    request(encoding, "application/json", NAMES).build(), HttpResponse.BodyHandlers.ofByteArray());

            assertEquals(Optional.of(encoding), response.headers().firstValue("Content-Encoding"));
            assertEquals(large, decoded(encoding, response.body()));
        }
    }

    private static String decoded(String encoding, byte[] body) throws IOException {
        return switch (encoding) {
            case "zstd" -> new String(new ZstdInputStream(new ByteArrayInputStream(body)).readAllBytes(), UTF_8);
            case "br" -> new String(Decoder.decompress(body).getDecompressedData(), UTF_8);
            default -> new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), UTF_8);
        };
    }

    @Test
    void sendsAShortAnswerAsItIs() throws Exception {
        HttpResponse<InputStream> response = send("gzip", "application/json", "{ __typename }");

        assertEquals(
                "{\"data\":{\"__typename\":\"Query\"}}",
                new String(response.body().readAllBytes(), UTF_8));
    }

    @Test
    void letsOthersHaveTheirTurnsWhileItCompressesALargeAnswer() throws Exception {
        String large =
                "{\"data\":{\"partners\":[" + "{\"name\":\"Laos\"},".repeat(50_000) + "{\"name\":\"Viet Nam\"}]}}";
        graph.trade().answerWith(Answers.json(large));

        HttpResponse<InputStream> response = client.send(
                request("gzip", "application/json", NAMES)
                        .header(TurnsOfOthers.HEADER, "1")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());

        assertEquals(Optional.of("gzip"), response.headers().firstValue("Content-Encoding"));
        assertEquals(large, new String(new GZIPInputStream(response.body()).readAllBytes(), UTF_8));
        assertTrue(turns.count() > 20, turns.count() + " turns");
    }

    /** What is compressed at the same time is bounded; what is sent counts no more. */
    @Test
    void compressesOneLargeAnswerAfterTheOther() throws Exception {
        graph.trade()
                .answerWith(Answers.json("{\"data\":{\"partners\":[{\"name\":\"" + "a".repeat(900_000) + "\"}]}}"));

        for (int answers = 0; answers < 25; answers++) {
            HttpResponse<InputStream> response = send("gzip", "application/json", NAMES);

            assertEquals(Optional.of("gzip"), response.headers().firstValue("Content-Encoding"));
            response.body().readAllBytes();
        }
    }

    @Test
    void sendsAnEventAsItIs() throws Exception {
        HttpResponse<InputStream> response = send("gzip", "text/event-stream", NAMES);

        assertTrue(new String(response.body().readAllBytes(), UTF_8).contains("data: " + LONG));
    }

    @Test
    void sendsThePartThatIsThereWhileTheNextIsNot() throws Exception {
        graph.reset();
        CountDownLatch partWasRead = new CountDownLatch(1);
        graph.corridor().answerWith((request, exchange, closed) -> {
            awaitPart(partWasRead);
            byte[] answer = "{\"data\":{\"_entities\":[{\"corridors\":[]}]}}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });

        HttpResponse<InputStream> response = send(
                "gzip",
                "multipart/mixed;deferSpec=20220824, application/json",
                "{ partner(code: \\\"LAO\\\") { name ... @defer { corridors { name } } } }");

        String first = "{\"data\":{\"partner\":{\"name\":\"Laos\"}},\"hasNext\":true}";
        try (InputStream body = response.body()) {
            StringBuilder read = new StringBuilder();
            while (read.indexOf(first) < 0) {
                int next = body.read();
                assertTrue(next >= 0, "ended after " + read);
                read.append((char) next);
            }
            partWasRead.countDown();
            String rest = new String(body.readAllBytes(), UTF_8);
            assertTrue(rest.contains("\"corridors\":[]"), rest);
        } finally {
            partWasRead.countDown();
        }
    }

    private static void awaitPart(CountDownLatch partWasRead) {
        try {
            partWasRead.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<InputStream> send(String encodings, String accept, String query)
            throws IOException, InterruptedException {
        return client.send(request(encodings, accept, query).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String encodings, String accept, String query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
        if (!encodings.isEmpty()) {
            request.header("Accept-Encoding", encodings);
        }
        return request;
    }
}
