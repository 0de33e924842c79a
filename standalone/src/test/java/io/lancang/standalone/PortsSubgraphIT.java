package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The subgraph in Node.js, composed with ours by the commands of a guide, answers through a gateway together with them. */
class PortsSubgraphIT {
    private static final Path FOLDER = ExampleProcess.folder("subgraph-node");
    private static final String GUIDE = "docs/guides/gateway-alone.md";
    private static final String EXAMPLE = "examples/subgraph-node/README.md";
    /** Blocks inside of lists are indented, and commands in running text stand between backticks. */
    private static final Pattern COMMAND = Pattern.compile(
            "(?m)(?:^ *|`)(?<command>\\./lancang (?<name>compose|check|gateway) (?:-|http|super)[^`\\n]*)");

    private static final String STARTED = "ports answers at ";
    private static final String LISTENING = "Listening on: ";

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private static @Nullable ExampleProcess ports;
    private static String portsUrl = "";
    private static @Nullable ExampleProcess gateway;
    private static String gatewayRoot = "";

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static BuiltClone clone;

    @BeforeAll
    static void joinsTheGraphByTheCommandsOfTheGuide(@TempDir Path folder) throws Exception {
        ExampleProcess.installPackages("subgraph-node");
        ExampleProcess started = ExampleProcess.start("subgraph-node", Map.of("PORT", "0"), "node server.js");
        ports = started;
        portsUrl = started.awaitLine(STARTED).substring(STARTED.length());
        clone = BuiltClone.of(SET.running(), folder);

        succeeds(commands(GUIDE, "compose").getFirst());
        String command = here(commands(GUIDE, "gateway").getFirst());
        ExampleProcess listening = ExampleProcess.start(folder, Map.of(), List.of("bash", "-c", command));
        gateway = listening;
        gatewayRoot = rootIn(listening.awaitLineWith(LISTENING));
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
        }
        if (ports != null) {
            ports.close();
        }
    }

    /** What a document says to run; lines that end with a backslash go on. */
    private static List<String> commands(String document, String name) throws IOException {
        String text = Files.readString(RunningSet.home().resolve(document)).replaceAll("\\\\\n +", "");
        return COMMAND.matcher(text)
                .results()
                .filter(command -> command.group("name").equals(name))
                .map(command -> command.group("command"))
                .toList();
    }

    /** With the ports that are used here. */
    private static String here(String command) {
        return command.replaceAll("http://(localhost|127\\.0\\.0\\.1):8083/graphql", portsUrl)
                .replace("http://localhost:8081/graphql", SET.running().serviceUrl("trade"))
                .replace("http://localhost:8082/graphql", SET.running().serviceUrl("corridor"))
                .replace("http://127.0.0.1:8080", gatewayRoot)
                .replace("--port 8080", "--port 0");
    }

    /** The URL that a gateway says it listens on. */
    private static String rootIn(String line) {
        String url = line.substring(line.indexOf(LISTENING) + LISTENING.length());
        return url.substring(0, url.indexOf(". "));
    }

    private static void succeeds(String command) throws IOException, InterruptedException {
        ShellCommand ran = clone.run(here(command), Map.of());
        assertEquals(0, ran.status(), () -> command + ": " + ran.complaint() + ran.printed());
    }

    /** Composes beside the supergraph that the gateway has, into a file of the clone; what it has then. */
    private static String composed(String command, Path file) throws IOException, InterruptedException {
        succeeds(command.replaceFirst("--output .*", "--output " + file));
        return Files.readString(file);
    }

    /** The command records them before the first start of each build. */
    @Test
    void startsFromClassesThatWereLoadedBefore() throws IOException {
        assertTrue(Pattern.compile("/gateway/target/gateway-[0-9]+\\.aot")
                .matcher(Objects.requireNonNull(gateway).mappedFiles())
                .find());
    }

    @Test
    void answersTheQuestionOfItsReadmeWithThreeServices() throws IOException {
        JsonPath answer = ask(Files.readString(FOLDER.resolve("singapore.json")));

        assertEquals("SEA", answer.getString("data.port.kind"));
        assertEquals("Singapore port", answer.getString("data.port.location.name"));
        assertTrue(answer.getList("data.port.location.corridors.name")
                .contains("Kunming–Singapore Railway, central route"));
        assertEquals("Singapore", answer.getString("data.port.country.name"));
        assertEquals(List.of("SGSIN"), answer.getList("data.port.country.ports.unlocode"));
        assertEquals("USD", answer.getString("data.port.country.trade.points[0].total.currency"));
        assertEquals("UN/LOCODE codes and coordinates", answer.getString("data.port.codeSource.title"));
    }

    @Test
    void findsThePortsOfObjectsThatOtherServicesFound() {
        JsonPath answer = ask(query("{ location(id: \\\"laem-chabang\\\") { port { unlocode kind } }"
                + " inland: location(id: \\\"kunming\\\") { port { unlocode } }"
                + " partner(code: \\\"LAO\\\") { ports { unlocode kind } } }"));

        assertEquals("THLCH", answer.getString("data.location.port.unlocode"));
        assertEquals("SEA", answer.getString("data.location.port.kind"));
        assertEquals(null, answer.getString("data.inland.port"));
        assertEquals(List.of("LATHG"), answer.getList("data.partner.ports.unlocode"));
        assertEquals(List.of("DRY"), answer.getList("data.partner.ports.kind"));
    }

    /** Its file says nothing that the network does not. */
    @Test
    void agreesWithTheNetworkOnTheCodeAndCountryOfEveryPort() throws IOException {
        JsonPath answer =
                ask(query("{ ports { unlocode country { code name } location { unlocode partner { code } } } }"));

        List<Object> codes = answer.getList("data.ports.unlocode");
        assertEquals(Files.readAllLines(FOLDER.resolve("ports.csv")).size() - 1, codes.size());
        assertEquals(codes, answer.getList("data.ports.location.unlocode"));
        assertEquals(answer.getList("data.ports.country.code"), answer.getList("data.ports.location.partner.code"));
        assertTrue(answer.getList("data.ports.country.name").stream().allMatch(String.class::isInstance));
    }

    @Test
    void composesForContainersAsItsReadmeSays(@TempDir Path folder) throws Exception {
        String supergraph = composed(commands(EXAMPLE, "compose").getLast(), folder.resolve("composed.graphql"));

        Matcher urls = Pattern.compile("url: \"(http://[^\"]*:8\\d+/graphql)\"").matcher(supergraph);
        assertEquals(
                List.of(
                        "http://corridor-service:8082/graphql",
                        "http://ports:8083/graphql",
                        "http://trade-service:8081/graphql"),
                urls.results().map(url -> url.group(1)).sorted().toList());
    }

    /** And hand what they compose to the gateway. */
    @ParameterizedTest
    @ValueSource(strings = {EXAMPLE, "docs/guides/subgraph-author.md", "CONTRIBUTING.md"})
    void composesAsOtherDocumentsSay(String document, @TempDir Path folder) throws Exception {
        String command = commands(document, "compose").getFirst();

        String supergraph = composed(command, folder.resolve("composed.graphql"));

        assertEquals(
                3,
                Pattern.compile("@join__graph\\(name: \"")
                        .matcher(supergraph)
                        .results()
                        .count());
        String output = command.substring(command.indexOf("--output ") + "--output ".length());
        assertTrue(commands(document, "gateway").getFirst().startsWith("./lancang gateway --supergraph " + output));
    }

    /** A graph without ports breaks those who might ask for them, but nobody whose documents are known and do not. */
    @Test
    void checksAnotherSupergraphAsTheGuideSays() throws Exception {
        List<String> checks =
                commands(GUIDE, "check").stream().map(PortsSubgraphIT::here).toList();
        assertEquals(2, checks.size(), checks::toString);
        Files.copy(
                RunningSet.home().resolve("standalone/supergraph.graphql"),
                clone.folder().resolve("new-supergraph.graphql"));
        Path documents = Files.createDirectory(clone.folder().resolve("documents"));
        Files.copy(
                ExampleProcess.folder("web-client").resolve("src/operations.graphql"),
                documents.resolve("operations.graphql"));

        ShellCommand withoutDocuments = clone.run(checks.getFirst(), Map.of());
        ShellCommand withDocuments = clone.run(checks.getLast(), Map.of());
        Files.writeString(documents.resolve("ports.graphql"), "query Ports { ports { unlocode } }");
        ShellCommand withOneThatBreaks = clone.run(checks.getLast(), Map.of());

        assertEquals(1, withoutDocuments.status(), withoutDocuments.complaint());
        assertTrue(withoutDocuments.printed().contains("BREAKING"), withoutDocuments::printed);
        assertTrue(withoutDocuments.printed().contains("Location.port"), withoutDocuments::printed);
        assertEquals(0, withDocuments.status(), withDocuments.complaint() + withDocuments.printed());
        assertEquals(1, withOneThatBreaks.status(), withOneThatBreaks.complaint());
        assertTrue(withOneThatBreaks.printed().contains("used by documents/ports.graphql"), withOneThatBreaks::printed);
    }

    private static String query(String text) {
        return "{\"query\": \"" + text + "\"}";
    }

    private static JsonPath ask(String body) {
        JsonPath answer = given().contentType("application/json")
                .body(body)
                .post(gatewayRoot + "/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(null, answer.getList("errors"), answer.prettify());
        return answer;
    }
}
