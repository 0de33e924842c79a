package io.lancang.integration.job.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.integration.RestingService;
import io.lancang.integration.job.JobEntity;
import io.lancang.integration.job.work.JobLeaseRepository.Share;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who works on which jobs: a is the instance that asks, b another one, and d one that is gone. */
@QuarkusTest
@TestProfile(RestingService.Profile.class)
class JobLeaseRepositoryTest extends RestingJobs {
    @Inject
    JobLeaseRepository leases;

    private static List<String> ids(Share share) {
        return share.all().stream().map(JobEntity::id).sorted().toList();
    }

    /** Those whose lease is one of an hour by now. */
    private List<String> leasedAnew() {
        return texts("select id from job where lease_until > now() + interval '30 minutes' order by id");
    }

    @Test
    void anInstanceKeepsWhatItWorksOnAndTakesWhatWaitsOrNobodyWorksOn() {
        job("mine", "one", "RUNNING", 9, "a", 10);
        job("ended", "one", "RUNNING", 8, "d", -1);
        job("waiting", "two", "QUEUED", 7, null, 0);
        job("of b", "one", "RUNNING", 6, "b", 10);
        job("later", "one", "QUEUED", 5, null, 0);
        execute("update job set next_attempt_at = now() + interval '1 minute' where id = 'later'");
        job("done", "one", "DONE", 4, null, -1);
        job("failed", "one", "FAILED", 3, "a", 10);

        Share share = await(() -> leases.share("a", 9));

        assertEquals(List.of("mine"), share.held());
        assertEquals(List.of("ended", "mine", "waiting"), ids(share));
        assertEquals(List.of("ended", "mine", "waiting"), leasedAnew());
        // An attempt counts as failed until it brings something.
        assertEquals(
                List.of("ended 2 RUNNING", "waiting 2 RUNNING"),
                texts("select concat_ws(' ', id, failures, state) from job where failures > 1 order by id"));
    }

    @Test
    void anInstanceTakesAsManyAsItIsFreeForTheOldestFirst() {
        job("young", "one", "QUEUED", 1, null, 0);
        job("oldest", "one", "QUEUED", 3, null, 0);
        job("old", "one", "QUEUED", 2, null, 0);

        assertEquals(List.of(), ids(await(() -> leases.share("a", 0))));
        assertEquals(List.of("old", "oldest"), ids(await(() -> leases.share("a", 2))));
    }

    @Test
    void anInstanceThatLeavesLetsGoOfItsOwnAlone() {
        job("mine", "one", "RUNNING", 9, "a", 10);
        job("of b", "one", "RUNNING", 9, "b", 10);
        job("failed", "one", "FAILED", 9, "a", 10);

        await(() -> leases.leave("a"));

        assertEquals(
                List.of("failed FAILED a 1", "mine QUEUED 0", "of b RUNNING b 1"),
                texts("select concat_ws(' ', id, state, lease_owner, failures) from job order by id"));
    }

    /** They are remembered for seven days; 1,000 go at a time, those that ended first before others. */
    @Test
    void whatEndedLongAgoIsForgottenTheOldestFirst() {
        job("oldest", "one", "FAILED", 9, null, 0);
        job("youngest", "one", "CANCELLED", 9, null, 0);
        job("young", "one", "FAILED", 9, null, 0);
        job("kept", "one", "DONE", 9, null, 0);
        execute("""
                update job set expires_at = now() + interval '1 day',
                               ended_at = now() - case id when 'youngest' then interval '8 days' when 'young' then '6 days' else '60 days' end
                """);
        execute("""
                insert into job (id, client, scopes, export, link, state, created_at, ended_at, next_attempt_at)
                select 'old ' || number, 'two', '', '', 'old ' || number, 'FAILED', day, day, day
                from generate_series(1, 999) number, (select now() - interval '30 days' as day) moment
                """);

        await(leases::cleanUp);
        assertEquals(List.of("kept", "young", "youngest"), texts("select id from job order by id"));

        await(leases::cleanUp);
        assertEquals(List.of("kept", "young"), texts("select id from job order by id"));
    }

    /** 20 go at a time. */
    @Test
    void resultsWhoseTimeIsOverAreThrownAwayTheOldestFirst() {
        for (int number = 1; number <= 21; number++) {
            job("over " + number, "one", "DONE", 1, null, 0);
            part("over " + number, 0, "bytes");
        }
        execute("update job set expires_at = now() - interval '1 hour'");
        execute("update job set expires_at = now() - interval '1 minute' where id = 'over 1'");
        job("kept", "one", "DONE", 1, null, 0);
        job("failed", "one", "FAILED", 1, null, 0);
        execute("update job set expires_at = now() + interval '1 minute' where id = 'kept'");
        execute("update job set expires_at = now() - interval '1 day' where id = 'failed'");
        part("kept", 0, "bytes");

        await(leases::cleanUp);

        assertEquals(
                List.of("failed FAILED", "kept DONE", "over 1 DONE"),
                texts("select id || ' ' || state from job where state <> 'EXPIRED' order by id"));
        assertEquals(List.of("kept", "over 1"), texts("select job from job_part order by job"));
    }
}
