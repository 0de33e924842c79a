package io.lancang.gateway.mcp;

import static io.lancang.gateway.mcp.RawMcp.code;
import static io.lancang.gateway.mcp.RawMcp.json;
import static io.lancang.gateway.mcp.RawMcp.legacy;
import static io.lancang.gateway.mcp.RawMcp.modern;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.OptionalFeatures;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent that is no proper message, or not by whom it seems to be. */
@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(OptionalFeatures.class)
class McpOverHttpTest {
    private static final int HERE = 1;
    private static final String[] LISTS = {"MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/list"};

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/mcp")
    URI endpoint;

    /** An address that a name leads to can be anybody's: a page of that name has the same origin. */
    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://127.0.0.1.evil.example", "https://chat.example:8443", ":"
            })
    void refusesPagesOfOtherOrigins(String origin) throws Exception {
        HttpResponse<String> answer = post(legacy("tools/list", ""), "Origin", origin);

        assertEquals(403, answer.statusCode());
        assertEquals(
                "FORBIDDEN",
                json(answer).getJsonObject("error").getJsonObject("data").getString("code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://chat.example", "HTTPS://Chat.example", "http://localhost:3000", "http://127.0.0.1:9"})
    void takesPagesOfAllowedOriginsAndOfTheMachineItself(String origin) throws Exception {
        assertEquals(200, post(legacy("tools/list", ""), "Origin", origin).statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {                                                        | 400 | -32700
                    1                                                        | 400 | -32700
                    []                                                       | 400 | -32600
                    {"id":1,"method":"ping"}                                 | 400 | -32600
                    {"jsonrpc":"2.0","id":1,"result":{}}                     | 400 | -32600
                    {"jsonrpc":"2.0","id":[1],"method":"ping"}               | 400 | -32600
                    {"jsonrpc":"2.0","id":null,"method":"ping"}              | 400 | -32600
                    {"jsonrpc":"2.0","id":1,"method":"ping","params":[]}     | 200 | -32602
                    {"jsonrpc":"2.0","id":1,"method":"tools/call"}           | 200 | -32602
                    {"jsonrpc":"2.0","id":1,"method":"resources/list"}       | 200 | -32601
                    """)
    void saysWhatIsWrongWithAMessage(String body, int status, int code) throws Exception {
        HttpResponse<String> answer = post(body);

        assertEquals(code, code(answer), answer.body());
        assertEquals(status, answer.statusCode());
        assertEquals("2.0", json(answer).getString("jsonrpc"));
    }

    /** By the document about all paths, whose example is a message. */
    @Test
    void isDescribedAsItAnswers() throws Exception {
        JsonObject item = new JsonObject(
                        given().get(endpoint.resolve("/openapi.json")).asString())
                .getJsonObject("paths")
                .getJsonObject("/mcp");
        JsonObject post = item.getJsonObject("post");
        String example = post.getJsonObject("requestBody")
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("example")
                .encode();

        assertEquals(Set.of("get", "post"), item.fieldNames());
        for (HttpResponse<String> answer : List.of(
                post(example),
                post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"),
                post("{"),
                post(example, "Origin", "https://evil.example"))) {
            assertTrue(
                    post.getJsonObject("responses").containsKey(String.valueOf(answer.statusCode())),
                    () -> "status " + answer.statusCode());
        }
        assertEquals(200, post(example).statusCode());
    }

    @Test
    void answersWithTheIdOfTheRequest() throws Exception {
        assertEquals("seven", json(post(legacy("ping", ""))).getString("id"));
        assertEquals(7, json(post(modern("tools/list", ""), LISTS)).getInteger("id"));
    }

    @Test
    void takesNotificationsWithoutAnAnswer() throws Exception {
        HttpResponse<String> answer = post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");

        assertEquals(202, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void sendsWhatTheLatestVersionWantsToItsClientsAlone() throws Exception {
        var modern = json(post(modern("tools/list", ""), LISTS)).getJsonObject("result");
        assertEquals("complete", modern.getString("resultType"));
        assertEquals("private", modern.getString("cacheScope"));
        assertEquals(60_000, modern.getInteger("ttlMs"));

        var legacy = json(post(legacy("tools/list", ""))).getJsonObject("result");
        assertEquals(java.util.Set.of("tools"), legacy.fieldNames());
        assertEquals(modern.getJsonArray("tools"), legacy.getJsonArray("tools"));
    }

    @Test
    void refusesHeadersThatSayAnotherThingThanTheBody() throws Exception {
        String list = modern("tools/list", "");
        mismatch(post(list));
        mismatch(post(list, "MCP-Protocol-Version", "2026-07-28"));
        mismatch(post(list, "MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/call"));
        mismatch(post(list, "MCP-Protocol-Version", "2025-11-25", "Mcp-Method", "tools/list"));
        mismatch(post(legacy("tools/list", ""), LISTS));
        String call = modern("tools/call", "\"name\":\"search_schema\",\"arguments\":{\"words\":\"partner\"}");
        mismatch(post(call, calls("run_query")));
        mismatch(post(call, calls("=?base64?!?=")));

        assertEquals(200, post(call, calls("search_schema")).statusCode());
        String encoded =
                Base64.getEncoder().encodeToString("search_schema".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(200, post(call, calls("=?base64?" + encoded + "?=")).statusCode());
    }

    private static String[] calls(String tool) {
        return new String[] {"MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/call", "Mcp-Name", tool};
    }

    private static void mismatch(HttpResponse<String> answer) {
        assertEquals(-32020, code(answer), answer.body());
        assertEquals(400, answer.statusCode());
    }

    @Test
    void namesItsVersionsToWhoSpeaksAnother() throws Exception {
        for (HttpResponse<String> answer : java.util.List.of(
                post(legacy("tools/list", ""), "MCP-Protocol-Version", "1900-01-01"),
                post(modern("tools/list", "").replace("2026-07-28", "2027-01-01"), LISTS))) {
            assertEquals(400, answer.statusCode());
            assertEquals(-32022, code(answer));
            assertEquals(
                    Protocol.ALL,
                    json(answer)
                            .getJsonObject("error")
                            .getJsonObject("data")
                            .getJsonArray("supported")
                            .getList());
        }
        assertEquals(
                "2025-11-25",
                json(post(legacy("initialize", "\"protocolVersion\":\"1900-01-01\"")))
                        .getJsonObject("result")
                        .getString("protocolVersion"));
        assertEquals(
                "2025-06-18",
                json(post(legacy("initialize", "\"protocolVersion\":\"2025-06-18\"")))
                        .getJsonObject("result")
                        .getString("protocolVersion"));
    }

    @Test
    void knowsNoMethodOfTheLatestVersionThatItDoesNotName() throws Exception {
        HttpResponse<String> answer = post(
                modern("resources/list", ""), "MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "resources/list");

        assertEquals(404, answer.statusCode());
        assertEquals(-32601, code(answer));
    }

    @Test
    void hasNoSessionsAndNoStreamsForWhoTakesNone() throws Exception {
        assertEquals(405, send(HttpRequest.newBuilder(endpoint).DELETE()).statusCode());
        assertEquals(405, send(HttpRequest.newBuilder(endpoint).GET()).statusCode());
        assertEquals(
                404,
                send(HttpRequest.newBuilder(endpoint.resolve("/mcp/nobody")).GET())
                        .statusCode());
    }

    @Test
    void boundsBodiesAsOfOtherRequests() throws Exception {
        HttpResponse<String> large = post(legacy("ping", "\"text\":\"" + "x".repeat(1024 * 1024) + "\""));
        assertEquals(413, large.statusCode());
        assertEquals(
                "LIMIT_EXCEEDED",
                json(large).getJsonObject("error").getJsonObject("data").getString("code"));

        HttpResponse<String> form = send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(legacy("ping", ""))));
        assertEquals(415, form.statusCode());
        assertTrue(form.body().contains("UNSUPPORTED_MEDIA_TYPE"), form.body());
    }

    private HttpResponse<String> post(String body, String... headers) throws Exception {
        return new RawMcp(endpoint).post(HERE, body, headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return new RawMcp(endpoint).send(HERE, request);
    }
}
