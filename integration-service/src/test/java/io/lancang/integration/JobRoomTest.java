package io.lancang.integration;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.integration.job.work.RoomRepository;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All clients together may keep {@value #MOST} bytes of results, of which another one has most. A part of a result has 262,144 bytes. */
@QuarkusTest
class JobRoomTest extends RunningService {
    /** lancang.integration.jobs.max-kept is 2G. */
    private static final long MOST = 2_147_483_648L;

    @Inject
    RoomRepository room;

    @AfterEach
    void othersHaveRoomAgain() {
        update("delete from job where id like 'job_large%'");
    }

    /**
     * As if the client {@code room-other} had as much as leaves so many bytes.
     *
     * @param expiry in the words of PostgreSQL, from now on
     */
    private void leave(long bytes, String expiry) {
        leave("job_large", bytes, expiry);
    }

    private void leave(String id, long bytes, String expiry) {
        update("""
                insert into job (id, client, scopes, export, link, state, bytes, created_at, next_attempt_at, ended_at, expires_at)
                select ?, 'room-other', '', '/exports/test/large', ?, 'DONE',
                       greatest(0, %d - (select coalesce(sum(bytes), 0) from job where state in ('QUEUED', 'RUNNING', 'DONE'))),
                       now(), now(), now(), now() + interval '%s'
                """.formatted(MOST - bytes, expiry), id, id);
    }

    private static JobClient client(String id) {
        register("room-other");
        return JobClient.of(id);
    }

    @Test
    void refusesAnOrderWhereNothingIsLeft() {
        JobClient client = client("room-none");
        leave(0, "1 day");
        client.order("/exports/test/room-none-more")
                .then()
                .statusCode(429)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body(
                        "errors[0].message",
                        equalTo(
                                "Results of all clients have 2147483648 bytes already, the most that there may be (2147483648)."));
        othersHaveRoomAgain();
        client.ordered("/exports/test/room-none-more");
    }

    /** 600,000 bytes are announced and 599,999 are left, so that none of them is kept. */
    @Test
    void fetchesNothingOfAFileThatIsKnownToBeTooLarge() {
        JobClient client = client("room-known");
        FakeFile file = FakeFile.of("room-known-large", 600_000);
        leave(599_999, "1 day");
        String id = client.ordered(file.path);

        JsonPath failed = client.await(id, "FAILED");
        assertEquals("LIMIT_EXCEEDED", failed.getString("code"));
        assertEquals(
                "Results of all clients together may have 2147483648 bytes (lancang.integration.jobs.max-kept). They have 2146883649,"
                        + " and this one has no room. Order it again when some have expired.",
                failed.getString("reason"));
        assertEquals(0, failed.getInt("bytes"));
    }

    @Test
    void keepsAFileThatJustFits() {
        JobClient client = client("room-fits");
        FakeFile file = FakeFile.of("room-fits-just", 600_000);
        file.isOfUnknownSize.set(true);
        leave(600_000, "1 day");

        assertArrayEquals(file.content(), client.result(client.ordered(file.path)));
    }

    /** 300,000 bytes are left. Of 600,000 that nobody announced two parts are kept before it is seen, of which the second has no room. */
    @Test
    void failsWhenAFileGrowsBeyond() {
        JobClient client = client("room-grows");
        FakeFile file = FakeFile.of("room-grows-large", 600_000);
        file.isOfUnknownSize.set(true);
        leave(300_000, "1 day");
        String id = client.ordered(file.path);

        assertEquals("LIMIT_EXCEEDED", client.await(id, "FAILED").getString("code"));
        assertEquals("0", text("select count(*) from job_part where job = '" + id + "'"));
    }

    /** A file that is one part is bounded as well. */
    @Test
    void failsForTheLastPart() {
        JobClient client = client("room-last");
        FakeFile file = FakeFile.of("room-last-part", 1_000);
        file.isOfUnknownSize.set(true);
        leave(999, "1 day");
        String id = client.ordered(file.path);

        assertEquals("LIMIT_EXCEEDED", client.await(id, "FAILED").getString("code"));
        assertEquals("0", text("select count(*) from job_part where job = '" + id + "'"));
    }

    /** The one that has expired goes; the one that has not stays, although there would be more room without it. */
    @Test
    void throwsAwayWhatExpiredBeforeAnythingIsRefused() {
        client("room-expired");
        leave("job_large_kept", 2_000, "1 day");
        leave("job_large_expired", 0, "-1 second");

        assertEquals(MOST - 2_000, room.forMore(1_000).await().indefinitely().kept());
        assertEquals("EXPIRED", text("select state from job where id = 'job_large_expired'"));
        assertEquals("DONE", text("select state from job where id = 'job_large_kept'"));
    }
}
