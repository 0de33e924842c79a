package io.lancang.integration.job.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.integration.RestingService;
import io.lancang.integration.job.work.JobLeaseRepository.Lease;
import io.lancang.integration.job.work.PartRepository.Kept;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bytes of results: a works on the jobs {@code mine}, of which there are ten bytes, and {@code mine too}, and nobody on the others. */
@QuarkusTest
@TestProfile(RestingService.Profile.class)
class PartRepositoryTest extends RestingJobs {
    private static final int MEGABYTE = 1 << 20;
    private static final Lease LEASE = new Lease("mine", "a");
    private static final List<Lease> OTHERS =
            List.of(new Lease("mine", "b"), new Lease("done", "a"), new Lease("none", "a"));
    private static final Offered FILE = new Offered(5, 12L, "v2", "text/csv", null);

    @Inject
    PartRepository parts;

    @BeforeEach
    void write() {
        job("mine", "one", "RUNNING", 9, "a", 10);
        job("mine too", "one", "RUNNING", 9, "a", 10);
        job("done", "one", "DONE", 9, "a", 10);
        part("mine", 0, "01234");
        part("mine", 5, "56789");
        part("mine too", 0, "abcde");
        part("mine too", 5, "fghij");
        execute("update job set bytes = 10");
    }

    private List<String> kept() {
        return texts(
                "select concat_ws(' ', job, place, convert_from(content, 'UTF8')) from job_part order by job, place");
    }

    private List<String> jobs(String columns) {
        return texts("select concat_ws(' ', id, " + columns + ") from job order by id");
    }

    /** What came before the place where the file goes on stays. */
    @Test
    void aFileThatBeginsAnewThrowsAwayWhatItReplaces() {
        for (Lease lease : OTHERS) {
            assertFalse(await(() -> parts.begin(lease, FILE)), lease.toString());
        }
        assertEquals(4, kept().size());

        assertTrue(await(() -> parts.begin(LEASE, FILE)));

        assertEquals(List.of("mine 0 01234", "mine too 0 abcde", "mine too 5 fghij"), kept());
        assertEquals(
                List.of("done 10", "mine 5 12 v2 text/csv", "mine too 10"), jobs("bytes, total, etag, content_type"));
    }

    /** 10 bytes and 2: of somebody who lost the lease, or who knows of fewer, nothing is kept. */
    @Test
    void theNextBytesAreKeptBehindThoseThatThereAre() {
        for (Lease lease : OTHERS) {
            assertInstanceOf(Kept.Lost.class, await(() -> parts.add(lease, 10, bytes("xx"))), lease.toString());
        }
        assertInstanceOf(Kept.Lost.class, await(() -> parts.add(LEASE, 5, bytes("xx"))));

        assertInstanceOf(Kept.Good.class, await(() -> parts.add(LEASE, 10, bytes("xx"))));

        assertEquals(
                List.of("mine 0 01234", "mine 5 56789", "mine 10 xx", "mine too 0 abcde", "mine too 5 fghij"), kept());
        assertEquals(List.of("done 10 1", "mine 12 0", "mine too 10 1"), jobs("bytes, failures"));
    }

    /** The plan of one keeps a megabyte. Results of two, and those that are gone, do not count for one. */
    @Test
    void whatIsKeptCountsAgainstThePlanOfItsClient() {
        execute("insert into plan (name, job_megabytes) values ('one megabyte', 1)");
        try {
            execute("update client set plan = 'one megabyte' where id = 'one'");
            job("of two", "two", "DONE", 9, null, 0);
            job("gone", "one", "EXPIRED", 9, null, 0);
            execute("update job set bytes = " + MEGABYTE + " where id in ('of two', 'gone')");
            // With the ten bytes of each job and two more it is a byte less than a megabyte.
            execute("update job set bytes = " + (MEGABYTE - 23) + " where id = 'done'");

            assertEquals(new Kept.Good(), await(() -> parts.add(LEASE, 10, bytes("xx"))));
            assertEquals(new Kept.Good(), await(() -> parts.add(LEASE, 12, bytes("x"))));
            assertEquals(new Kept.TooMuch(MEGABYTE + 1, MEGABYTE), await(() -> parts.add(LEASE, 13, bytes("x"))));
        } finally {
            execute("update client set plan = 'standard'; delete from plan where name = 'one megabyte'");
        }
    }

    /** All together may have two gigabytes. What is gone does not count. */
    @Test
    void whatIsKeptOfAllClientsIsBounded() {
        job("gone", "two", "EXPIRED", 9, null, 0);
        job("of two", "two", "DONE", 9, null, 0);
        execute("update job set bytes = " + MEGABYTE + " where id = 'gone'");
        // With the ten bytes of three jobs and two more it is two gigabytes.
        execute("update job set bytes = 2048 * " + MEGABYTE + "::bigint - 32 where id = 'of two'");

        assertEquals(new Kept.Good(), await(() -> parts.add(LEASE, 10, bytes("xx"))));
        assertEquals(new Kept.Full(), await(() -> parts.add(LEASE, 12, bytes("x"))));
    }

    @Test
    void theLastBytesEndTheJob() {
        for (Lease lease : OTHERS) {
            assertFalse(await(() -> parts.finish(lease, 10, bytes("xx"))), lease.toString());
        }
        assertFalse(await(() -> parts.finish(LEASE, 5, bytes("xx"))));

        assertTrue(await(() -> parts.finish(LEASE, 10, bytes("xx"))));

        assertEquals(List.of("done DONE 10", "mine DONE 12 12", "mine too RUNNING 10"), jobs("state, bytes, total"));
        assertEquals(5, kept().size());
    }

    @Test
    void aJobThatIsTriedAgainWaits() {
        for (Lease lease : OTHERS) {
            await(() -> parts.again(lease, "no answer", Duration.ofHours(1)));
        }
        assertEquals(List.of("done DONE", "mine RUNNING", "mine too RUNNING"), jobs("state, reason"));

        await(() -> parts.again(LEASE, "no answer", Duration.ofHours(1)));

        assertEquals(
                List.of("done DONE f", "mine QUEUED no answer t", "mine too RUNNING f"),
                jobs("state, reason, next_attempt_at > now() + interval '30 minutes'"));
    }

    @Test
    void ofAJobThatFailedNothingIsKept() {
        for (Lease lease : OTHERS) {
            await(() -> parts.fail(lease, "INTERNAL", "why"));
        }
        assertEquals(List.of("done DONE", "mine RUNNING", "mine too RUNNING"), jobs("state, code"));

        await(() -> parts.fail(LEASE, "INTERNAL", "why"));

        assertEquals(List.of("done DONE", "mine FAILED INTERNAL", "mine too RUNNING"), jobs("state, code"));
        assertEquals(List.of("mine too 0 abcde", "mine too 5 fghij"), kept());
    }

    @Test
    void bytesAreReadFromAnyPlaceOn() {
        part("mine too", 10, "klmno");

        assertEquals(bytes("01234"), await(() -> parts.read("mine", 0)));
        assertEquals(bytes("789"), await(() -> parts.read("mine", 7)));
        assertNull(await(() -> parts.read("mine", 10)));
        assertNull(await(() -> parts.read("none", 0)));
    }
}
