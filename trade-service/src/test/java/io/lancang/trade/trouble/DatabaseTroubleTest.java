package io.lancang.trade.trouble;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Readiness;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Steward;
import io.lancang.kit.fixture.TroubledDatabase;
import io.lancang.kit.fixture.TroubledProfile;
import io.lancang.trade.Graph;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A statement is held up by a lock of the test's on the table of partners, or the server is stopped. */
@QuarkusTest
@TestProfile(DatabaseTroubleTest.WithSteward.class)
class DatabaseTroubleTest {
    /** Tokens are accepted as in the other tests. */
    public static final class WithSteward extends TroubledProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            List<TestResourceEntry> resources = new ArrayList<>(super.testResources());
            resources.add(new TestResourceEntry(Steward.class));
            return resources;
        }
    }

    private static final String QUERY = "{ partner(code: \"LAO\") { name } }";

    @TestHTTPResource(value = "/health/ready", management = true)
    @Nullable
    URI ready;

    @TestHTTPResource(value = "/health/live", management = true)
    @Nullable
    URI live;

    @TroubledDatabase.Troubled
    @Nullable
    ServiceDatabase database;

    @BeforeEach
    void awaitReleases() {
        Readiness.await(Objects.requireNonNull(ready));
    }

    @Test
    void answersUnavailableWhileTheDatabaseIsDownAndRecoversByItself() {
        database().stop();
        String code = codeOf(Graph.ask(QUERY));
        int whileDown = statusOf(ready);
        int liveWhileDown = statusOf(live);
        database().resume();
        Readiness.await(Objects.requireNonNull(ready));

        assertEquals("UNAVAILABLE", code);
        assertEquals(503, whileDown, "not ready without its database");
        assertEquals(200, liveWhileDown, "and no reason to end it");
        assertEquals("Lao People's Democratic Republic", Graph.data(QUERY).getString("data.partner.name"));
    }

    @Test
    void answersOnlyUnavailableOrTheTruthWhileTheDatabaseRestartsUnderLoad() throws Exception {
        List<String> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> restart = clients.submit(() -> database().restart());
            while (!restart.isDone()) {
                answers.addAll(together(clients, 3));
            }
            restart.get();
        }
        Readiness.await(Objects.requireNonNull(ready));

        assertFalse(answers.isEmpty(), "clients asked while it restarted");
        assertTrue(
                answers.stream().allMatch(answer -> answer.equals("UNAVAILABLE") || answer.startsWith("Lao")),
                answers::toString);
        assertEquals("Lao People's Democratic Republic", Graph.data(QUERY).getString("data.partner.name"));
    }

    @Test
    void answersTimeoutWhereAStatementTakesTooLong() throws Exception {
        try (Connection lock = lockPartners()) {
            assertEquals("TIMEOUT", codeOf(Graph.ask(QUERY)));
            lock.rollback();
        }
    }

    private List<String> together(ExecutorService clients, int number) throws Exception {
        List<Future<String>> sent = IntStream.range(0, number)
                .mapToObj(client -> clients.submit(() -> outcome(Graph.ask(QUERY))))
                .toList();
        List<String> outcomes = new ArrayList<>();
        for (Future<String> each : sent) {
            outcomes.add(each.get());
        }
        return outcomes;
    }

    private static String outcome(JsonPath answer) {
        return answer.get("errors") == null ? answer.getString("data.partner.name") : codeOf(answer);
    }

    private static String codeOf(JsonPath answer) {
        return answer.getString("errors[0].extensions.code");
    }

    private static int statusOf(@Nullable URI address) {
        return given().get(Objects.requireNonNull(address)).statusCode();
    }

    private ServiceDatabase database() {
        return Objects.requireNonNull(database);
    }

    private Connection lockPartners() throws SQLException {
        Connection connection = database().dataSource().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table partner in access exclusive mode");
        }
        return connection;
    }
}
