package io.lancang.integration.webhook.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.integration.RestingService;
import io.lancang.integration.webhook.RestingWebhooks;
import io.lancang.integration.webhook.outbox.OutboxRepository.Lease;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who works on which webhooks: a is the instance that asks, b another one, and c and d were there two and five hours ago. */
@QuarkusTest
@TestProfile(RestingService.Profile.class)
class LeaseRepositoryTest extends RestingWebhooks {
    @Inject
    LeaseRepository leases;

    private void worker(String id, int hoursAgo) {
        execute("insert into webhook_worker values ('" + id + "', now() - interval '" + hoursAgo + " hours')");
    }

    private List<String> ownedBy(String owner) {
        return texts("select id from webhook where lease_owner = '" + owner + "' order by id");
    }

    /** Those whose lease is one of an hour by now. */
    private List<String> leasedAnew() {
        return texts("select id from webhook where lease_until > now() + interval '30 minutes' order by id");
    }

    @Test
    void anInstanceAloneKeepsWhatItWorksOnAndTakesWhatNobodyWorksOn() {
        webhook("mine", "ACTIVE", "a", 10);
        webhook("of nobody", "ACTIVE", null, -1);
        webhook("ended", "ACTIVE", "d", -1);
        webhook("of b", "ACTIVE", "b", 10);
        webhook("paused", "PAUSED", null, -1);
        webhook("my paused", "PAUSED", "a", 10);

        assertEquals(
                Set.of("mine", "of nobody", "ended"),
                await(() -> leases.share("a")).keySet());
        assertEquals(List.of("ended", "mine", "of nobody"), leasedAnew());
        assertEquals(List.of("ended", "mine", "my paused", "of nobody"), ownedBy("a"));
        assertEquals(List.of("of b"), ownedBy("b"));
    }

    @Test
    void whatIsWorkedOnComesWithItsRevision() {
        webhook("mine", "ACTIVE", "a", 10);

        assertEquals(3, await(() -> leases.share("a")).get("mine"));
    }

    /** Six are active and two instances there: three each. Those go first whose lease ended first. */
    @Test
    void anInstanceTakesNoMoreThanItsShare() {
        worker("b", 0);
        worker("c", 2);
        worker("d", 5);
        webhook("1 minute", "ACTIVE", "d", -1);
        webhook("4 minutes", "ACTIVE", "d", -4);
        webhook("2 minutes", "ACTIVE", "d", -2);
        webhook("3 minutes", "ACTIVE", "d", -3);
        webhook("of b", "ACTIVE", "b", 10);
        webhook("of b too", "ACTIVE", "b", 10);
        webhook("paused", "PAUSED", "a", 10);
        webhook("paused too", "PAUSED", null, -1);

        assertEquals(
                Set.of("4 minutes", "3 minutes", "2 minutes"),
                await(() -> leases.share("a")).keySet());
        assertEquals(List.of("a", "b", "c"), texts("select id from webhook_worker order by id"));
    }

    /** Four are active: two each. */
    @Test
    void anInstanceGivesAwayWhatIsMoreThanItsShare() {
        worker("b", 0);
        webhook("1", "ACTIVE", "b", 10);
        webhook("2", "PAUSED", "a", 10);
        webhook("3", "ACTIVE", "a", 10);
        webhook("4", "ACTIVE", "a", 10);
        webhook("5", "ACTIVE", "a", 10);

        assertEquals(Set.of("4", "5"), await(() -> leases.share("a")).keySet());
        assertEquals(List.of("2", "4", "5"), ownedBy("a"));
        assertEquals(List.of("1"), ownedBy("b"));
        assertEquals(List.of("3"), texts("select id from webhook where lease_owner is null and lease_until is null"));
    }

    @Test
    void anInstanceThatLeavesLetsGoOfItsOwnAlone() {
        worker("a", 0);
        worker("b", 0);
        webhook("mine", "ACTIVE", "a", 10);
        webhook("of b", "ACTIVE", "b", 10);

        await(() -> leases.leave("a"));

        assertEquals(List.of(), ownedBy("a"));
        assertEquals(List.of("of b"), ownedBy("b"));
        assertEquals(List.of("b"), texts("select id from webhook_worker"));
    }

    @Test
    void whatHindersIsNotedOfAWebhookByWhomItsLeaseIs() {
        webhook("mine", "ACTIVE", "a", 10);
        webhook("mine too", "ACTIVE", "a", 10);

        await(() -> leases.notice(new Lease("mine", "b", 3), "of another instance"));
        await(() -> leases.notice(new Lease("mine", "a", 2), "of an earlier revision"));
        assertEquals(List.of(), texts("select id from webhook where notice is not null"));

        await(() -> leases.notice(new Lease("mine", "a", 3), "no answer"));
        assertEquals(
                List.of("mine no answer"), texts("select id || ' ' || notice from webhook where notice is not null"));
    }
}
