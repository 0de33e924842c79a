package io.lancang.integration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.kit.fixture.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of jobs, who sees them, and their results. */
@QuarkusTest
class JobManagementTest extends RunningService {
    @Test
    void answersAnOrderWithWhereToLook() {
        JobClient client = JobClient.of("job-order");
        FakeFile file = FakeFile.of("order", 10);
        ValidatableResponse ordered = client.asking()
                .header("x-forwarded-proto", "https")
                .header("x-forwarded-host", "lancang.example")
                .header("x-forwarded-prefix", "/jobs")
                .contentType("application/json")
                .body(Map.of("export", file.path))
                .post("/jobs")
                .then()
                .statusCode(202)
                .body("state", equalTo("QUEUED"))
                .body("export", equalTo(file.path))
                .header("retry-after", "2");
        String id = ordered.extract().path("id");
        ordered.header("location", "https://lancang.example/jobs/" + id)
                .body("url", equalTo("https://lancang.example/jobs/" + id));

        client.await(id, "DONE");
        client.asking()
                .header("x-forwarded-host", "lancang.example")
                .header("x-forwarded-prefix", "/jobs")
                .get("/jobs/" + id)
                .then()
                .body("result", startsWith("http://lancang.example/jobs/results/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql?query={__typename}",
                "/exports/../graphql",
                "/exports/trade/../../graphql",
                "/exports/trade/%2e%2e/%2e%2e/graphql",
                "/exports/trade/..%2f..%2fgraphql",
                "/exports/trade/.hidden",
                "//other.example/exports/trade/flows.csv",
                "http://other.example/exports/trade/flows.csv",
                "/exports/trade/flows.csv#part",
                "/exports/trade/flows.csv?a= b",
                "/exports/trade/flows.csv?a=%0d%0ax",
                "/exports/catalog.jsonld",
                ""
            })
    void refusesWhatIsNoExport(String export) {
        Graph graph = Graph.of("job-anybody", "client");
        String expected = export.contains("%0d") ? "NOT_FOUND" : "BAD_USER_INPUT";
        new JobClient(graph)
                .order(export)
                .then()
                .statusCode(expected.equals("NOT_FOUND") ? 404 : 400)
                .body("errors[0].extensions.code", equalTo(expected))
                .body("errors[0].extensions.service", equalTo("integration"));
    }

    @Test
    void refusesAnOrderOfAnotherForm() {
        JobClient client = new JobClient(Graph.of("job-anybody", "client"));
        client.asking().body("{\"export\": 1}").post("/jobs").then().statusCode(400);
        client.asking().body("{\"exports\": []}").post("/jobs").then().statusCode(400);
        client.asking().body("[]").post("/jobs").then().statusCode(400);
        client.asking()
                .body("{\"export\": \"" + "x".repeat(9_000) + "\"}")
                .post("/jobs")
                .then()
                .statusCode(429);
        client.asking().put("/jobs").then().statusCode(404).body("errors[0].extensions.code", equalTo("NOT_FOUND"));
    }

    @Test
    void needsAClient() {
        given().body("{}")
                .post("/jobs")
                .then()
                .statusCode(401)
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
        given().get("/jobs").then().statusCode(401);
        new JobClient(ADMIN).order("/exports/test/x").then().statusCode(403);
    }

    @Test
    void fetchesTheSameOnceWhileItRuns() {
        JobClient client = JobClient.of("job-twice");
        FakeFile file = FakeFile.of("twice", 600_000);
        file.stopsBehind.set(300_000);
        String first = client.ordered(file.path);
        assertEquals(first, client.ordered(file.path));
        client.asking().delete("/jobs/" + first).then().statusCode(200).body("state", equalTo("CANCELLED"));

        String next = client.ordered(file.path);
        assertArrayEquals(file.content(), client.result(next));
    }

    @Test
    void cancelsWhatRunsAndThrowsAwayWhatIsDone() {
        JobClient client = JobClient.of("job-cancelled");
        String kept = client.ordered(FakeFile.of("kept", 10).path);
        client.await(kept, "DONE");
        FakeFile running = FakeFile.of("cancelled", 600_000);
        running.stopsBehind.set(300_000);
        String id = client.ordered(running.path);
        Eventually.holds("a part is kept", () -> client.job(id).getInt("bytes") == 262_144);
        JsonPath cancelled = client.graph()
                .data("mutation { cancelJob(id: \"" + id + "\") { state result endedAt } }")
                .setRootPath("data.cancelJob");
        assertEquals("CANCELLED", cancelled.getString("state"));
        assertEquals("0", text("select count(*) from job_part where job = '" + id + "'"));

        String done = client.ordered(FakeFile.of("thrown-away", 10).path);
        String result = client.await(done, "DONE").getString("result");
        client.asking().delete("/jobs/" + done).then().statusCode(200).body("state", equalTo("CANCELLED"));
        given().get(result).then().statusCode(404).body("errors[0].extensions.code", equalTo("NOT_FOUND"));
        assertEquals(1, running.asked.size());
        // What nobody cancelled is as it was.
        assertEquals("DONE", client.job(kept).getString("state"));
        assertEquals("1", text("select count(*) from job_part where job = '" + kept + "'"));
    }

    @Test
    void hasNoMoreAtOnceThanThePlanAllows() {
        JobClient client = JobClient.of("job-one");
        ADMIN.data("mutation { createPlan(name: \"one-job\", limits: {jobs: 1}) { jobs jobMegabytes } }");
        ADMIN.data("mutation { changeClient(id: \"job-one\", change: {plan: \"one-job\"}) { id } }");
        FakeFile file = FakeFile.of("one", 600_000);
        file.stopsBehind.set(10);
        String first = client.ordered(file.path);
        client.order(file.path + "2")
                .then()
                .statusCode(429)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body(
                        "errors[0].message",
                        equalTo("'job-one' has 1 jobs that wait or run already, the most that there may be (1)."));
        client.asking().delete("/jobs/" + first).then().statusCode(200);
        client.ordered(file.path + "2");
    }

    @Test
    void hasNoMoreOnRecordThanMayBe() {
        JobClient client = JobClient.of("job-many");
        // lancang.integration.jobs.per-client is 6.
        for (int number = 0; number < 6; number++) {
            client.await(client.ordered("/exports/test/many-" + number), "DONE");
        }
        client.order("/exports/test/many-7")
                .then()
                .statusCode(429)
                .body("errors[0].message", startsWith("'job-many' has 6 jobs on record"));

        JsonPath page = client.asking()
                .get("/jobs?first=4")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(
                List.of("/exports/test/many-5", "/exports/test/many-4", "/exports/test/many-3", "/exports/test/many-2"),
                page.getList("jobs.export"));
        JsonPath rest = client.asking()
                .urlEncodingEnabled(false)
                .get(page.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(List.of("/exports/test/many-1", "/exports/test/many-0"), rest.getList("jobs.export"));
        assertNull(rest.getString("next"));
    }

    @Test
    void isSeenByItsClientAndAdministratorsAlone() {
        JobClient owner = JobClient.of("job-owner");
        JobClient other = JobClient.of("job-other");
        String id = owner.graph()
                .data("mutation { startJob(export: \"/exports/test/owner\") { id state } }")
                .getString("startJob.id");
        owner.await(id, "DONE");

        other.asking().get("/jobs/" + id).then().statusCode(404);
        other.asking().delete("/jobs/" + id).then().statusCode(404);
        assertEquals(
                "NOT_FOUND: There is no job '" + id + "' of 'job-other'.",
                other.graph().error("{ job(id: \"" + id + "\") { state } }"));
        assertEquals(List.of(), other.graph().data("{ jobs { nodes { id } } }").getList("jobs.nodes"));
        assertEquals(
                "FORBIDDEN: 'job-other' asked for another client, 'job-owner'.",
                other.graph().error("{ jobs(client: \"job-owner\") { nodes { id } } }"));
        assertEquals(
                List.of(id),
                ADMIN.data(
                                "{ jobs(client: \"job-owner\", state: DONE, first: 3) { nodes { id bytes totalBytes } pageInfo { hasNextPage } } }")
                        .getList("jobs.nodes.id"));
        assertEquals(
                List.of(),
                ADMIN.data("{ jobs(client: \"job-owner\", state: FAILED) { nodes { id } } }")
                        .getList("jobs.nodes"));
    }

    @Test
    void sendsResultsInPartsAndToWhomHasThemNotAgain() {
        JobClient client = JobClient.of("job-parts");
        FakeFile file = FakeFile.of("parts", 600_000);
        String id = client.ordered(file.path);
        String result = client.await(id, "DONE").getString("result");
        String etag = given().get(result)
                .then()
                .statusCode(200)
                .header("content-type", "text/x-test")
                .header("content-disposition", "attachment; filename=\"test.txt\"")
                .header("content-length", "600000")
                .header("accept-ranges", "bytes")
                .extract()
                .header("etag");
        given().header("if-none-match", etag).get(result).then().statusCode(304);
        given().head(result).then().statusCode(200).header("content-length", "600000");

        // Over the border of two parts, which is at 262,144.
        byte[] middle = given().header("range", "bytes=262000-530000")
                .header("if-range", etag)
                .get(result)
                .then()
                .statusCode(206)
                .header("content-range", "bytes 262000-530000/600000")
                .extract()
                .asByteArray();
        assertArrayEquals(Arrays.copyOfRange(file.content(), 262_000, 530_001), middle);
        given().header("range", "bytes=0-9")
                .header("if-range", "\"other\"")
                .get(result)
                .then()
                .statusCode(200);
        given().header("range", "bytes=600000-")
                .get(result)
                .then()
                .statusCode(416)
                .header("content-range", "bytes */600000");
        given().get(result.substring(0, result.length() - 1)).then().statusCode(404);
    }
}
