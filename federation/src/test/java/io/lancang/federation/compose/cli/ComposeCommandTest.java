package io.lancang.federation.compose.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @Test
    void composesFilesAndPrintsTheSupergraph() throws Exception {
        Path sdl = Files.writeString(folder.resolve("trade.graphql"), "type Query { x: Int }");

        int code = run("--subgraph", "trade=" + sdl + "@http://localhost:8081/graphql");

        assertEquals(0, code, text(messages));
        assertTrue(
                text(output).contains("TRADE @join__graph(name: \"trade\", url: \"http://localhost:8081/graphql\")"));
    }

    @Test
    void writesTheSupergraphToAFile() throws Exception {
        Path sdl = Files.writeString(folder.resolve("trade.graphql"), "type Query { x: Int }");
        Path supergraph = folder.resolve("supergraph.graphql");

        int code = run("--subgraph", "trade=" + sdl + "@http://t.test/graphql", "--output", supergraph.toString());

        assertEquals(0, code, text(messages));
        assertEquals("", text(output));
        assertTrue(Files.readString(supergraph).startsWith("schema\n"));
    }

    @Test
    void asksARunningSubgraphForItsSdl() throws Exception {
        HttpServer server = answering(200, "{\"data\":{\"_service\":{\"sdl\":\"type Query { x: Int }\"}}}");
        try {
            int code = run("--subgraph", "trade=" + url(server) + "@http://elsewhere.test/graphql");

            assertEquals(0, code, text(messages));
            assertTrue(text(output).contains("url: \"http://elsewhere.test/graphql\""), text(output));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void explainsErrorsOneALine() throws Exception {
        Path sdl = Files.writeString(folder.resolve("trade.graphql"), "type T { x: Int }\ntype S { x: Nothing }");

        int code = run("--subgraph", "trade=" + sdl + "@http://t.test/graphql");

        assertEquals(1, code);
        assertEquals("""
                error: trade:2:10: INVALID_GRAPHQL at S.x: "S.x" refers to the type "Nothing", which "trade" does not define; \
                define it, or correct the name
                compose: the subgraphs do not compose, 1 error
                """, text(messages));
    }

    @Test
    void saysThatAFileDoesNotExist() throws Exception {
        int code = run("--subgraph", "trade=" + folder.resolve("none.graphql") + "@http://t.test/graphql");

        assertEquals(1, code);
        assertTrue(text(messages).contains("none.graphql\" of subgraph \"trade\" does not exist"), text(messages));
    }

    @Test
    void saysThatASubgraphIsNotRunning() throws Exception {
        HttpServer server = answering(200, "{}");
        String url = url(server);
        server.stop(0);

        int code = run("--subgraph", "trade=" + url);

        assertEquals(1, code);
        assertEquals(
                "compose: the subgraph \"trade\" cannot be reached at " + url + "; is it running?\n", text(messages));
    }

    @Test
    void saysThatAnAnswerHasNoSdl() throws Exception {
        HttpServer server = answering(200, "{\"errors\":[{\"message\":\"no such field\"}]}");
        try {
            int code = run("--subgraph", "trade=" + url(server));

            assertEquals(1, code);
            assertTrue(text(messages).contains("answers without { _service { sdl } }"), text(messages));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysThatAnAnswerIsNoJsonOrNoSuccess() throws Exception {
        HttpServer html = answering(200, "<html></html>");
        HttpServer missing = answering(404, "");
        try {
            assertEquals(1, run("--subgraph", "trade=" + url(html)));
            assertTrue(text(messages).contains("answers no JSON"), text(messages));
            assertEquals(1, run("--subgraph", "trade=" + url(missing)));
            assertTrue(text(messages).contains("answers 404"), text(messages));
        } finally {
            html.stop(0);
            missing.stop(0);
        }
    }

    @Test
    void explainsItsUsageWhereTheCommandLineMakesNoSense() throws Exception {
        assertEquals(2, run());
        assertEquals(2, run("--subgraph"));
        assertEquals(2, run("--subgraph", "trade"));
        assertEquals(2, run("--subgraph", "trade=file.graphql"));
        assertEquals(2, run("--verbose"));
        assertTrue(text(messages).contains("write trade=file.graphql@http://HOST:PORT/PATH"), text(messages));
        assertTrue(text(messages).contains("Usage: compose"), text(messages));
    }

    @Test
    void printsItsUsageWhenAsked() throws Exception {
        assertEquals(0, run("--help"));
        assertTrue(text(output).startsWith("Usage: compose"));
    }

    private int run(String... words) throws InterruptedException {
        return new ComposeCommand(print(output), print(messages)).run(List.of(words));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static HttpServer answering(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext("/graphql", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://localhost:" + server.getAddress().getPort() + "/graphql";
    }
}
