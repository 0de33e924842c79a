package io.lancang.trade.trouble;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Readiness;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.trade.Graph;
import io.lancang.trade.Steward;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
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
@QuarkusTestResource(value = TroubledDatabase.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(Steward.class)
class DatabaseTroubleTest {
    private static final String QUERY = "{ partner(code: \"LAO\") { name } }";
    private static final String WAITING = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
            + " and backend_type = 'client backend' and datname = current_database()";

    @TestHTTPResource(value = "/health/ready", management = true)
    @Nullable
    URI ready;

    @TestHTTPResource(value = "/health/live", management = true)
    @Nullable
    URI live;

    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

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

    @Test
    void answersUnavailableWhereNoConnectionGetsFree() throws Exception {
        List<String> answers;
        try (Connection lock = lockPartners();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = together(clients, 12);
            lock.rollback();
        }

        assertEquals(8, answers.stream().filter("UNAVAILABLE"::equals).count(), answers::toString);
        assertEquals(4, answers.stream().filter("TIMEOUT"::equals).count(), answers::toString);
    }

    @Test
    void stopsTheStatementOfAClientThatLeaves() throws Exception {
        try (Connection lock = lockPartners()) {
            try (Socket client = send(QUERY)) {
                await(1);
                client.shutdownOutput();
            }

            await(0);
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

    private Socket send(String query) throws IOException {
        URI address = Objects.requireNonNull(graph);
        String body = "{\"query\":\"" + query.replace("\"", "\\\"") + "\"}";
        Socket client = new Socket(address.getHost(), address.getPort());
        OutputStream request = client.getOutputStream();
        request.write(("POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
        request.flush();
        return client;
    }

    /** Returns when so many statements wait for the lock; fails if it takes as long as a statement may. */
    private void await(long number) throws SQLException {
        long deadline = System.nanoTime() + 3_000_000_000L;
        try (Connection connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            long waiting = -1;
            while (waiting != number && System.nanoTime() < deadline) {
                try (ResultSet count = statement.executeQuery(WAITING)) {
                    count.next();
                    waiting = count.getLong(1);
                }
            }
            assertEquals(number, waiting, "statements that wait");
        }
    }
}
