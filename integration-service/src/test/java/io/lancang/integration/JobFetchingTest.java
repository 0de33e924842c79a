package io.lancang.integration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.kit.fixture.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of jobs that are ordered. A part of a result has 262,144 bytes. */
@QuarkusTest
class JobFetchingTest extends RunningService {
    @Test
    void fetchesAFileWithTheKeyOfItsClient() {
        JobClient client = JobClient.of("job-plain");
        FakeFile file = FakeFile.of("plain", 1_000_000);
        String id = client.ordered(file.path);

        assertArrayEquals(file.content(), client.result(id));
        JsonPath done = client.job(id);
        assertEquals(1_000_000, done.getInt("bytes"));
        assertEquals(1_000_000, done.getInt("totalBytes"));
        // 1,000,000 = 3 * 262,144 + 213,568
        assertEquals("4", text("select count(*) from job_part where job = '" + id + "'"));
        Gateway.verify(file.keys.getFirst())
                .then()
                .statusCode(200)
                .body("client", equalTo("job-plain"))
                .body("prefix", equalTo("LongJobs"))
                .body("scopes", contains("a:read"));
    }

    @Test
    void goesOnBehindWhatIsKeptAfterAnInterruption() {
        JobClient client = JobClient.of("job-broken");
        FakeFile file = FakeFile.of("broken", 1_000_000);
        file.stopsBehind.set(600_000);
        String id = client.ordered(file.path);
        Eventually.holds("two parts are kept", () -> client.job(id).getInt("bytes") == 524_288);
        file.breakOff();

        assertArrayEquals(file.content(), client.result(id));
        assertEquals(List.of("whole", "bytes=524288-"), file.asked);
        assertNull(client.job(id).getString("reason"));
    }

    @Test
    void beginsAnewWhereThereIsAnotherVersion() {
        JobClient client = JobClient.of("job-replaced");
        FakeFile file = FakeFile.of("replaced", 1_000_000);
        file.stopsBehind.set(600_000);
        String id = client.ordered(file.path);
        Eventually.holds("two parts are kept", () -> client.job(id).getInt("bytes") == 524_288);
        file.replace(700_000);
        loseLease(id);

        assertArrayEquals(file.content(), client.result(id));
        assertEquals(List.of("whole", "bytes=524288-"), file.asked);
        // 700,000 = 2 * 262,144 + 175,712
        assertEquals("3", text("select count(*) from job_part where job = '" + id + "'"));
    }

    /** Another instance took it, and ended without a word: what this one still reads of its first answer counts no more. */
    @Test
    void takesOverWhatAnInstanceThatEndedWasWorkingOn() {
        JobClient client = JobClient.of("job-orphan");
        FakeFile file = FakeFile.of("orphan", 900_000);
        file.stopsBehind.set(300_000);
        String id = client.ordered(file.path);
        Eventually.holds("a part is kept", () -> client.job(id).getInt("bytes") == 262_144);
        loseLease(id);

        assertArrayEquals(file.content(), client.result(id));
        assertEquals(List.of("whole", "bytes=262144-"), file.asked);
    }

    /** As if another instance had the job, and ended. */
    private void loseLease(String id) {
        update(
                "update job set lease_owner = 'another', lease_until = now() - interval '1 second' where id = ? and state = 'RUNNING'",
                id);
    }

    @Test
    void failsWithWhatTheGatewaySays() {
        JobClient client = JobClient.of("job-refused");
        FakeFile file = FakeFile.of("refused", 10);
        file.refuse(404, "NOT_FOUND", 1);

        JsonPath failed = client.await(client.ordered(file.path), "FAILED");
        assertEquals("NOT_FOUND", failed.getString("code"));
        assertEquals("no file", failed.getString("reason"));
        assertNull(failed.getString("result"));
        assertEquals(1, file.asked.size());
    }

    @Test
    void triesAgainWhatPasses() {
        JobClient client = JobClient.of("job-busy");
        FakeFile file = FakeFile.of("busy", 10);
        file.refuse(429, "RATE_LIMITED", 2);

        assertArrayEquals(file.content(), client.result(client.ordered(file.path)));
        assertEquals(3, file.asked.size());
    }

    @Test
    void failsWhenNoAttemptBringsAnything() {
        JobClient client = JobClient.of("job-down");
        FakeFile file = FakeFile.of("down", 10);
        file.refuse(502, "SUBGRAPH_UNAVAILABLE", 100);

        assertEquals(
                "SUBGRAPH_UNAVAILABLE",
                client.await(client.ordered(file.path), "FAILED").getString("code"));
        assertEquals(3, file.asked.size());
    }

    @Test
    void failsForAFileThatIsLargerThanAResultMayBe() {
        JobClient client = JobClient.of("job-large");
        // lancang.integration.jobs.max-size is 3M, which is 3,145,728.
        String id = client.ordered(FakeFile.of("large", 3_145_729).path);

        assertEquals("LIMIT_EXCEEDED", client.await(id, "FAILED").getString("code"));
        assertEquals(0, client.job(id).getInt("bytes"));
    }

    @Test
    void failsWhereThePlanKeepsLess() {
        JobClient client = JobClient.of("job-narrow");
        ADMIN.data("mutation { createPlan(name: \"one-megabyte\", limits: {jobMegabytes: 1}) { name } }");
        ADMIN.data("mutation { changeClient(id: \"job-narrow\", change: {plan: \"one-megabyte\"}) { id } }");
        String id = client.ordered(FakeFile.of("narrow", 2_000_000).path);

        JsonPath failed = client.await(id, "FAILED");
        assertEquals("LIMIT_EXCEEDED", failed.getString("code"));
        // The fifth part of 262,144 bytes is the first beyond 1,048,576.
        assertEquals(
                "Results of 'job-narrow' have 1310720 bytes, and the plan allows 1048576. Cancel jobs whose results you have, or ask"
                        + " for less.",
                failed.getString("reason"));
        assertEquals("0", text("select count(*) from job_part where job = '" + id + "'"));
    }

    @Test
    void throwsAResultAwayWhenItsTimeIsOver() {
        JobClient client = JobClient.of("job-expired");
        String id = client.ordered(FakeFile.of("expired", 10).path);
        String result = client.await(id, "DONE").getString("result");
        update("update job set expires_at = now() - interval '1 second' where id = ?", id);

        given().get(result).then().statusCode(404);
        assertNull(client.await(id, "EXPIRED").getString("result"));
        Eventually.holds(
                "nothing is kept",
                () -> text("select count(*) from job_part where job = '" + id + "'")
                        .equals("0"));
    }
}
