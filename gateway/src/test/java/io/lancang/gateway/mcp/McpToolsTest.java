package io.lancang.gateway.mcp;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.MetricsPage;
import io.lancang.gateway.server.OptionalFeatures;
import io.lancang.gateway.server.RawClient;
import io.lancang.gateway.server.TestGraph;
import io.modelcontextprotocol.modern.McpException;
import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.client.McpClient;
import io.modelcontextprotocol.modern.client.McpSyncClient;
import io.modelcontextprotocol.modern.client.transport.HttpClientMcpTransport;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tools in front of two real subgraphs, called by the client of the protocol's own library. */
@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(OptionalFeatures.class)
class McpToolsTest {
    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/mcp")
    URI endpoint;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @AfterEach
    void reset() {
        graph.reset();
    }

    @Test
    void listsMarkedDocumentsAndItsOwnToolsInTheSameOrder() {
        assertEquals(
                List.of("Convert", "Rename", "partner_by_code", "search_schema", "run_query"),
                client("/mcp").listTools().list().tools().stream()
                        .map(McpSchema.Tool::name)
                        .toList());
    }

    @Test
    void describesADocumentByItsMarkItsCommentsAndTheGraph() {
        McpSchema.Tool partner = tool("partner_by_code");

        assertEquals("A partner", partner.title());
        assertEquals("A partner and the corridors that reach it.", partner.description());
        assertEquals("Gives a partner another name.", tool("Rename").description());
        assertEquals(new JsonObject("""
                        {"type": "object",
                         "properties": {
                           "code": {"type": "string", "description": "ISO 3166-1 alpha-3."},
                           "corridors": {"type": "boolean", "default": true}},
                         "required": ["code"],
                         "additionalProperties": false}"""), new JsonObject(partner.inputSchema()));
        assertEquals(new JsonObject("""
                        {"type": "object",
                         "properties": {
                           "data": {"type": "object", "required": ["partner"], "properties": {
                             "partner": {"type": ["object", "null"], "required": ["name"], "properties": {
                               "name": {"type": "string"},
                               "corridors": {"type": ["array", "null"], "items": {"type": "object",
                                 "properties": {"name": {"type": "string"}}, "required": ["name"]}}}}}},
                           "extensions": {"type": "object"}},
                         "required": ["data"]}"""), new JsonObject(Objects.requireNonNull(partner.outputSchema())));
    }

    @Test
    void hintsThatQueriesReadAndMutationsChange() {
        assertEquals(true, hints("partner_by_code").readOnlyHint());
        assertEquals(false, hints("Rename").readOnlyHint());
        assertEquals(true, hints("Rename").destructiveHint());
        assertEquals(true, hints("run_query").readOnlyHint());
    }

    @Test
    void answersADocumentFromBothSubgraphs() {
        McpSchema.CallToolResult result = call("partner_by_code", Map.of("code", "LAO"));

        assertFalse(isError(result));
        JsonObject expected = new JsonObject(
                "{\"data\":{\"partner\":{\"name\":\"Laos\",\"corridors\":[{\"name\":\"China-Laos Railway\"}]}}}");
        assertEquals(expected, json(result));
        assertEquals(expected.getMap().toString(), String.valueOf(result.structuredContent()));
    }

    @Test
    void stopsWaitingForSubgraphsWhenTheClientLeaves() throws Exception {
        String abandoned = "lancang_gateway_subgraph_requests_seconds_count{outcome=\"abandoned\",subgraph=\"trade\"}";
        double before = new MetricsPage(management).value(abandoned);
        CountDownLatch arrived = new CountDownLatch(1);
        graph.trade().answerWith((request, exchange, closed) -> {
            arrived.countDown();
            Answers.silence().to(request, exchange, closed);
        });
        String call = RawMcp.legacy(
                "tools/call", "\"name\":\"partner_by_code\",\"arguments\":{\"code\":\"LAO\",\"corridors\":false}");

        try (RawClient client = new RawClient(endpoint)) {
            client.send(RawClient.post(call).replace("POST /graphql ", "POST /mcp "));
            assertTrue(arrived.await(10, SECONDS));
        }

        await().atMost(5, SECONDS)
                .untilAsserted(() -> assertEquals(before + 1, new MetricsPage(management).value(abandoned)));
    }

    @Test
    void changesWhatAMarkedMutationChanges() {
        McpSchema.CallToolResult result = call("Rename", Map.of("code", "LAO", "name", "Lao PDR"));

        assertEquals(new JsonObject("{\"data\":{\"rename\":{\"name\":\"Lao PDR\"}}}"), json(result));
    }

    @Test
    void runsAnyQueryWithVariables() {
        McpSchema.CallToolResult result = call(
                "run_query",
                Map.of(
                        "query",
                        "query ($code: ID!) { partner(code: $code) { name } }",
                        "variables",
                        Map.of("code", "LAO")));

        assertEquals(new JsonObject("{\"data\":{\"partner\":{\"name\":\"Laos\"}}}"), json(result));
    }

    @Test
    void runsNoMutationAndNoSubscriptionAsAQuery() {
        assertEquals(
                "FORBIDDEN",
                errorCode(call(
                        "run_query", Map.of("query", "mutation { rename(code: \"LAO\", name: \"L\") { name } }"))));
        assertTrue(graph.trade().received().isEmpty(), "no subgraph was asked");
    }

    @Test
    void reportsErrorsOfTheGraphWithTheirCodes() {
        assertEquals("GRAPHQL_VALIDATION_FAILED", errorCode(call("run_query", Map.of("query", "{ nobody }"))));
        graph.corridor().answerWith(Answers.of(500, "text/plain", "broken"));

        McpSchema.CallToolResult partial = call("partner_by_code", Map.of("code", "LAO"));

        assertEquals("SUBGRAPH_UNAVAILABLE", errorCode(partial));
        assertEquals(
                "Laos",
                json(partial).getJsonObject("data").getJsonObject("partner").getString("name"),
                "the rest of the answer is there");
    }

    @Test
    void saysWhichArgumentIsBad() {
        McpSchema.CallToolResult missing = call("partner_by_code", Map.of());
        assertEquals("BAD_USER_INPUT", errorCode(missing));
        assertTrue(text(missing).contains("code"), text(missing));

        McpSchema.CallToolResult unknown = call("partner_by_code", Map.of("code", "LAO", "cod", "LAO"));
        assertEquals("BAD_USER_INPUT", errorCode(unknown));
        assertTrue(text(unknown).contains("partner_by_code has no argument \\\"cod\\\""), text(unknown));
        assertTrue(text(unknown).contains("It has code, corridors."), text(unknown));

        assertEquals("BAD_USER_INPUT", errorCode(call("run_query", Map.of("query", 1))));
        assertEquals("BAD_USER_INPUT", errorCode(call("run_query", Map.of("query", "{ a }", "variables", "none"))));
        assertEquals("BAD_USER_INPUT", errorCode(call("search_schema", Map.of("words", " "))));
        assertEquals("BAD_USER_INPUT", errorCode(call("search_schema", Map.of("words", "a", "limit", 51))));
        assertEquals("BAD_USER_INPUT", errorCode(call("search_schema", Map.of("words", "a", "limit", 0))));
    }

    /** The tool without a name in the list is a trusted document that is not marked. */
    @Test
    void knowsNoToolOfAnotherName() {
        for (String name : List.of("nobody", "All", "all-1")) {
            // By a name alone the client would look into the list first.
            McpSchema.Tool tool =
                    McpSchema.Tool.builder(name, Map.of("type", "object")).build();
            McpException refused = assertThrows(
                    McpException.class,
                    () -> client("/mcp").tool(tool).arguments(Map.of()).call());

            assertEquals(-32602, refused.error().code());
            assertTrue(
                    String.valueOf(refused.error().message()).contains("There is no tool \"" + name + "\""),
                    String.valueOf(refused.error().message()));
        }
    }

    /** 2 KB, as configured. A corridor's alias is some 40 bytes of answer: 60 of them are more. */
    @Test
    void boundsAnswers() {
        StringBuilder query = new StringBuilder("{");
        for (int i = 0; i < 60; i++) {
            query.append(" partner").append(i).append(": partner(code: \"LAO\") { __typename name }");
        }

        McpSchema.CallToolResult result =
                call("run_query", Map.of("query", query.append(" }").toString()));

        assertEquals("LIMIT_EXCEEDED", errorCode(result));
        assertTrue(text(result).contains("2048 at most"), text(result));
        assertTrue(result.structuredContent() == null);
    }

    @Test
    void findsTypesAndFieldsByWords() {
        JsonObject found = json(call("search_schema", Map.of("words", "corridors of partners", "limit", 2)));

        // A field of Partner named corridors has one word in its name; Query.partners has another; both are before
        // types with one.
        assertEquals(2, found.getJsonArray("matches").size(), found.encode());
        assertTrue(found.getInteger("total") > 2, found.encode());
        JsonObject type = json(call("search_schema", Map.of("words", "Partner")))
                .getJsonArray("matches")
                .getJsonObject(0);
        assertEquals("Partner", type.getString("coordinate"));
        assertTrue(type.getString("signature").contains("corridors: [Corridor!]"), type.encode());
        assertEquals(
                0,
                json(call("search_schema", Map.of("words", "join__Graph zzz"))).getJsonArray("matches").stream()
                        .filter(each ->
                                ((JsonObject) each).getString("coordinate").startsWith("join__"))
                        .count(),
                "what clients cannot see is not found");
    }

    @Test
    void offersAContractWhatItHas() {
        McpSyncClient names = client("/mcp/names");

        assertEquals(
                List.of("search_schema", "run_query"),
                names.listTools().list().tools().stream()
                        .map(McpSchema.Tool::name)
                        .toList());
        assertEquals(
                "GRAPHQL_VALIDATION_FAILED",
                errorCode(names.tool("run_query")
                        .arguments(Map.of("query", "{ partner(code: \"LAO\") { code } }"))
                        .call()));
        assertEquals(
                new JsonObject("{\"matches\":[],\"total\":0}"),
                json(names.tool("search_schema")
                        .arguments(Map.of("words", "Corridor"))
                        .call()));
    }

    @Test
    void saysWhatItSpeaks() {
        McpSchema.DiscoverResult discovered = client("/mcp").discover();

        assertEquals(List.of("2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26"), discovered.supportedVersions());
        assertNotNull(discovered.capabilities().tools());
        assertTrue(String.valueOf(discovered.instructions()).contains("search_schema"));
        assertTrue(String.valueOf(discovered.meta()).contains("lancang-gateway"), String.valueOf(discovered.meta()));
    }

    @Test
    void answersClientsThatBeginWithAHandshake() {
        var transport = io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport.builder(
                        endpoint.resolve("/").toString())
                .endpoint("/mcp")
                .build();
        try (var client =
                io.modelcontextprotocol.client.McpClient.sync(transport).build()) {
            assertEquals("2025-11-25", client.initialize().protocolVersion());
            assertEquals(5, client.listTools().tools().size());
            var result =
                    client.callTool(io.modelcontextprotocol.spec.McpSchema.CallToolRequest.builder("partner_by_code")
                            .arguments(Map.of("code", "LAO", "corridors", false))
                            .build());
            assertEquals(false, result.isError());
            assertEquals(
                    "{\"data\":{\"partner\":{\"name\":\"Laos\"}}}",
                    ((io.modelcontextprotocol.spec.McpSchema.TextContent)
                                    result.content().getFirst())
                            .text());
            assertNotNull(client.ping());
        }
    }

    private McpSyncClient client(String path) {
        return McpClient.sync(
                        HttpClientMcpTransport.builder(endpoint.resolve(path)).build())
                .build();
    }

    private McpSchema.Tool tool(String name) {
        return client("/mcp").listTools().list().tools().stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private McpSchema.ToolAnnotations hints(String name) {
        return Objects.requireNonNull(tool(name).annotations());
    }

    private McpSchema.CallToolResult call(String name, Map<String, Object> arguments) {
        return client("/mcp").tool(name).arguments(arguments).call();
    }

    private static boolean isError(McpSchema.CallToolResult result) {
        return Boolean.TRUE.equals(result.isError());
    }

    private static String text(McpSchema.CallToolResult result) {
        return ((McpSchema.TextContent) result.content().getFirst()).text();
    }

    private static JsonObject json(McpSchema.CallToolResult result) {
        return new JsonObject(text(result));
    }

    /** The code of the only error of a result that is one. */
    private static String errorCode(McpSchema.CallToolResult result) {
        assertTrue(isError(result), text(result));
        assertNull(result.structuredContent());
        return json(result)
                .getJsonArray("errors")
                .getJsonObject(0)
                .getJsonObject("extensions")
                .getString("code");
    }
}
