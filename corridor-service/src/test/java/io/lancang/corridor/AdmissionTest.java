package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.LeavingClient;
import io.lancang.kit.fixture.Readiness;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.TroubledDatabase;
import io.lancang.kit.fixture.TroubledProfile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One large question is executed at a time and one small one, and two of each may wait; of a large one runs one statement at a time.
 * A lock of the test's holds them up.
 */
@QuarkusTest
@TestProfile(AdmissionTest.OneAtATime.class)
class AdmissionTest {
    private static final String LARGE = "{ corridors(first: 500) { nodes { name segments { name from { name } } } } }";
    private static final String SMALL = "{ location(id: \"kunming\") { name } }";
    private static final String NEEDS_NO_TABLE = "{ __typename }";
    private static final String HELD_UP = "select count(*) from pg_locks where not granted";

    @TestHTTPResource(value = "/health/ready", management = true)
    @Nullable
    URI ready;

    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

    @Inject
    MeterRegistry metrics;

    @TroubledDatabase.Troubled
    @Nullable
    ServiceDatabase database;

    /** Statements that wait for a lock are not ended by time. */
    public static final class OneAtATime extends TroubledProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(
                    TroubledDatabase.class, Map.of(TroubledDatabase.STATEMENT_TIMEOUT, "120000")));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "lancang.requests.heavy-at-once", "1",
                    "lancang.requests.light-at-once", "1",
                    "lancang.requests.waiting", "2",
                    "lancang.database.pool.heavy-at-once", "1");
        }
    }

    @BeforeEach
    void awaitReleases() {
        Readiness.await(Objects.requireNonNull(ready));
    }

    @Test
    void answersASmallQuestionWhileALargeOneIsExecuted() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
                Connection lock = lockFacts()) {
            Future<JsonPath> large = clients.submit(() -> Graph.ask(LARGE));
            awaitHeldUp();

            assertEquals("Query", Graph.data(NEEDS_NO_TABLE).getString("__typename"));
            assertFalse(large.isDone());
            lock.rollback();
            assertEquals(50, large.get().getList("data.corridors.nodes").size());
        }
    }

    @Test
    void letsTheStatementsOfALargeQuestionWaitForEachOtherAndNotThoseOfASmallOne() throws Exception {
        String twoStatements = "{ a: corridors(first: 500) { nodes { name segments { name } } }"
                + " b: corridors(first: 500) { nodes { name segments { name } } } }";
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
                Connection lock = lockFacts()) {
            Future<JsonPath> large = clients.submit(() -> Graph.ask(twoStatements));
            Eventually.holds("a statement waits for another", () -> statementsWaiting() == 1);
            awaitHeldUp();

            Future<JsonPath> small = clients.submit(() -> Graph.ask(SMALL));
            Eventually.holds("the lock holds two statements up", () -> heldUp() == 2);
            lock.rollback();
            assertEquals("Kunming", small.get().getString("data.location.name"));
            assertEquals(50, large.get().getList("data.a.nodes").size());
            assertEquals(50, large.get().getList("data.b.nodes").size());
        }
        assertEquals(0, statementsWaiting());
    }

    @Test
    void answersWhoWaitsWhenThereIsAPlaceAndRefusesWhoFindsNoRoomToWait() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
                Connection lock = lockFacts()) {
            List<Future<JsonPath>> asked = IntStream.range(0, 3)
                    .mapToObj(client -> clients.submit(() -> Graph.ask(SMALL)))
                    .toList();
            Eventually.holds("two requests wait", () -> waiting() == 2);

            JsonPath refused = Graph.error(SMALL);
            assertEquals("UNAVAILABLE", refused.getString("extensions.code"));
            assertEquals(
                    "2 requests wait already, the most that this instance lets wait.", refused.getString("message"));
            lock.rollback();
            for (Future<JsonPath> each : asked) {
                assertEquals("Kunming", each.get().getString("data.location.name"));
            }
        }
        assertEquals(0, waiting());
    }

    @Test
    void passesOverAClientThatLeftWhileItWaited() throws Exception {
        try (Connection lock = lockFacts();
                LeavingClient first = client()) {
            awaitHeldUp();
            try (LeavingClient second = client()) {
                Eventually.holds("a request waits", () -> waiting() == 1);
                second.leave();
            }
            lock.rollback();
            assertTrue(first.answer().contains("Kunming"));
        }
        assertEquals("Kunming", Graph.data(SMALL).getString("location.name"));
    }

    private LeavingClient client() {
        return new LeavingClient(HttpClient.Version.HTTP_1_1, Objects.requireNonNull(graph), SMALL.replace('"', '\''));
    }

    private Connection lockFacts() throws SQLException {
        Connection connection = Objects.requireNonNull(database).dataSource().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table corridor_fact, location_fact in access exclusive mode");
        }
        return connection;
    }

    private double statementsWaiting() {
        return metrics.get("lancang.database.pool.heavy.waiting").gauge().value();
    }

    private double waiting() {
        Gauge waiting = metrics.find("lancang.requests.waiting")
                .tag("expected", "light")
                .gauge();
        return waiting == null ? 0 : waiting.value();
    }

    private void awaitHeldUp() {
        Eventually.holds("the lock holds a statement up", () -> heldUp() == 1);
    }

    private int heldUp() {
        try (Connection connection =
                        Objects.requireNonNull(database).dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(HELD_UP)) {
            found.next();
            return found.getInt(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
