package io.lancang.trade.trouble;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Steward;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loads that break in the middle, when rows are in the database and more are on their way, and loads that meet. */
@QuarkusTest
class LoadTroubleTest extends TradeServiceTest {
    private static final String HEADER = "period,partner,flow,currency,amount\n";
    private static final int MONTHS = 12;
    /** More than the buffers on the way hold, so that COPY has begun when the file stops. */
    private static final String BEGINNING = HEADER + rows("EXPORT", "LAO", "THA", "MMR", "VNM", "KHM", "MYS", "SGP");

    private static final String END = rows("IMPORT", "LAO");
    private static final String COPYING = "state = 'active' and query like 'copy trade_flow_loading%'";

    @Inject
    DataSource dataSource;

    @TestHTTPResource("/")
    @Nullable
    URI root;

    @BeforeEach
    void addADataset() {
        addADataset("broken");
    }

    private static void addADataset(String code) {
        given().auth()
                .oauth2(Steward.token("steward"))
                .contentType("application/json")
                .body("""
                        {"title": "Broken", "definition": "Loads that break", "source": {"id": "BROKEN", "title": "Broken"}}
                        """)
                .put("/datasets/" + code)
                .then()
                .statusCode(204);
    }

    @Test
    void leavesNothingOfALoadWhoseConnectionIsKilledInTheMiddleAndTakesTheFileAgain() throws SQLException {
        String before = everything();
        try (HeldUpload upload = upload(BEGINNING, END)) {
            awaitCopying();
            assertEquals("1", query("select count(pg_terminate_backend(pid)) from pg_stat_activity where " + COPYING));
            HttpResponse<String> broken = upload.letGo();

            assertEquals(503, broken.statusCode(), broken.body());
            assertEquals("UNAVAILABLE", JsonPath.from(broken.body()).getString("error.code"));
        }
        assertEquals(before, everything(), "nothing is half there");

        try (HeldUpload again = upload(BEGINNING, END)) {
            HttpResponse<String> loaded = again.letGo();
            assertEquals(201, loaded.statusCode(), loaded.body());
            assertEquals(
                    (BEGINNING + END).lines().count() - 1,
                    JsonPath.from(loaded.body()).getLong("added"));
        }
        withdraw();
    }

    @Test
    void refusesASecondLoadOfADatasetAndFinishesTheFirst() throws SQLException {
        try (HeldUpload first = upload(BEGINNING, END)) {
            awaitCopying();
            try (HeldUpload second = upload(HEADER, rows("IMPORT", "THA"))) {
                HttpResponse<String> refused = second.letGo();
                assertEquals(409, refused.statusCode(), refused.body());
                JsonPath error = JsonPath.from(refused.body());
                assertEquals("CONFLICT", error.getString("error.code"));
                assertTrue(error.getString("error.message").contains("broken"), refused.body());
            }
            assertEquals(201, first.letGo().statusCode());
        }
        assertEquals(
                "0",
                query("select count(*) from trade_flow where flow = 'M' and partner_code = 'THA' and " + ofDataset()));
        withdraw();
    }

    @Test
    void publishesAnotherDatasetWhileALargeOneIsWrittenAndTellsHowFarThatIs() throws SQLException {
        try (HeldUpload first = upload(BEGINNING, END)) {
            assertEquals(201, first.letGo().statusCode());
        }
        addADataset("prompt");
        String revised = BEGINNING.replace(".25\n", ".75\n");
        try (HeldUpload large = upload(revised, END);
                Connection row = dataSource.getConnection()) {
            row.setAutoCommit(false);
            try (Statement statement = row.createStatement()) {
                statement.execute("select from trade_flow where " + ofDataset() + " limit 1 for update");
                CompletableFuture<HttpResponse<String>> written = CompletableFuture.supplyAsync(large::letGo);
                await("the large load waits for a row", "wait_event_type = 'Lock' and query like '%trade_flow%'");

                JsonPath load =
                        given().get("/loads").then().statusCode(200).extract().jsonPath();
                assertEquals(List.of("broken"), load.getList("dataset"));
                assertEquals(List.of("COMPARING"), load.getList("phase"));
                assertEquals((BEGINNING + END).lines().count() - 1, load.getLong("[0].rowsRead"));
                assertTrue(load.getDouble("[0].phaseSeconds") <= load.getDouble("[0].seconds"), load::prettify);
                long prompt = release(new HeldUpload(address("prompt"), HEADER, rows("IMPORT", "LAO")));

                row.rollback();
                HttpResponse<String> answer = written.join();
                assertEquals(201, answer.statusCode(), answer.body());
                assertTrue(JsonPath.from(answer.body()).getLong("release") > prompt, answer.body());
            }
        }
        withdraw();
        withdraw();
        withdraw("prompt");
    }

    private static long release(HeldUpload upload) {
        try (upload) {
            HttpResponse<String> answer = upload.letGo();
            assertEquals(201, answer.statusCode(), answer.body());
            return JsonPath.from(answer.body()).getLong("release");
        }
    }

    private HeldUpload upload(String beginning, String end) {
        return new HeldUpload(address("broken"), beginning, end);
    }

    private URI address(String dataset) {
        return Objects.requireNonNull(root).resolve("/releases?dataset=" + dataset + "&fileName=" + dataset + ".csv");
    }

    private static String rows(String flow, String... partners) {
        return IntStream.range(0, MONTHS * 90)
                .boxed()
                .flatMap(month -> List.of(partners).stream()
                        .map(partner -> "%d-%02d,%s,%s,USD,%d.25"
                                .formatted(1920 + month / MONTHS, month % MONTHS + 1, partner, flow, month + 1)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What a load leaves: releases, figures, sums, and tables. */
    private String everything() throws SQLException {
        return query("select (select count(*) from release) || ' ' || (select count(*) from trade_flow) || ' '"
                + " || (select count(*) from trade_rollup) || ' ' || (select count(*) from trade_product_rollup) || ' '"
                + " || (select count(*) from pg_class where relname like 'trade%') || ' '"
                + " || (select count(*) from release_load)");
    }

    private static String ofDataset() {
        return "superseded_by is null and dataset_id = (select id from dataset where code = 'broken')";
    }

    private void awaitCopying() throws SQLException {
        await("a row is being copied", COPYING);
    }

    private void await(String what, String condition) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while ("0".equals(query("select count(*) from pg_stat_activity where " + condition))) {
            assertTrue(System.nanoTime() < deadline, () -> "not so: " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void withdraw() throws SQLException {
        withdraw("broken");
    }

    private void withdraw(String dataset) throws SQLException {
        String release = query("select max(id) from release where withdrawn_at is null and withdraws is null"
                + " and dataset = '" + dataset + "'");
        given().auth()
                .oauth2(Steward.token("steward"))
                .delete("/releases/" + release)
                .then()
                .statusCode(200);
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }
}
