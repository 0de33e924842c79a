package io.lancang.trade.event;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.GraphSubscriber;
import io.lancang.kit.fixture.Steward;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReleaseSubscriptionTest extends TradeServiceTest {
    private static final String FIELDS =
            "{ release datasetId dataset { title } fileName rows added closed publishedAt withdraws }";

    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

    @Inject
    DataSource dataSource;

    @Test
    void tellsOfAReleaseAndOfItsWithdrawalWhenTheyArePublished() throws SQLException {
        try (GraphSubscriber subscriber = subscriber("subscription { releasePublished " + FIELDS + " }", "heard_of")) {
            awaitListener();

            String release = load("heard_of", 10).getString("release");
            JsonPath published = next(subscriber).setRootPath("payload.data.releasePublished");
            assertEquals(release, published.getString("release"));
            assertEquals("heard_of", published.getString("datasetId"));
            assertEquals("Figures of heard_of", published.getString("dataset.title"));
            assertEquals("march.csv", published.getString("fileName"));
            assertEquals(1, published.getInt("rows"));
            assertEquals(1, published.getInt("added"));

            steward().delete("/releases/" + release).then().statusCode(200);
            JsonPath withdrawn = next(subscriber).setRootPath("payload.data.releasePublished");
            assertEquals(release, withdrawn.getString("withdraws"));
            assertEquals(1, withdrawn.getInt("closed"));
        }
    }

    /** Both came while nobody listened, as between two connections. */
    @Test
    void beginsBehindTheLastEventThatWasSeen() {
        String seen = load("missed", 1).getString("release");
        String missed = load("missed", 2).getString("release");
        try (GraphSubscriber subscriber = subscriber(
                "subscription { releasePublished(dataset: 'missed', after: '" + seen + "') { release cursor } }",
                "missed")) {
            JsonPath reply = next(subscriber).setRootPath("payload.data.releasePublished");
            assertEquals(missed, reply.getString("release"));
            assertEquals(missed, reply.getString("cursor"));
        }
    }

    /** A look at the table finds none; another failure than that the database is away, which would be waited for. */
    @Test
    void endsWithAnErrorAndNotWithTheLastEventOnceMore() throws SQLException {
        String seen = load("broken_off", 1).getString("release");
        String last = load("broken_off", 2).getString("release");
        try (GraphSubscriber subscriber = subscriber(
                "subscription { releasePublished(dataset: 'broken_off', after: '" + seen + "') { release } }")) {
            assertEquals(last, next(subscriber).getString("payload.data.releasePublished.release"));

            execute("alter table release rename to release_elsewhere");
            try {
                JsonPath end = next(subscriber);
                assertNull(end.get("payload.data.releasePublished"));
                assertEquals("INTERNAL", end.getString("payload.errors[0].extensions.code"));
            } finally {
                execute("alter table release_elsewhere rename to release");
            }
        }
    }

    @Test
    void refusesAnAfterThatIsNoRelease() {
        try (GraphSubscriber subscriber = subscriber("subscription { releasePublished(after: 'x') { release } }")) {
            String error = subscriber.next();
            assertTrue(error.contains("BAD_USER_INPUT"), error);
            assertTrue(error.contains("`after` is 'x'"), error);
        }
    }

    @Test
    void tellsOfOneDatasetOnlyWhereOneIsNamed() throws SQLException {
        try (GraphSubscriber subscriber =
                subscriber("subscription { releasePublished(dataset: 'wanted') { datasetId } }", "wanted")) {
            awaitListener();

            load("unwanted", 1);
            load("wanted", 2);

            assertEquals("wanted", next(subscriber).getString("payload.data.releasePublished.datasetId"));
        }
    }

    @Test
    void refusesADatasetThatDoesNotExistWithTheNearest() {
        try (GraphSubscriber subscriber =
                subscriber("subscription { releasePublished(dataset: 'trade_anual') { release } }")) {
            String error = subscriber.next();
            assertTrue(error.contains("NOT_FOUND"), error);
            assertTrue(error.contains("trade_annual"), error);
        }
    }

    private GraphSubscriber subscriber(String subscription, String... datasets) {
        for (String dataset : datasets) {
            add(dataset);
        }
        return new GraphSubscriber(Objects.requireNonNull(graph), subscription);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JsonPath next(GraphSubscriber subscriber) {
        return JsonPath.from(subscriber.next());
    }

    private static void add(String dataset) {
        steward()
                .contentType("application/json")
                .body("{\"title\": \"Figures of " + dataset + "\", \"definition\": \"For a test.\","
                        + " \"source\": {\"id\": \"TEST_" + dataset.toUpperCase(Locale.ROOT)
                        + "\", \"title\": \"A test\"}}")
                .put("/datasets/" + dataset)
                .then()
                .statusCode(204);
    }

    private static JsonPath load(String dataset, int amount) {
        add(dataset);
        return steward()
                .contentType("text/csv")
                .body("period,partner,flow,currency,amount\n2024-03,LAO,EXPORT,USD," + amount + "\n")
                .post("/releases?fileName=march.csv&dataset=" + dataset)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static io.restassured.specification.RequestSpecification steward() {
        return given().header("authorization", "Bearer " + Steward.token("steward"));
    }

    private void awaitListener() throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!isListening()) {
            assertTrue(System.nanoTime() < deadline, "nobody listens");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean isListening() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select exists (select from pg_stat_activity"
                        + " where state = 'idle' and query = 'listen release_published')")) {
            found.next();
            return found.getBoolean(1);
        }
    }
}
