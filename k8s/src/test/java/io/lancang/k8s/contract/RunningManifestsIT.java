package io.lancang.k8s.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.kit.fixture.ServiceDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built applications live through a deployment as the manifests describe it: a pod starts before its database is
 * prepared, the job prepares it, the pod gets ready, the gateway joins both services.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningManifestsIT {
    private static final BuiltApplication GATEWAY = new BuiltApplication("gateway");
    private static final BuiltApplication TRADE = new BuiltApplication("trade-service");
    private static final BuiltApplication CORRIDOR = new BuiltApplication("corridor-service");

    private static final String LAOS = "{ partner(code: \"LAO\") { name corridors { id } } }";

    /** In production, connections to the database are encrypted, which this one's are not. */
    private final ManifestSet deployed = ManifestSet.render("overlays/dev");

    private final ServiceDatabase tradeDatabase = ServiceDatabase.start();
    private final ServiceDatabase corridorDatabase = ServiceDatabase.start();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path logs;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningPod trade;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningPod corridor;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningPod gateway;

    private RunningPod.Answer unprepared = new RunningPod.Answer(0, "");
    private RunningPod.Answer aliveUnprepared = new RunningPod.Answer(0, "");
    private int prepared = -1;

    @BeforeAll
    void deploy() throws InterruptedException {
        // Whoever comes first makes what all need.
        PreparedDatabases.of(TRADE);
        PreparedDatabases.of(CORRIDOR);
        trade = new RunningPod(
                TRADE, TRADE.deployment(deployed), UnaryOperator.identity(), withStandbys(tradeDatabase), logs);
        corridor = pod(CORRIDOR, CORRIDOR.deployment(deployed), corridorDatabase);
        gateway = gateway(Home.repository().resolve("standalone/supergraph.graphql"));
        trade.awaitProbe("startupProbe", 200);
        unprepared = trade.awaitProbe("readinessProbe", 503);
        aliveUnprepared = trade.probe("livenessProbe");
        try (RunningPod tradeJob = pod(TRADE, preparation("trade-service"), tradeDatabase);
                RunningPod corridorJob = pod(CORRIDOR, preparation("corridor-service"), corridorDatabase)) {
            prepared = tradeJob.awaitExit() + corridorJob.awaitExit();
        }
        trade.awaitProbe("readinessProbe", 200);
        corridor.awaitProbe("readinessProbe", 200);
        gateway.awaitProbe("readinessProbe", 200);
    }

    @AfterAll
    void stop() {
        Stream.of(gateway, corridor, trade).filter(Objects::nonNull).forEach(RunningPod::close);
        tradeDatabase.close();
        corridorDatabase.close();
    }

    @Test
    void aPodLivesAndIsNotReadyUntilItsDatabaseIsPrepared() {
        assertEquals(200, aliveUnprepared.status());
        assertEquals(503, unprepared.status());
        assertEquals(0, prepared);
    }

    @Test
    void aPodChangesNothingInTheDatabase() {
        assertFalse(trade.log().contains("Migrating schema"), trade::log);
        assertFalse(trade.log().contains("Loaded "), trade::log);
    }

    @Test
    void aPreparationThatRunsAgainSucceedsAndLoadsNothing() throws InterruptedException {
        try (RunningPod again = pod(TRADE, preparation("trade-service"), tradeDatabase)) {
            assertEquals(0, again.awaitExit(), again::log);
            assertFalse(again.log().contains("Loaded "), again::log);
        }
    }

    /** Whoever rolls back applies the earlier version's overlay, whose job then runs on what the later one's brought. */
    @Test
    void aPreparationSucceedsOnTheSchemaOfALaterVersion() throws Exception {
        for (ServiceDatabase database : List.of(tradeDatabase, corridorDatabase)) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("""
                        insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                          installed_by, execution_time, success)
                        select last + place, version, 'later', 'SQL', 'V' || version || '__later.sql', 1, current_user, 1, true
                        from (select max(installed_rank) as last from flyway_schema_history) as rank,
                          (values (1, '0.999'), (2, '999')) as of_a_later_version (place, version)""");
            }
        }
        try (RunningPod tradeJob = pod(TRADE, preparation("trade-service"), tradeDatabase);
                RunningPod corridorJob = pod(CORRIDOR, preparation("corridor-service"), corridorDatabase)) {
            assertEquals(0, tradeJob.awaitExit(), tradeJob::log);
            assertEquals(0, corridorJob.awaitExit(), corridorJob::log);
        }
    }

    @Test
    void aPreparationWithoutDatabaseGivesUpSoThatItsJobCanTryAgain() throws InterruptedException {
        Map<String, String> nowhere = new HashMap<>(RunningPod.access(tradeDatabase));
        nowhere.put("LANCANG_DATABASE_PORT", "1");
        nowhere.put("LANCANG_RELEASES_PATIENCE", "2S");
        try (RunningPod alone =
                new RunningPod(TRADE, preparation("trade-service"), UnaryOperator.identity(), nowhere, logs)) {
            assertEquals(1, alone.awaitExit(), alone::log);
        }
    }

    @Test
    void theGatewayJoinsBothServices() {
        RunningPod.Answer answer = gateway.ask(LAOS);

        assertTrue(answer.body().contains("\"clr\""), answer::body);
        assertFalse(answer.body().contains("errors"), answer::body);
    }

    @Test
    void theGatewayStaysReadyWithASubgraphDown() {
        UnaryOperator<String> corridorNowhere = value ->
                value.equals("http://corridor-service:8082/graphql") ? "http://127.0.0.1:1/graphql" : resolve(value);
        try (RunningPod alone = new RunningPod(
                GATEWAY,
                GATEWAY.deployment(deployed),
                corridorNowhere,
                supergraph(Home.repository().resolve("standalone/supergraph.graphql")),
                logs)) {
            alone.awaitProbe("readinessProbe", 200);

            RunningPod.Answer answer = alone.ask(LAOS);

            assertTrue(answer.body().contains("SUBGRAPH_UNAVAILABLE"), answer::body);
            assertTrue(answer.body().contains("\"name\":\"Lao"), answer::body);
            assertEquals(200, alone.probe("readinessProbe").status());
            assertEquals(200, alone.probe("livenessProbe").status());
        }
    }

    @Test
    void aGatewayWithASupergraphThatDoesNotLoadNeverStarts() throws Exception {
        Path broken = Files.writeString(logs.resolve("broken.graphql"), "type Query {");
        try (RunningPod pod = gateway(broken)) {
            assertNotEquals(0, pod.awaitExit());
            assertTrue(pod.log().contains("does not load"), pod::log);
        }
    }

    @Test
    void aGatewayWhoseSupergraphIsWrongWhereNothingIsAskedEndsAsWell() throws Exception {
        String sdl = Files.readString(Home.repository().resolve("standalone/supergraph.graphql"));
        Path endless = Files.writeString(
                logs.resolve("endless.graphql"),
                sdl + "\ninput Wrong @join__type(graph: TRADE) { number: Int = \"three\" }\n");
        try (RunningPod pod = gateway(endless)) {
            assertEquals(1, pod.awaitExit());
            assertTrue(pod.log().contains("does not load"), pod::log);
            assertTrue(pod.log().contains("three"), pod::log);
        }
    }

    @Test
    void everyQueryOfDashboardAndAlertsNamesMetricsThatAreExposed() {
        gateway.ask(LAOS);
        List<String> series = Stream.of(
                        gateway.metricsWith("lancang_gateway_operations_seconds"),
                        trade.metrics(),
                        corridor.metrics(),
                        Queries.ofDatabases())
                .flatMap(List::stream)
                .toList();

        assertEquals(
                List.of(),
                Queries.unanswered(
                        ManifestSet.overlays().map(ManifestSet::render).flatMap(Queries::of), series));
        assertEquals(
                List.of("lancang_gateway_request_seconds_count", "lancang_gateway_requests_seconds_count"),
                Queries.unanswered(
                                Stream.of(
                                        "rate(lancang_gateway_request_seconds_count[5m])",
                                        "sum by (x) (lancang_gateway_requests_seconds_count{result=\"ok\"})"),
                                series)
                        .stream()
                        .map(Queries.Use::metric)
                        .toList());
    }

    /** Metrics of standbys are there where some are named. The primary is none, so that it goes on to answer. */
    private static Map<String, String> withStandbys(ServiceDatabase database) {
        Map<String, String> environment = new HashMap<>(RunningPod.access(database));
        environment.put("LANCANG_DATABASE_REPLICAS_HOSTS", "127.0.0.1:" + database.port());
        return environment;
    }

    private Manifest preparation(String service) {
        return deployed.get("Job", service + "-preparation");
    }

    private RunningPod pod(BuiltApplication application, Manifest workload, ServiceDatabase database) {
        return new RunningPod(application, workload, UnaryOperator.identity(), RunningPod.access(database), logs);
    }

    private RunningPod gateway(Path supergraph) {
        return new RunningPod(GATEWAY, GATEWAY.deployment(deployed), this::resolve, supergraph(supergraph), logs);
    }

    private static Map<String, String> supergraph(Path file) {
        return Map.of("LANCANG_GATEWAY_SUPERGRAPH", file.toString());
    }

    /** The addresses of services, which only a cluster has. */
    private String resolve(String value) {
        return value.replace("http://trade-service:8081", trade.root())
                .replace("http://corridor-service:8082", corridor.root());
    }
}
