package io.lancang.k8s.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code compose.yaml} gives containers what the manifests give pods, and no more. */
class ComposeTest {
    private static final ComposeFile FILE = ComposeFile.read("compose.yaml");
    private static final ComposeRules RULES = new ComposeRules(FILE);

    private static Manifest workload(String kind, String name) {
        return ComposeRules.manifests().get(kind, name);
    }

    @ParameterizedTest
    @CsvSource({
        "gateway, Deployment, gateway",
        "trade-service, Deployment, trade-service",
        "corridor-service, Deployment, corridor-service",
        "integration-service, Deployment, integration-service",
        "trade-preparation, Job, trade-service-preparation",
        "corridor-preparation, Job, corridor-service-preparation",
        "integration-preparation, Job, integration-service-preparation"
    })
    void runsWhatPodsRunWithTheirConfiguration(String service, String kind, String name) {
        assertEquals(List.of(), RULES.environment(service, workload(kind, name)));
        assertEquals(List.of(), RULES.image(service, workload(kind, name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade-db", "corridor-db", "integration-db"})
    void runsThePostgresqlThatPodsRun(String database) {
        assertEquals(List.of(), RULES.image(database, workload("StatefulSet", database)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "trade-service", "corridor-service", "integration-service"})
    void asksForReadinessWherePodsAreAsked(String service) {
        assertEquals(List.of(), RULES.health(service, workload("Deployment", service)));
    }

    @Test
    void publishesTheGatewayAloneOnLoopback() {
        assertEquals(List.of(), RULES.published(workload("Deployment", "gateway")));
        assertEquals(1, FILE.service("gateway").path("ports").size());
    }

    @Test
    void hasNoPasswordThatEverybodyKnows() {
        assertEquals(List.of(), RULES.passwords());
    }

    @Test
    void restrictsContainersAsPodsAre() {
        assertEquals(List.of(), RULES.restrictions());
    }

    @Test
    void refersToWhatIsThere() {
        assertEquals(List.of(), RULES.references());
    }

    /** The supergraph of that file is composed by hand, so its mount is not looked for. */
    @Test
    void addsTheExampleOfASubgraphToTheGatewayAndItsNetwork() {
        ComposeFile example = ComposeFile.read("examples/subgraph-node/compose.yaml");

        assertEquals(
                "http://ports:8083/graphql", example.environment("gateway").get("LANCANG_GATEWAY_SUBGRAPHS_PORTS_URL"));
        assertEquals("8083", example.environment("ports").get("PORT"));
        assertTrue(FILE.tree()
                .path("networks")
                .has(example.service("ports").at("/networks/0").asText()));
        String replaced = FILE.service("gateway").at("/volumes/0").asText().split(":", -1)[1];
        assertEquals(
                replaced, example.service("gateway").at("/volumes/0").asText().split(":", -1)[1]);
        assertTrue(Files.exists(Home.repository().resolve("examples/subgraph-node/server.js")));
    }

    // --- what each rule catches ------------------------------------------------------------------------------------

    @Test
    void catchesAVariableThatIsMissingWrittenWrongOrHasAnotherValue() {
        ComposeFile broken = FILE.with("gateway", "environment", """
                {"LANCANG_GATEWAY_SUPERGRAF": "/etc/lancang/supergraph.graphql",
                 "LANCANG_GATEWAY_SUBGRAPHS_TRADE_URL": "http://trade:8081/graphql"}""");

        List<String> findings = new ComposeRules(broken).environment("gateway", workload("Deployment", "gateway"));

        assertTrue(findings.contains("gateway lacks LANCANG_GATEWAY_SUPERGRAPH"), findings::toString);
        assertTrue(findings.contains("gateway has LANCANG_GATEWAY_SUPERGRAF, which no pod has"), findings::toString);
        assertTrue(
                findings.contains("gateway has LANCANG_GATEWAY_SUBGRAPHS_TRADE_URL=http://trade:8081/graphql,"
                        + " pods http://trade-service:8081/graphql"),
                findings::toString);
    }

    @Test
    void catchesAnotherImageAndMoreMemory() {
        ComposeFile broken = FILE.with("gateway", "image", "\"lancang/gatway:${LANCANG_VERSION:-1.0.0}\"")
                .with("gateway", "mem_limit", "\"1g\"");

        assertEquals(
                2,
                new ComposeRules(broken)
                        .image("gateway", workload("Deployment", "gateway"))
                        .size());
    }

    @Test
    void catchesAHealthCheckAtAnotherPort() {
        ComposeFile broken = FILE.with(
                "trade-service",
                "healthcheck",
                FILE.service("gateway").path("healthcheck").toString());

        assertEquals(
                1,
                new ComposeRules(broken)
                        .health("trade-service", workload("Deployment", "trade-service"))
                        .size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gateway       | ["8080:8080"]
            gateway       | ["127.0.0.1:${LANCANG_PORT:-8080}:9000"]
            trade-service | ["127.0.0.1:${LANCANG_PORT:-8081}:8080"]
            """)
    void catchesAPortThatIsOpen(String service, String ports) {
        ComposeFile broken = FILE.with(service, "ports", ports);

        assertEquals(
                1,
                new ComposeRules(broken)
                        .published(workload("Deployment", "gateway"))
                        .size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trade-db      | environment | {"POSTGRES_PASSWORD": "secret"}
            trade-service | environment | {"QUARKUS_DATASOURCE_PASSWORD": "${TRADE_DB_PASSWORD:-secret}"}
            """)
    void catchesADefaultPassword(String service, String key, String value) {
        assertEquals(
                1, new ComposeRules(FILE.with(service, key, value)).passwords().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            read_only    | false
            user         | "0:0"
            cap_drop     | []
            security_opt | []
            """)
    void catchesAContainerThatMayDoMore(String key, String value) {
        assertEquals(
                1,
                new ComposeRules(FILE.with("gateway", key, value))
                        .restrictions()
                        .size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            depends_on | ["trades-service"]                        | gateway refers to services/trades-service
            depends_on | {"trade": {"condition": "service_healthy"}} | gateway refers to services/trade
            networks   | ["graphs"]                                | gateway refers to networks/graphs
            volumes    | ["data:/data"]                            | gateway refers to volumes/data
            volumes    | ["./supergraph.graphql:/x:ro"]            | gateway mounts ./supergraph.graphql
            """)
    void catchesAReferenceToNothing(String key, String value, String finding) {
        assertEquals(List.of(finding), new ComposeRules(FILE.with("gateway", key, value)).references());
    }
}
