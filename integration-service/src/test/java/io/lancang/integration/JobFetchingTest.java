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
import java.sql.SQLException;
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

    /** 524,288 bytes are two parts, so that there is no rest to ask for when the connection breaks before the end. */
    @Test
    void beginsAnewWhereNothingIsLeftToAskFor() {
        JobClient client = JobClient.of("job-no-rest");
        FakeFile file = FakeFile.of("no-rest", 524_288);
        file.isOfUnknownSize.set(true);
        file.stopsBehind.set(524_288);
        String id = client.ordered(file.path);
        Eventually.holds("two parts are kept", () -> client.job(id).getInt("bytes") == 524_288);
        file.breakOff();

        assertArrayEquals(file.content(), client.result(id));
        assertEquals(List.of("whole", "bytes=524288-", "whole"), file.asked.subList(0, 3));
    }

    @Test
    void beginsAnewWhereAnotherPartComesThanWasAskedFor() {
        JobClient client = JobClient.of("job-other-part");
        FakeFile file = FakeFile.of("other-part", 1_000_000);
        file.stopsBehind.set(600_000);
        file.answersAnotherPart.set(true);
        String id = client.ordered(file.path);
        Eventually.holds("two parts are kept", () -> client.job(id).getInt("bytes") == 524_288);
        file.breakOff();

        assertArrayEquals(file.content(), client.result(id));
        assertEquals(List.of("whole", "bytes=524288-", "whole"), file.asked.subList(0, 3));
    }

    /** Three attempts in a row may bring nothing: two do so, and then five bring a part each or the end. */
    @Test
    void goesOnForAsLongAsAttemptsBringSomething() {
        JobClient client = JobClient.of("job-bit-by-bit");
        // 1,400,000 = 5 * 262,144 + 89,280
        FakeFile file = FakeFile.of("bit-by-bit", 1_400_000);
        file.refuse(503, "UNAVAILABLE", 2);
        file.stopsBehind.set(300_000);
        String id = client.ordered(file.path);
        for (int parts = 1; parts <= 4; parts++) {
            int kept = parts * 262_144;
            Eventually.holds(kept + " bytes are kept", () -> client.job(id).getInt("bytes") == kept);
            file.stopsBehind.set(parts < 4 ? kept + 300_000 : -1);
            file.breakOff();
        }

        assertArrayEquals(file.content(), client.result(id));
        assertEquals(7, file.asked.size());
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

    /** Looks for work that come between the end of the work and the database's note of it find the job as it was before. */
    @Test
    void asksNoMoreWhileTheEndIsBeingNoted() throws SQLException {
        JobClient client = JobClient.of("job-noted-late");
        FakeFile file = FakeFile.of("noted-late", 10);
        file.refuse(404, "NOT_FOUND", 1);

        try (LateNotes late = LateNotes.begin(database, "job", "code")) {
            client.await(orderedAndNotedLate(client, file, late), "FAILED");
        }
        assertEquals(1, file.asked.size());
    }

    @Test
    void waitsForTheNextAttemptWhileItIsBeingNoted() throws SQLException {
        JobClient client = JobClient.of("job-again-late");
        FakeFile file = FakeFile.of("again-late", 10);
        file.refuse(429, "RATE_LIMITED", 1);

        try (LateNotes late = LateNotes.begin(database, "job", "next_attempt_at")) {
            assertArrayEquals(file.content(), client.result(orderedAndNotedLate(client, file, late)));
        }
        assertEquals(2, file.asked.size());
    }

    /** Orders a file, lets looks for work pass while what became of it waits to be noted, and then the note. */
    private String orderedAndNotedLate(JobClient client, FakeFile file, LateNotes late) throws SQLException {
        String id = client.ordered(file.path);
        late.awaitNote();
        awaitLooks("job", id, () -> file.asked.size() > 1);
        assertEquals(1, file.asked.size());
        late.let();
        return id;
    }

    @Test
    void triesAgainWhatPasses() {
        JobClient client = JobClient.of("job-busy");
        FakeFile file = FakeFile.of("busy", 10);
        file.refuse(429, "RATE_LIMITED", 2);

        assertArrayEquals(file.content(), client.result(client.ordered(file.path)));
        assertEquals(3, file.asked.size());
    }

    /** An hour is asked for, whatever else is fetched meanwhile. */
    @Test
    void leavesTheGatewayAloneForAsLongAsItAsks() {
        JobClient client = JobClient.of("job-alone");
        FakeFile file = FakeFile.of("alone", 10);
        file.refuse(503, "UNAVAILABLE", 1);
        file.retryAfter.set("3600");
        String id = client.ordered(file.path);
        Eventually.holds("it waits", () -> client.job(id).getString("reason") != null);

        assertEquals(
                "later",
                text("select case when next_attempt_at > now() + interval '50 minutes' then 'later' else 'soon' end"
                        + " from job where id = '" + id + "'"));
        client.result(client.ordered(FakeFile.of("alone-meanwhile", 10).path));
        assertEquals(1, file.asked.size());
        client.asking().delete("/jobs/" + id).then().statusCode(200);
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
    void countsWhatIsDoneAgainstWhatThePlanKeeps() {
        JobClient client = JobClient.of("job-second");
        ADMIN.data("mutation { createPlan(name: \"one-megabyte-in-all\", limits: {jobMegabytes: 1}) { name } }");
        ADMIN.data("mutation { changeClient(id: \"job-second\", change: {plan: \"one-megabyte-in-all\"}) { id } }");
        client.result(client.ordered(FakeFile.of("second-first", 800_000).path));
        String id = client.ordered(FakeFile.of("second", 600_000).path);

        // 800,000 + 262,144 = 1,062,144, and a megabyte has 1,048,576.
        assertEquals(
                "Results of 'job-second' have 1062144 bytes, and the plan allows 1048576. Cancel jobs whose results you have, or ask"
                        + " for less.",
                client.await(id, "FAILED").getString("reason"));
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
