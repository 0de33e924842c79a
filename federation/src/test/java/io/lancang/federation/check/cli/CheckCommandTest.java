package io.lancang.federation.check.cli;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
    private static final String OLD = "type Query { town: String port: String }";
    private static final String NEW = "type Query { town: String road: String }";
    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
            directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
            directive @join__graph(name: String!, url: String!) on ENUM_VALUE
            directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
            scalar join__FieldSet
            scalar link__Import
            enum link__Purpose { SECURITY EXECUTION }
            enum join__Graph { A @join__graph(name: "a", url: "http://localhost:1") }
            type Query @join__type(graph: A) { town: String road: String }
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    private int check(String... words) throws InterruptedException {
        return new CheckCommand(
                        new PrintStream(output, true, StandardCharsets.UTF_8),
                        new PrintStream(messages, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private List<String> lines() {
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void printsEachChangeAndFailsWhereOneIsBreaking() throws Exception {
        assertEquals(1, check(file("old.graphql", OLD), file("new.graphql", NEW)));
        assertEquals(
                List.of(
                        "BREAKING  Query.port: the field is gone",
                        "SAFE      Query.road: a new field",
                        "Breaking: 1 of 2 changes."),
                lines());
    }

    @Test
    void passesWhereNoDocumentUsesWhatIsGone() throws Exception {
        file("documents/towns.graphql", "{ town }");
        String documents = folder.resolve("documents").toString();

        assertEquals(0, check(file("old.graphql", OLD), file("new.graphql", NEW), "--documents", documents));
        assertEquals(
                List.of(
                        "BREAKING  Query.port: the field is gone",
                        "          used by none of 1 documents",
                        "SAFE      Query.road: a new field",
                        "Nobody is broken by 2 changes."),
                lines());
    }

    @Test
    void namesTheClientsThatHaveUsedWhatIsGone() throws Exception {
        String usage = file("usage.json", """
                {"since": "2026-11-01T00:00:00Z", "usage": [
                 {"client": "web", "coordinate": "Query.port", "count": 12, "last": "2026-11-28T10:00:00Z"},
                 {"client": "app", "coordinate": "Query.town", "count": 1, "last": "2026-11-02T10:00:00Z"}]}
                """);

        assertEquals(1, check(file("old.graphql", OLD), file("new.graphql", NEW), "--usage", usage));
        assertEquals(
                List.of(
                        "BREAKING  Query.port: the field is gone",
                        "          used by client web (12 times, last at 2026-11-28T10:00:00Z)",
                        "SAFE      Query.road: a new field",
                        "Breaking: 1 of 2 changes meet clients."),
                lines());
    }

    @Test
    void passesWhereNoClientHasUsedWhatIsGone() throws Exception {
        String usage = file("usage.json", "{\"usage\": [{\"client\": \"app\", \"coordinate\": \"Query.town\"}]}");

        assertEquals(0, check(file("old.graphql", OLD), file("new.graphql", NEW), "--usage", usage));
        assertEquals("          used by none of 1 clients", lines().get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ports\": \"{ port }\", \"towns\": \"{ town }\"}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\":"
                        + " [{\"id\": \"ports\", \"name\": \"P\", \"type\": \"query\", \"body\": \"{ port }\"}, {\"id\": \"t\", \"body\": \"{ town }\"}]}"
            })
    void readsTrustedDocumentsAsTheGatewayTakesThem(String manifest) throws Exception {
        String documents = file("trusted.json", manifest);

        assertEquals(1, check(file("old.graphql", OLD), file("new.graphql", NEW), "--documents", documents));
        assertEquals("          used by " + documents + "#ports", lines().get(1));
        assertEquals("Breaking: 1 of 2 changes meet clients, 1 of 2 documents would be refused.", lines().getLast());
    }

    @Test
    void comparesWhatClientsSeeOfASupergraph() throws Exception {
        assertEquals(0, check(file("old.graphql", SUPERGRAPH), file("new.graphql", NEW)));
        assertEquals(List.of("Nobody is broken by 0 changes."), lines());
    }

    @Test
    void asksAGatewayForItsSchema() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/schema.graphql", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(OLD.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        try {
            String root = "http://127.0.0.1:" + server.getAddress().getPort();
            assertEquals(0, check(root + "/schema.graphql", file("new.graphql", OLD)));
            assertEquals(2, check(root + "/schema", file("new.graphql", OLD)));
            assertTrue(messages.toString(StandardCharsets.UTF_8).contains("answers with status 404"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysWhatIsWrongWithACommandOrAFile() throws Exception {
        String old = file("old.graphql", OLD);
        assertEquals(2, check(old));
        assertEquals(2, check(old, folder.resolve("none").toString()));
        assertEquals(2, check(old, file("text", "no schema at all")));
        assertEquals(2, check(old, old, "--nobody"));
        assertEquals(2, check(old, old, "--documents"));
        file("empty/none.txt", "");
        assertEquals(2, check(old, old, "--documents", folder.resolve("empty").toString()));
        assertEquals(2, check(old, old, "--documents", file("list.json", "[]")));
        assertEquals(2, check(old, old, "--usage"));
        assertEquals(2, check(old, old, "--usage", file("nobody.json", "{\"usage\": []}")));
        String said = messages.toString(StandardCharsets.UTF_8);
        for (String expected : List.of(
                "two schemas, OLD and NEW, and not 1",
                "none\" cannot be read",
                "text\" is no schema and no supergraph",
                "\"--nobody\" is no option",
                "--documents needs a file",
                "empty\" has no documents",
                "is not a JSON object",
                "--usage needs a file",
                "says of no client what it has used")) {
            assertTrue(said.contains(expected), () -> expected + " in " + said);
        }
    }
}
