package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loads that are killed, and loads that run at once. A lock of the test's holds each where the test wants it. */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class LoadTroubleTest extends RunningService {
    private static final int ROWS = 2000;
    private static final String LOCATIONS =
            "node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source\n"
                    + IntStream.range(0, ROWS)
                            .mapToObj(number -> "test-" + number + ",Test " + number + ",测试,LA,,town,,,18." + number
                                    + ",102.5,survey,place,,S_W_BVR\n")
                            .collect(Collectors.joining());
    private static final String FIGURES = """
            subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
            corridor,kbe,cargo,2023-01-01,2023-12-31,5,t,period,,S_W_KBE
            """;
    private static final List<String> TABLES =
            List.of("release", "location", "location_fact", "location_unlocode", "citation", "throughput");

    @Inject
    DataSource database;

    private String before = "";

    @BeforeEach
    void count() throws SQLException {
        before = rows();
    }

    @AfterEach
    void withdrawWhatWasLoaded() {
        List<Object> loaded = given().get("/releases")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList(
                        "findAll { it.fileName == 'test.csv' && it.withdrawnAt == null && it.withdraws == null }.release");
        loaded.forEach(release -> given().delete("/releases/" + release).then().statusCode(200));
    }

    @Test
    void leavesNothingOfALoadWhoseConnectionIsKilledAndTakesTheFileAfterwards() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> killed;
            try (Connection lock = lock("location_fact")) {
                killed = clients.submit(() -> send("locations", LOCATIONS));
                awaitOneThatWaits();
                assertEquals(1, killWhatWaits(), "the load waits for the lock");
                lock.rollback();
            }

            assertEquals(
                    "UNAVAILABLE", killed.get().then().statusCode(503).extract().path("error.code"));
            assertEquals(before, rows(), "nothing is half there");
            assertEquals(
                    "LOADED",
                    send("locations", LOCATIONS)
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("outcome"));
            assertEquals(199 + ROWS, Graph.data("{ locations { totalCount } }").getInt("locations.totalCount"));
        }
    }

    @Test
    void takesAFileThoughTheDatabaseHasEndedTheConnectionsThatWereKept() throws Exception {
        try (Connection one = database.getConnection();
                Connection another = database.getConnection()) {
            assertNotSame(one, another);
        }

        // As a failover does: whoever is connected finds out when it asks next.
        try (Connection own = database.getConnection();
                Statement statement = own.createStatement();
                ResultSet ended = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where backend_type = 'client backend' and pid <> pg_backend_pid()"
                        + " and application_name = 'PostgreSQL JDBC Driver'")) {
            ended.next();
            assertTrue(ended.getInt(1) > 0, "connections were kept");

            assertEquals(201, send("throughput", FIGURES).statusCode());
        }
    }

    @Test
    void refusesASecondLoadOfADatasetWhileOneRunsAndLoadsTheFirst() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> first;
            Response second;
            try (Connection lock = lock("location_fact")) {
                first = clients.submit(() -> send("locations", LOCATIONS));
                awaitOneThatWaits();
                second = send("locations", LOCATIONS.replace("Test 7,", "Seven,"));
                lock.rollback();
            }

            assertEquals("CONFLICT", second.then().statusCode(409).extract().path("error.code"));
            assertTrue(second.path("error.message").toString().contains("locations"), second.asString());
            assertEquals("LOADED", first.get().then().statusCode(201).extract().path("outcome"));
            assertEquals(
                    "Test 7",
                    Graph.data("{ location(id: \"test-7\") { name } }").getString("location.name"));
        }
    }

    @Test
    void loadsTwoDatasetsAtOnce() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> locations;
            Future<Response> figures;
            try (Connection lock = lock("location_fact")) {
                locations = clients.submit(() -> send("locations", LOCATIONS));
                awaitOneThatWaits();
                figures = clients.submit(() -> send("throughput", FIGURES));
                lock.rollback();
            }

            assertEquals(201, locations.get().statusCode(), locations.get().asString());
            assertEquals(201, figures.get().statusCode(), figures.get().asString());
            assertEquals(
                    List.of(5),
                    Graph.data("{ corridor(id: \"kbe\") { throughput { value } } }")
                            .getList("corridor.throughput.value"));
        }
    }

    private static Response send(String dataset, String file) {
        return given().contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=test.csv&dataset=" + dataset);
    }

    private String rows() throws SQLException {
        return query(TABLES.stream()
                .map(table -> "select '" + table + "' as name, count(*) as rows from " + table)
                .collect(Collectors.joining(
                        " union all ", "select string_agg(name || ' ' || rows, ', ' order by name) from (", ") t")));
    }

    private Connection lock(String table) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in share row exclusive mode");
        }
        return connection;
    }

    private void awaitOneThatWaits() {
        Eventually.holds(
                "a load waits for the lock",
                () -> !query("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .equals("0"));
    }

    private int killWhatWaits() throws SQLException {
        return Integer.parseInt(query("select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity"
                + " where wait_event_type = 'Lock'"));
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }
}
