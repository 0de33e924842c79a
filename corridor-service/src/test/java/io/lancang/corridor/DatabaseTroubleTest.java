package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.Readiness;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.TroubledDatabase;
import io.lancang.kit.fixture.TroubledProfile;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients see while the server of the database is stopped, or a lock of the test's holds a statement up. */
@QuarkusTest
@TestProfile(TroubledProfile.class)
class DatabaseTroubleTest {
    private static final String CORRIDOR = "{ corridor(id: \"clr\") { name } }";

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

    /** Routes read a network in many pieces, and fail on another path than a single statement does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                CORRIDOR,
                "{ routes(from: \"kunming\", to: \"vientiane\") { complete } }",
                "{ locations(near: {latitude: 25, longitude: 102}, first: 1) { nodes { id } } }",
                "{ networkFindings { kind } }"
            })
    void answersUnavailableWhileTheDatabaseIsDownAndRecoversByItself(String query) {
        database().stop();
        String code = codeOf(Graph.ask(query));
        int whileDown = statusOf(ready);
        int liveWhileDown = statusOf(live);
        database().resume();
        Readiness.await(Objects.requireNonNull(ready));

        assertEquals("UNAVAILABLE", code);
        assertEquals(503, whileDown, "not ready without its database");
        assertEquals(200, liveWhileDown, "and no reason to end it");
        // The server begins with nothing in memory, and on a busy machine a large statement may take too long at first.
        Eventually.holds("it answers again", () -> Graph.ask(query).get("errors") == null);
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
                answers.stream()
                        .allMatch(answer -> answer.equals("UNAVAILABLE") || answer.equals("China–Laos Railway")),
                answers::toString);
        assertEquals("China–Laos Railway", Graph.data(CORRIDOR).getString("corridor.name"));
    }

    @Test
    void answersTimeoutWhereAStatementTakesTooLong() throws Exception {
        try (Connection lock = database().dataSource().getConnection()) {
            lock.setAutoCommit(false);
            lock(lock);
            assertEquals("TIMEOUT", codeOf(Graph.ask("{ location(id: \"kunming\") { name } }")));
            lock.rollback();
        }
    }

    private List<String> together(ExecutorService clients, int number) throws Exception {
        List<Future<String>> sent = IntStream.range(0, number)
                .mapToObj(client -> clients.submit(() -> outcome(Graph.ask(CORRIDOR))))
                .toList();
        List<String> outcomes = new ArrayList<>();
        for (Future<String> each : sent) {
            outcomes.add(each.get());
        }
        return outcomes;
    }

    private static String outcome(JsonPath answer) {
        return answer.get("errors") == null ? String.valueOf(answer.getString("data.corridor.name")) : codeOf(answer);
    }

    private static String codeOf(JsonPath answer) {
        return String.valueOf(answer.getString("errors[0].extensions.code"));
    }

    private static int statusOf(@Nullable URI address) {
        return given().get(Objects.requireNonNull(address)).statusCode();
    }

    private ServiceDatabase database() {
        return Objects.requireNonNull(database);
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table location_fact in access exclusive mode");
        }
    }
}
