package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A partner's system has files fetched in the background, through the whole set that {@code ./lancang up} starts. */
class JobsIT {
    private static final String FLOWS = "/exports/trade/trade-flows.csv";
    /** A lease of a job lasts for fifteen seconds; then another instance takes over. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(60);
    /** One part of a result. */
    private static final long PART = 262_144;

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private static String root() {
        return URI.create(SET.running().gatewayUrl()).resolve("/").toString();
    }

    private static RequestSpecification as(String key) {
        return given().baseUri(root()).header("x-api-key", key);
    }

    private static byte[] direct(String key, String export) {
        return as(key).get(export).then().statusCode(200).extract().asByteArray();
    }

    private static JsonPath done(String key, String location) {
        await().atMost(TAKE_OVER)
                .until(() ->
                        !as(key).get(location).jsonPath().getString("state").matches("QUEUED|RUNNING"));
        return as(key).get(location).then().statusCode(200).extract().jsonPath();
    }

    /** Two jobs at once, of two services; each result has the bytes of its export, to whoever has the link. */
    @Test
    void fetchesFilesOfBothServicesThroughTheGateway() {
        String key = Partners.register(SET, "job-portal");
        String table = as(key).contentType("application/json")
                .body(Map.of("export", FLOWS + "?partners=LAO,THA&comments=false"))
                .post("/jobs")
                .then()
                .statusCode(202)
                .extract()
                .header("location");
        String segments = as(key).contentType("application/json")
                .body(Map.of("export", "/exports/corridor/segments.geojson"))
                .post("/jobs")
                .then()
                .statusCode(202)
                .extract()
                .header("location");
        assertTrue(table.startsWith(root() + "jobs/job_"), table);

        JsonPath first = done(key, table);
        assertEquals("DONE", first.getString("state"), first::prettify);
        byte[] whole = direct(key, FLOWS + "?partners=LAO,THA&comments=false");
        assertArrayEquals(
                whole,
                given().get(first.getString("result"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
        assertArrayEquals(
                Arrays.copyOfRange(whole, 100, 201),
                given().header("range", "bytes=100-200")
                        .get(first.getString("result"))
                        .then()
                        .statusCode(206)
                        .extract()
                        .asByteArray());
        JsonPath second = done(key, segments);
        assertArrayEquals(
                direct(key, "/exports/corridor/segments.geojson"),
                given().get(second.getString("result"))
                        .then()
                        .statusCode(200)
                        .header(
                                "content-type",
                                as(key).head("/exports/corridor/segments.geojson")
                                        .contentType())
                        .extract()
                        .asByteArray());

        JsonPath listed = Partners.ask(
                SET.running().gatewayUrl(),
                key,
                "{ jobs(state: DONE) { nodes { id clientId bytes totalBytes } } }",
                Map.of());
        assertEquals(2, listed.getList("data.jobs.nodes").size());
        as(key).delete(table).then().statusCode(200);
        given().get(first.getString("result")).then().statusCode(404);
    }

    /** What the export itself refuses is told as the export tells it. */
    @Test
    void failsWithWhatTheExportSays() {
        String key = Partners.register(SET, "failing-portal");
        JsonPath ordered = Partners.ask(
                SET.running().gatewayUrl(),
                key,
                "mutation { startJob(export: \"" + FLOWS + "?partner=LAO\") { id } }",
                Map.of());

        JsonPath failed = done(key, "/jobs/" + ordered.getString("data.startJob.id"));
        assertEquals("FAILED", failed.getString("state"));
        assertEquals("BAD_USER_INPUT", failed.getString("code"));
        assertTrue(failed.getString("reason").contains("partner"), failed::prettify);
    }

    /**
     * An instance that works on a job is ended as {@code kill -9} does it, between two parts of a file. Another one goes on behind what was kept, and
     * the result has the bytes of the export.
     */
    @Test
    void losesNoJobWhenTheInstanceThatFetchesIsKilled() throws Exception {
        String key = Partners.register(SET, "killed-job-portal");
        ServiceTables tables = ServiceTables.of(SET.running(), "integration");
        String id;
        try (FurtherIntegration further = FurtherIntegration.start(SET)) {
            try (SlowParts slow = SlowParts.behind(tables, PART)) {
                // Whoever takes an order begins to work on it.
                id = further.askAs(
                                "killed-job-portal",
                                "mutation { startJob(export: \"" + FLOWS + "\") { id } }",
                                Map.of())
                        .getString("data.startJob.id");
                tables.await(Long.toString(PART), "select bytes from job where id = '" + id + "'");
                slow.awaitWaiting();
                further.kill();
            }
        }

        JsonPath done = done(key, "/jobs/" + id);
        assertEquals("DONE", done.getString("state"), done::prettify);
        byte[] whole = direct(key, FLOWS);
        assertTrue(whole.length > 4 * PART, () -> "the file has " + whole.length + " bytes");
        assertArrayEquals(
                whole,
                given().get(done.getString("result"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
    }
}
