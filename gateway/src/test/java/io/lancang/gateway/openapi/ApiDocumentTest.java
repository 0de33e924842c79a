package io.lancang.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.TestConfig;
import io.lancang.gateway.openapi.ApiDocument.Forms;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.SubgraphServer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document of a gateway in front of two subgraphs that answer over HTTP. */
class ApiDocumentTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong nanos = new AtomicLong();
    private final Map<String, String> keys = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // before each test
    private SubgraphServer trade;

    @SuppressWarnings("NullAway.Init") // before each test
    private SubgraphServer corridor;

    @BeforeEach
    void startSubgraphs() throws IOException {
        trade = new SubgraphServer(Answers.of(200, "application/json", file("flows.csv")));
        corridor = new SubgraphServer(Answers.of(200, "application/json", file("segments.csv")));
    }

    @AfterEach
    void stop() throws Exception {
        trade.close();
        corridor.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static String file(String name) {
        return """
                {"openapi": "3.1.1", "paths": {"/export/%s": {"get": {"operationId": "get", "responses": {"200": {"description": "It."}}}}}}
                """.formatted(name);
    }

    private ApiDocument document() {
        List<Folder> folders = List.of(
                new Folder("trade", trade.url().resolve("/export"), "/exports/trade", Folder.READING),
                new Folder("corridor", corridor.url().resolve("/export"), "/exports/corridor", Folder.READING));
        OwnRoutes own = () -> new JsonObject("{\"/health\": {\"get\": {\"responses\": {}}}}");
        return new ApiDocument(vertx, TestConfig.with(keys), List.of(own), folders, "1.0.0", nanos::get);
    }

    private static Forms read(ApiDocument document) throws Exception {
        return document.read().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static JsonObject json(Forms forms) {
        return new JsonObject(forms.json().plain());
    }

    private static Set<String> paths(Forms forms) {
        return json(forms).getJsonObject("paths").fieldNames();
    }

    @Test
    void asksBothSubgraphsBesideTheirExports() throws Exception {
        Forms forms = read(document());

        assertTrue(forms.isWhole());
        assertEquals(Set.of("/health", "/exports/trade/flows.csv", "/exports/corridor/segments.csv"), paths(forms));
        assertEquals("/openapi.json", trade.received().getLast().uri().toString());
    }

    @Test
    void asksWhereTheConfigurationSays() throws Exception {
        keys.put("subgraphs.trade.openapi", trade.url().resolve("/described").toString());

        read(document());

        assertEquals("/described", trade.received().getLast().uri().toString());
    }

    @Test
    void hasTheRestWhereASubgraphDoesNotAnswer() throws Exception {
        trade.close();

        Forms forms = read(document());

        assertEquals(Set.of("/health", "/exports/corridor/segments.csv"), paths(forms));
        assertEquals(
                "[{\"subgraph\":\"trade\",\"reason\":\"It does not answer.\"}]",
                json(forms).getJsonObject("info").getJsonArray("x-missing").encode());
    }

    @Test
    void saysWhatASubgraphAnsweredInstead() throws Exception {
        ApiDocument document = document();
        for (Map.Entry<String, String> each : Map.of(
                        "<html>", "Its answer is no JSON.",
                        "{\"swagger\": \"2.0\"}", "Its answer is no document of OpenAPI 3.1.")
                .entrySet()) {
            trade.answerWith(Answers.of(200, "application/json", each.getKey()));
            pass(Duration.ofSeconds(20));
            assertEquals(each.getValue(), reason(read(document)));
        }
        trade.answerWith(Answers.of(404, "application/json", "{}"));
        pass(Duration.ofSeconds(20));
        assertEquals("It answers with the status 404.", reason(read(document)));
        trade.answerWith(Answers.of(200, "application/json", "{\"a\": \"" + "x".repeat(3 << 20) + "\"}"));
        pass(Duration.ofSeconds(20));
        assertEquals("Its answer is larger than 2 MiB.", reason(read(document)));
    }

    /** One subgraph that says nonsense costs its own paths, and nobody else's. */
    @Test
    void hasTheRestWhereASubgraphHasSomethingElseInPlaceOfObjects() throws Exception {
        ApiDocument document = document();
        for (String members : List.of(
                "\"paths\": []",
                "\"paths\": {\"/export/a.csv\": 1}",
                "\"paths\": {\"/export/a.csv\": {\"get\": null}}",
                "\"paths\": {\"/export/a.csv\": {\"get\": {\"operationId\": 1}}}",
                "\"paths\": {\"/export/a.csv\": {\"get\": {\"tags\": \"a\"}}}",
                "\"paths\": {\"/export/a.csv\": {\"get\": {\"responses\": {\"200\": \"yes\"}}}}",
                "\"paths\": {\"/export/a.csv\": {\"get\": {\"responses\": {\"200\": {\"headers\": []}}}}}",
                "\"paths\": {\"/export/a.csv\": {\"get\": {\"responses\": {\"502\": {\"content\": {\"application/json\": 1}}}}}}",
                "\"components\": {\"schemas\": {\"Error\": true}}",
                "\"components\": 1")) {
            trade.answerWith(Answers.of(200, "application/json", "{\"openapi\": \"3.1.0\", " + members + "}"));
            pass(Duration.ofSeconds(20));

            Forms forms = read(document);

            assertEquals("Its answer has something else where OpenAPI 3.1 has objects.", reason(forms), members);
            assertEquals(Set.of("/health", "/exports/corridor/segments.csv"), paths(forms), members);
        }
    }

    private static String reason(Forms forms) {
        return json(forms)
                .getJsonObject("info")
                .getJsonArray("x-missing")
                .getJsonObject(0)
                .getString("reason");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void asksAgainAfterSomeSeconds() throws Exception {
        ApiDocument document = document();
        String before = read(document).json().tag();
        trade.answerWith(Answers.of(200, "application/json", file("other.csv")));

        pass(Duration.ofSeconds(9));
        assertEquals(before, read(document).json().tag());
        assertEquals(0, trade.received().size());

        pass(Duration.ofSeconds(2));
        Forms after = read(document);
        assertNotEquals(before, after.json().tag());
        assertTrue(paths(after).contains("/exports/trade/other.csv"));
        assertEquals(1, trade.received().size());
    }

    /** Whoever starts the set looks again at once. */
    @Test
    void asksSoonerWhereAPartIsMissing() throws Exception {
        ApiDocument document = document();
        trade.answerWith(Answers.of(503, "application/json", "{}"));
        read(document);
        trade.answerWith(Answers.of(200, "application/json", file("flows.csv")));

        pass(Duration.ofSeconds(2));

        assertTrue(read(document).isWhole());
    }

    @Test
    void saysTheSameInBothForms() throws Exception {
        Forms forms = read(document());

        assertEquals(YamlText.of(json(forms)), forms.yaml().plain().toString());
        assertNotEquals(forms.json().tag(), forms.yaml().tag());
        assertNotEquals(forms.json().etag(true), forms.json().etag(false));
    }

    @Test
    void leadsToWhereItWasFoundOrToThePublicAddress() throws Exception {
        assertEquals(
                "[{\"url\":\".\"}]",
                json(read(document())).getJsonArray("servers").encode());

        keys.put("explorer.public-url", "https://lancang.example/");
        assertEquals(
                "[{\"url\":\"https://lancang.example\"}]",
                json(read(document())).getJsonArray("servers").encode());
    }

    @Test
    void findsTheDocumentBesideAFolderInWhateverForm() {
        assertEquals(
                URI.create("http://a:1/openapi.json"),
                new Folder("a", URI.create("http://a:1/deep/export/"), "/exports/a", Folder.READING).document());
    }
}
