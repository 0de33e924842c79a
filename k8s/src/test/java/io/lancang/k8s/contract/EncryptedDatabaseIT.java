package io.lancang.k8s.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.ServiceDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The services reach a PostgreSQL with the variables of prod, the authority's certificate being where prod mounts it: over
 * encrypted connections to a server that proves its name, and never to another. Two clients have to keep this, each with
 * variables of its own: JDBC prepares and loads, the reactive client answers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptedDatabaseIT {
    private static final String MOUNTED = "/etc/lancang/database/ca.crt";
    private static final String LAOS = "{ partner(code: \"LAO\") { name } }";
    private static final String REPLICAS = "LANCANG_DATABASE_REPLICAS_HOSTS";
    private static final String READS_OF_STANDBYS = "lancang_database_replicas_reads_total{server=\"standby\"";
    private static final String RAILWAY = "{ corridor(id: \"clr\") { name } }";
    /** What everybody may ask of a service whose records are for their owners alone. */
    private static final String KIND = "{ __typename }";

    private static final BuiltApplication TRADE = new BuiltApplication("trade-service");
    private static final BuiltApplication CORRIDOR = new BuiltApplication("corridor-service");
    private static final BuiltApplication INTEGRATION = new BuiltApplication("integration-service");

    private final ManifestSet deployed = ManifestSet.render("overlays/prod");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Path authority;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Path otherAuthority;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private ServiceDatabase tradeDatabase;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private ServiceDatabase corridorDatabase;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private ServiceDatabase integrationDatabase;

    /** A service with a database of its own, and what it can be asked. */
    record Service(BuiltApplication application, ServiceDatabase database, String query) {
        Manifest deployment(ManifestSet deployed) {
            return application.deployment(deployed);
        }

        Manifest preparation(ManifestSet deployed) {
            return deployed.get("Job", application + "-preparation");
        }

        @Override
        public String toString() {
            return application.toString();
        }
    }

    @BeforeAll
    void prepareDatabases() throws Exception {
        Authority signing = new Authority(folder.resolve("authority"));
        Authority.Server server = signing.sign("localhost");
        authority = signing.certificate();
        otherAuthority = new Authority(folder.resolve("other")).certificate();
        tradeDatabase = PreparedDatabases.of(TRADE).copyEncrypted(server.certificate(), server.key());
        corridorDatabase = PreparedDatabases.of(CORRIDOR).copyEncrypted(server.certificate(), server.key());
        integrationDatabase = PreparedDatabases.of(INTEGRATION).copyEncrypted(server.certificate(), server.key());
        List<RunningPod> jobs = services()
                .map(service -> pod(service, service.preparation(deployed), Map.of()))
                .toList();
        try {
            for (RunningPod job : jobs) {
                assertEquals(0, job.awaitExit(), job::log);
            }
        } finally {
            jobs.forEach(RunningPod::close);
        }
    }

    @AfterAll
    void stopDatabases() {
        tradeDatabase.close();
        corridorDatabase.close();
        integrationDatabase.close();
    }

    Stream<Service> services() {
        return Stream.of(
                new Service(TRADE, tradeDatabase, LAOS),
                new Service(CORRIDOR, corridorDatabase, RAILWAY),
                new Service(INTEGRATION, integrationDatabase, KIND));
    }

    /** Those that ask standbys. */
    Stream<Service> readers() {
        return services().filter(service -> !service.application().equals(INTEGRATION));
    }

    @ParameterizedTest
    @MethodSource("services")
    void answersOverConnectionsThatAreEncrypted(Service service) throws Exception {
        try (RunningPod pod = pod(service, service.deployment(deployed), Map.of())) {
            pod.awaitProbe("readinessProbe", 200);

            RunningPod.Answer answer = pod.ask(service.query());

            assertFalse(answer.body().contains("errors"), answer::body);
            assertEquals(0, openConnections(service.database(), "not ssl"));
            assertTrue(openConnections(service.database(), "ssl") > 0);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void neitherClientTrustsAServerOfAnotherAuthority(Service service) throws Exception {
        Map<String, String> jdbc = Map.of(
                "QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_SSLROOTCERT",
                otherAuthority.toString(),
                "LANCANG_RELEASES_PATIENCE",
                "2S");
        Map<String, String> reactive =
                Map.of("QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS", otherAuthority.toString());
        try (RunningPod job = pod(service, service.preparation(deployed), jdbc);
                RunningPod pod = pod(service, service.deployment(deployed), reactive)) {
            assertEquals(1, job.awaitExit(), job::log);
            assertTrue(job.log().contains("does not chain with any of the trust anchors"), job::log);
            pod.awaitProbe("readinessProbe", 503, "The database does not answer");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void neitherClientTrustsAServerOfAnotherName(Service service) throws Exception {
        Map<String, String> jdbc = Map.of("LANCANG_DATABASE_HOST", "127.0.0.1", "LANCANG_RELEASES_PATIENCE", "2S");
        Map<String, String> reactive = Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                service.database().reactiveUrl().replace("localhost", "127.0.0.1"));
        try (RunningPod job = pod(service, service.preparation(deployed), jdbc);
                RunningPod pod = pod(service, service.deployment(deployed), reactive)) {
            assertEquals(1, job.awaitExit(), job::log);
            assertTrue(job.log().contains("127.0.0.1 could not be verified"), job::log);
            pod.awaitProbe("readinessProbe", 503, "The database does not answer");
        }
    }

    /** One name stands for standbys, another for none yet: each that is found proves the name that it was found by. */
    @ParameterizedTest
    @MethodSource("readers")
    void asksStandbysThatProveTheirNameOverConnectionsThatAreEncrypted(Service service) throws Exception {
        try (ServiceDatabase standby = service.database().startStandby();
                RunningPod pod = pod(
                        service,
                        service.deployment(deployed),
                        Map.of(REPLICAS, "standbys.invalid,localhost:" + standby.port()))) {
            pod.awaitProbe("readinessProbe", 200);
            Eventually.holds("the standby answers", () -> {
                assertFalse(pod.ask(service.query()).body().contains("errors"));
                return metric(pod, READS_OF_STANDBYS) > 0;
            });

            assertEquals(0, openConnections(standby, "not ssl"));
            assertTrue(openConnections(standby, "ssl") > 0);
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void asksNoStandbyThatProvesAnotherName(Service service) throws Exception {
        try (ServiceDatabase standby = service.database().startStandby();
                RunningPod pod = pod(
                        service,
                        service.deployment(deployed),
                        Map.of(REPLICAS, "127.0.0.1:" + standby.port(), "LANCANG_DATABASE_REPLICAS_LOOK", "20MS"))) {
            pod.awaitProbe("readinessProbe", 200, "\"heard of\"");
            // From now on a standby would be asked that could be reached.
            for (int question = 0; question < 50; question++) {
                assertFalse(pod.ask(service.query()).body().contains("errors"));
            }

            assertEquals(0, metric(pod, READS_OF_STANDBYS));
            assertEquals(0, openConnections(standby, "true"));
        }
    }

    private static double metric(RunningPod pod, String name) {
        return pod.metrics().stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** What a pod would run, with the authority's certificate where this machine has it. */
    private RunningPod pod(Service service, Manifest workload, Map<String, String> changed) {
        Map<String, String> further = new HashMap<>(RunningPod.access(service.database()));
        further.putAll(changed);
        return new RunningPod(
                service.application(),
                workload,
                value -> value.equals(MOUNTED) ? authority.toString() : value,
                further,
                folder);
    }

    /** How many connections the service has open now, those of this test apart. */
    private static int openConnections(ServiceDatabase database, String condition) throws SQLException {
        String statement = "select count(*) from pg_stat_ssl join pg_stat_activity using (pid) where usename = '"
                + ServiceDatabase.NAME + "' and pid <> pg_backend_pid() and " + condition;
        try (Connection connection = database.dataSource().getConnection();
                Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(statement)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
