package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The subgraph in Node.js, composed with ours by the command of its README, answers through a gateway together with them. */
class PortsSubgraphIT {
    private static final Path FOLDER = ExampleProcess.folder("subgraph-node");
    private static final Pattern COMPOSE = Pattern.compile("(?m)^\\./lancang compose (?<options>.*)$");
    private static final String STARTED = "ports answers at ";

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private static @Nullable ExampleProcess ports;
    private static String portsUrl = "";
    private static @Nullable FurtherGateway gateway;

    @BeforeAll
    static void joinsTheGraph(@TempDir Path folder) throws Exception {
        ExampleProcess.installPackages("subgraph-node");
        ExampleProcess started = ExampleProcess.start("subgraph-node", Map.of("PORT", "0"), "node server.js");
        ports = started;
        portsUrl = started.awaitLine(STARTED).substring(STARTED.length());
        Path supergraph = folder.resolve("supergraph.graphql");
        compose(commands()
                .getFirst()
                .replace("$(cat .lancang/trade-url)/graphql", SET.running().serviceUrl("trade"))
                .replace("$(cat .lancang/corridor-url)/graphql", SET.running().serviceUrl("corridor"))
                .replace("http://127.0.0.1:8083/graphql", portsUrl)
                .replace("examples/subgraph-node/supergraph.graphql", supergraph.toString()));
        gateway = FurtherGateway.start(SET, Map.of("LANCANG_GATEWAY_SUPERGRAPH", supergraph.toString()));
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

    /** What the README composes: beside the running set, and for containers. */
    private static List<String> commands() throws IOException {
        return COMPOSE.matcher(Files.readString(FOLDER.resolve("README.md")))
                .results()
                .map(command -> command.group("options"))
                .toList();
    }

    /** As {@code ./lancang compose} does once everything is built. */
    private static void compose(String options) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                "federation/target/classes" + File.pathSeparator
                                        + "gateway/target/quarkus-app/lib/main/*",
                                "io.lancang.federation.compose.cli.Main"),
                        Stream.of(options.split(" ", -1)))
                .toList();
        try (ExampleProcess composer = ExampleProcess.start(RunningSet.home(), Map.of(), command)) {
            composer.awaitEnd(0);
        }
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
        Path supergraph = folder.resolve("supergraph.graphql");

        compose(commands().getLast().replace("examples/subgraph-node/supergraph.graphql", supergraph.toString()));

        Matcher urls = Pattern.compile("url: \"(http://[^\"]*:8\\d+/graphql)\"").matcher(Files.readString(supergraph));
        assertEquals(
                List.of(
                        "http://corridor-service:8082/graphql",
                        "http://ports:8083/graphql",
                        "http://trade-service:8081/graphql"),
                urls.results().map(url -> url.group(1)).sorted().toList());
    }

    /** Lines that end with a backslash go on, and blocks inside of lists are indented. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/guides/gateway-alone.md", "docs/guides/subgraph-author.md", "CONTRIBUTING.md"})
    void composesAsTheGuidesSay(String guide, @TempDir Path folder) throws Exception {
        String text = Files.readString(RunningSet.home().resolve(guide)).replaceAll("\\\\\\n +", "");
        Matcher command = Pattern.compile("(?m)^ *\\./lancang compose (?<options>--subgraph .*)$")
                .matcher(text);
        assertTrue(command.find(), guide);
        Path supergraph = folder.resolve("supergraph.graphql");

        compose(command.group("options")
                .replace("http://localhost:8083/graphql", portsUrl)
                .replace(" supergraph.graphql", " " + supergraph));

        assertEquals(
                3,
                Pattern.compile("@join__graph\\(name: \"")
                        .matcher(Files.readString(supergraph))
                        .results()
                        .count());
    }

    private static String query(String text) {
        return "{\"query\": \"" + text + "\"}";
    }

    private static JsonPath ask(String body) {
        if (gateway == null) {
            throw new IllegalStateException("the gateway runs only inside the tests of this class");
        }
        JsonPath answer = given().contentType("application/json")
                .body(body)
                .post(gateway.url())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(null, answer.getList("errors"), answer.prettify());
        return answer;
    }
}
