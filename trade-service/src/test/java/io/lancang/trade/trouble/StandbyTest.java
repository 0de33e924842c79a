package io.lancang.trade.trouble;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.FollowedDatabase;
import io.lancang.kit.fixture.GraphSubscriber;
import io.lancang.kit.fixture.Readiness;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Steward;
import io.lancang.trade.Graph;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.json.Json;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that reads from a standby, which streams from the primary that it writes to and listens on. */
@QuarkusTest
@TestProfile(StandbyTest.Followed.class)
class StandbyTest {
    /** A primary and a standby of the test's own. */
    public static final class Followed implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(FollowedDatabase.class, Map.of()), new TestResourceEntry(Steward.class));
        }
    }

    private static final String QUESTION = "{ partner(code: \"LAO\") { name } }";
    private static final String NAME = "Lao People's Democratic Republic";

    @TestHTTPResource(value = "/health/ready", management = true)
    @Nullable
    URI ready;

    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

    @FollowedDatabase.Followed
    @Nullable
    FollowedDatabase database;

    @BeforeEach
    void awaitTheStandby() {
        Readiness.await(Objects.requireNonNull(ready));
        Eventually.holds("the standby answers", () -> isOfStandby(() -> Graph.data(QUESTION)));
    }

    @Test
    void answersEntitiesAndFiguresFromTheStandbyAndEditsFromThePrimary() {
        assertTrue(isOfStandby(() -> Graph.data(QUESTION)), "entities");
        assertTrue(
                isOfStandby(() -> Graph.data(
                        "{ partner(code: \"LAO\") { trade(from: 2019, to: 2020) { points { __typename } } } }")),
                "figures");

        add("edited");
        Eventually.holds("the standby answers", () -> isOfStandby(() -> Graph.data(QUESTION)));
        double before = reads("standby");
        edit(
                "mutation { setPrecedence(dataset: \"edited\", precedence: 70, source: \"TEST\") { id precedence sources { id } } }");
        assertEquals(before, reads("standby"), "what an edit answers");
    }

    /** The standby shows nothing of it yet. */
    @Test
    void answersNobodyWithoutTheReleaseOfWhichAnEventHasTold() throws SQLException {
        add("heard");
        try (GraphSubscriber subscriber = new GraphSubscriber(
                Objects.requireNonNull(graph), "subscription { releasePublished(dataset: 'heard') { release } }")) {
            awaitSubscriber();
            database().standby().asSuperuser("select pg_wal_replay_pause()");
            try {
                String release = load("heard", 17).getString("release");
                String heard = JsonPath.from(subscriber.next()).getString("payload.data.releasePublished.release");

                assertEquals(release, heard);
                assertEquals(release, releasesOf("heard").getFirst());
                assertEquals("0", ask(database().standby(), countOf(release)), "the standby lacks it");
            } finally {
                database().standby().asSuperuser("select pg_wal_replay_resume()");
            }
        }
    }

    @Test
    void answersOnWhileThePrimaryDiesAndTellsOnceWhatTheNextOnePublishes() throws Exception {
        add("carried");
        String kept = load("carried", 1).getString("release");
        Eventually.holds("the standby has it", () -> "1".equals(ask(database().standby(), countOf(kept))));
        try (GraphSubscriber subscriber = new GraphSubscriber(
                Objects.requireNonNull(graph), "subscription { releasePublished(dataset: 'carried') { release } }")) {
            awaitSubscriber();
            Queue<String> answers = new ConcurrentLinkedQueue<>();
            AtomicBoolean goesOn = new AtomicBoolean(true);
            Thread client = Thread.ofVirtual().start(() -> {
                while (goesOn.get()) {
                    answers.add(Graph.ask(QUESTION).prettify());
                }
            });

            database().losePrimary();
            awaitAnswers(answers, 20);
            Readiness.await(Objects.requireNonNull(ready));
            Eventually.holds(
                    "readiness says that events are not heard of",
                    () -> given().get(Objects.requireNonNull(ready)).asString().contains("not heard of"));
            database().promote();
            awaitAnswers(answers, 20);
            String next = load("carried", 2).getString("release");
            String told = JsonPath.from(subscriber.next()).getString("payload.data.releasePublished.release");
            String after = load("carried", 3).getString("release");
            String toldThen = JsonPath.from(subscriber.next()).getString("payload.data.releasePublished.release");
            goesOn.set(false);
            client.join();
            // For the copy of its files the primary is stopped for a moment.
            database().followAgain();
            Eventually.holds("the next standby answers", () -> isOfStandby(() -> Graph.ask(QUESTION)));

            assertEquals(next, told, "what was published where nobody listened yet");
            assertEquals(after, toldThen, "and nothing twice");
            assertEquals(
                    "[" + after + ", " + next + ", " + kept + "]",
                    releasesOf("carried").toString());
            assertEquals(
                    List.of(),
                    answers.stream().filter(answer -> !answer.contains(NAME)).toList());
        }
    }

    private static void awaitAnswers(Queue<String> answers, int further) {
        int before = answers.size();
        Eventually.holds("clients are answered", () -> answers.size() >= before + further);
    }

    /** The latest first. */
    private static List<String> releasesOf(String dataset) {
        return Graph.data("{ datasets { id releases { id } } }")
                .getList("data.datasets.find { it.id == '" + dataset + "' }.releases.id", String.class);
    }

    private FollowedDatabase database() {
        return Objects.requireNonNull(database);
    }

    private static boolean isOfStandby(Runnable question) {
        double primary = reads("primary");
        double standby = reads("standby");
        question.run();
        return reads("primary") == primary && reads("standby") > standby;
    }

    private static double reads(String server) {
        return Metrics.globalRegistry
                .get("lancang.database.replicas.reads")
                .tag("server", server)
                .counter()
                .count();
    }

    private static void add(String dataset) {
        Eventually.holds("the dataset is taken", () -> put(dataset) == 204);
    }

    private static int put(String dataset) {
        return steward()
                .contentType("application/json")
                .body("{\"title\": \"Figures\", \"definition\": \"For a test.\","
                        + " \"source\": {\"id\": \"TEST\", \"title\": \"A test\"}}")
                .put("/datasets/" + dataset)
                .statusCode();
    }

    private static void edit(String mutation) {
        JsonPath answer = steward()
                .contentType("application/json")
                .body(Json.createObjectBuilder(Map.of("query", mutation))
                        .build()
                        .toString())
                .post("/graphql")
                .jsonPath();
        assertEquals("edited", answer.getString("data.setPrecedence.id"), answer::prettify);
    }

    /** While the primary dies, and until all connections to it are new, nothing can be loaded. */
    private static JsonPath load(String dataset, int amount) {
        AtomicReference<JsonPath> answer = new AtomicReference<>();
        Eventually.holds("the file is taken", () -> {
            answer.set(send(dataset, amount));
            return answer.get().getString("release") != null;
        });
        return answer.get();
    }

    private static JsonPath send(String dataset, int amount) {
        return steward()
                .contentType("text/csv")
                .body("period,partner,flow,currency,amount\n2024-03,LAO,EXPORT,USD," + amount + "\n")
                .post("/releases?fileName=march.csv&dataset=" + dataset)
                .then()
                .extract()
                .jsonPath();
    }

    private static RequestSpecification steward() {
        return given().auth().oauth2(Steward.token("steward"));
    }

    private static void awaitSubscriber() {
        Eventually.holds(
                "the service has taken the subscription, and listens",
                () -> gauge("lancang.events.subscribers") == 1 && gauge("lancang.database.replicas.listening") == 1);
    }

    private static double gauge(String name) {
        return Metrics.globalRegistry.get(name).gauge().value();
    }

    private static String countOf(String release) {
        return "select count(*) from release where id = " + release;
    }

    private static String ask(ServiceDatabase server, String sql) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }
}
