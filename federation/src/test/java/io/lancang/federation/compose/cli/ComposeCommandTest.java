package io.lancang.federation.compose.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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

    private InputStream input = InputStream.nullInputStream();
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
                error: %s:2:10: INVALID_GRAPHQL at S.x: "S.x" refers to the type "Nothing", which "trade" does not define; \
                define it, or correct the name
                compose: the subgraphs do not compose, 1 error
                """.formatted(sdl), text(messages));
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
            assertTrue(
                    text(messages)
                            .contains(
                                    "answers without { _service { sdl } } but with the error \"no such field\"; switch"
                                            + " its federation support on"),
                    text(messages));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysThatAnAnswerIsNoGraphql() throws Exception {
        HttpServer html = answering(200, "<html></html>");
        HttpServer missing = answering(404, "");
        try {
            assertEquals(1, run("--subgraph", "trade=" + url(html)));
            assertTrue(text(messages).contains("answers no GraphQL (status 200)"), text(messages));
            assertEquals(1, run("--subgraph", "trade=" + url(missing)));
            assertTrue(text(messages).contains("answers no GraphQL (status 404)"), text(messages));
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
    void readsASubgraphFromStandardInput() throws Exception {
        input = new ByteArrayInputStream("type Query { tons: Int }".getBytes(StandardCharsets.UTF_8));

        assertEquals(0, run("--subgraph", "trade=-@http://t.test/graphql"), text(messages));
        assertTrue(text(output).contains("tons: Int"));
    }

    @Test
    void refusesTwoSubgraphsOfOneNameOrOneInput() throws Exception {
        assertEquals(2, run("--subgraph", "a=http://a.test", "--subgraph", "a=http://b.test"));
        assertTrue(text(messages).contains("\"a\" names more than one subgraph; give each its own name"));
        assertEquals(2, run("--subgraph", "a=-@http://a.test", "--subgraph", "b=-@http://b.test"));
        assertTrue(text(messages).contains("only one subgraph can come in on standard input"));
        assertEquals(2, run("--subgraph", "my trade=http://a.test"));
        assertTrue(text(messages).contains("\"my trade\" cannot name a subgraph"));
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.graphql"), "\n");
        Path binary = Files.write(folder.resolve("binary.graphql"), new byte[] {(byte) 0xff, 0});

        assertEquals(1, run("--subgraph", "a=" + empty + "@http://a.test"));
        assertTrue(text(messages).contains("empty.graphql\" of subgraph \"a\" is empty"), text(messages));
        assertEquals(1, run("--subgraph", "a=" + binary + "@http://a.test"));
        assertTrue(text(messages).contains("binary.graphql\" of subgraph \"a\" is no UTF-8 text"), text(messages));
        assertEquals(1, run("--subgraph", "a=" + folder + "@http://a.test"));
        assertTrue(text(messages).contains("of subgraph \"a\" cannot be read"), text(messages));
    }

    @Test
    void saysThatTheSupergraphCannotBeWritten() throws Exception {
        Path sdl = Files.writeString(folder.resolve("trade.graphql"), "type Query { x: Int }");

        int code = run(
                "--subgraph",
                "t=" + sdl + "@http://t.test",
                "--output",
                folder.resolve("no/where").toString());

        assertEquals(1, code);
        assertTrue(text(messages).contains("cannot be written: its folder does not exist"), text(messages));
    }

    @Test
    void printsHintsBesideTheSupergraph() throws Exception {
        Path a = Files.writeString(folder.resolve("a.graphql"), "type Query { x: Int }");
        Path b = Files.writeString(folder.resolve("b.graphql"), "type Query { x(unit: String): Int }");

        int code = run("--subgraph", "a=" + a + "@http://a.test", "--subgraph", "b=" + b + "@http://b.test");

        assertEquals(0, code, text(messages));
        assertEquals(
                "hint: Query.x(unit:): \"Query.x(unit:)\" is left out, because it is unknown to \"a\"\n",
                text(messages));
    }

    @Test
    void namesThePlacesOfARunningSubgraphByItsName() throws Exception {
        HttpServer server = answering(200, "{\"data\":{\"_service\":{\"sdl\":\"type Query { x: Nothing }\"}}}");
        try {
            assertEquals(1, run("--subgraph", "trade=" + url(server)));
            assertTrue(text(messages).startsWith("error: trade:1:14: INVALID_GRAPHQL at Query.x:"), text(messages));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void printsItsUsageWhenAsked() throws Exception {
        assertEquals(0, run("--help"));
        assertTrue(text(output).startsWith("Usage: compose"));
    }

    private int run(String... words) throws InterruptedException {
        return new ComposeCommand(input, print(output), print(messages)).run(List.of(words));
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
