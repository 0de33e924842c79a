package io.lancang.integration.webhook.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.integration.RestingService;
import io.lancang.integration.webhook.RestingWebhooks;
import io.lancang.integration.webhook.outbox.OutboxRepository.Lease;
import io.lancang.integration.webhook.outbox.OutboxRepository.Taken;
import io.lancang.kit.entity.OwnSession;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the deliveries of two webhooks that the instance a works on. */
@QuarkusTest
@TestProfile(RestingService.Profile.class)
class OutboxRepositoryTest extends RestingWebhooks {
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2100-01-01T00:00:00Z");
    private static final Lease LEASE = new Lease("w", "a", 3);
    private static final DeliveryAttempt ATTEMPT =
            new DeliveryAttempt(OffsetDateTime.parse("2026-12-03T10:00:00Z"), 200, 5, null, null);

    @Inject
    OutboxRepository outbox;

    /** What is written of a delivery that was tried. */
    @FunctionalInterface
    private interface Outcome {
        Uni<Boolean> write(Lease lease, Due due);
    }

    @BeforeEach
    void write() {
        webhook("w", "ACTIVE", "a", 10);
        webhook("other", "ACTIVE", "a", 10);
        webhook("paused", "PAUSED", "a", 10);
        for (String each : List.of("w", "other", "paused")) {
            delivery(each, each + " 1", "PENDING", 1);
            delivery(each, each + " 2", "PENDING", 1);
        }
    }

    private void delivery(String webhook, String id, String state, int daysAgo) {
        execute("""
                insert into delivery (id, webhook, event, payload, state, created_at, due_since, next_attempt_at)
                select '%1$s', '%2$s', 'e', '', '%3$s', day, day, day from (select now() - interval '%4$d days' as day) moment
                """.formatted(id, webhook, state, daysAgo));
    }

    private static Due due(String id) {
        return new Due(id, "", LATER, LATER, 0, "[]");
    }

    private List<String> tried() {
        return texts("select concat_ws(' ', id, state, attempt_count, next_attempt_at = '" + LATER
                + "') from delivery where attempt_count > 0 or state <> 'PENDING' order by id");
    }

    private String counts(String webhook) {
        return texts(
                        "select concat_ws(' ', failures, parked_in_a_row, last_delivered_at is not null) from webhook where id = '"
                                + webhook + "'")
                .getFirst();
    }

    /** Whoever lost the lease, read an earlier revision, or names a delivery of another webhook, writes nothing. */
    private void isOnlyWrittenUnderTheLease(Outcome outcome) {
        List<Lease> others = List.of(
                new Lease("w", "b", 3), new Lease("w", "a", 2), new Lease("none", "a", 3), new Lease("other", "a", 3));
        for (Lease lease : others) {
            assertFalse(await(() -> outcome.write(lease, due("w 1"))), lease.toString());
        }
        assertFalse(await(() -> outcome.write(new Lease("paused", "a", 3), due("paused 1"))));
        assertEquals(List.of(), tried());
        assertEquals("4 2 f", counts("w"));
        assertTrue(await(() -> outcome.write(LEASE, due("w 1"))));
    }

    /** A webhook whose receiver takes something has failed no more. */
    @Test
    void whatAReceiverTakesIsDelivered() {
        isOnlyWrittenUnderTheLease((lease, due) -> outbox.taken(lease, due, ATTEMPT));

        assertEquals(List.of("w 1 DELIVERED 1 f"), tried());
        assertEquals("0 0 t", counts("w"));
    }

    @Test
    void whatAReceiverDoesNotTakeIsTriedAgainAtItsMoment() {
        isOnlyWrittenUnderTheLease((lease, due) -> outbox.again(lease, due, ATTEMPT, LATER));

        assertEquals(List.of("w 1 PENDING 1 t"), tried());
        assertEquals("5 2 f", counts("w"));
    }

    @Test
    void whatAReceiverNeverTakesIsParked() {
        isOnlyWrittenUnderTheLease((lease, due) -> outbox.parked(lease, due, ATTEMPT));

        assertEquals(List.of("w 1 PARKED 1 f"), tried());
        assertEquals("5 3 f", counts("w"));
    }

    /** Numbers grow in the order of the events, whichever ids they have. */
    @Test
    void eventsAreKeptOnceInTheirOrderWithThePlaceOfTheLast() {
        List<Taken> events = Stream.of("z", "y", "x")
                .map(id -> new Taken(id, "e " + id, "{}"))
                .toList();

        assertFalse(await(() -> outbox.add(new Lease("w", "a", 2), events)));
        assertTrue(await(() -> outbox.add(LEASE, events)));
        assertTrue(await(() -> outbox.add(LEASE, events)));

        assertEquals(
                List.of("w 1", "w 2", "z", "y", "x"),
                texts("select id from delivery where webhook = 'w' order by number"));
        assertEquals(List.of("e x"), texts("select place from webhook where id = 'w'"));
        assertEquals(List.of("e0"), texts("select distinct place from webhook where id <> 'w'"));
    }

    /** What waits goes on waiting. */
    @Test
    void whatWasTakenOrParkedSinceAMomentIsPutBack() {
        delivery("w", "w 3", "PENDING", 1);
        delivery("w", "w 4", "DELIVERED", 1);
        execute("""
                update delivery set created_at = '2026-01-05T00:00:00Z', next_attempt_at = '2100-01-01T00:00:00Z',
                                    state = case id when 'w 3' then 'PENDING' when 'w 1' then 'PARKED' else 'DELIVERED' end
                """);
        execute("update delivery set created_at = created_at - interval '1 second' where id = 'w 2'");

        OffsetDateTime since = OffsetDateTime.parse("2026-01-05T00:00:00Z");
        assertEquals(2, await(() -> OwnSession.write(() -> outbox.replay("w", since))));

        assertEquals(
                List.of("w 1 PENDING f", "w 2 DELIVERED t", "w 3 PENDING t", "w 4 PENDING f"),
                texts("select concat_ws(' ', id, state, next_attempt_at = '" + LATER
                        + "') from delivery where webhook = 'w' order by id"));
        assertEquals(
                List.of("DELIVERED"),
                texts("select distinct state from delivery where webhook in ('other', 'paused')"));
    }

    /** It is kept for seven days; 5,000 go at a time, the oldest first, of whichever webhook. */
    @Test
    void whatEndedLongAgoIsForgottenTheOldestFirst() {
        delivery("w", "oldest", "DELIVERED", 60);
        delivery("w", "youngest", "PARKED", 8);
        delivery("w", "young", "PARKED", 6);
        delivery("w", "waiting", "PENDING", 60);
        execute("""
                insert into delivery (id, webhook, event, payload, state, created_at, due_since, next_attempt_at)
                select 'old ' || number, 'other', 'e', '', 'DELIVERED', day, day, day
                from generate_series(1, 4999) number, (select now() - interval '30 days' as day) moment
                """);

        assertEquals(5_000, await(outbox::forget));
        assertEquals(
                List.of("waiting", "young", "youngest"),
                texts("select id from delivery where id not like '% _' order by id"));
        assertEquals(1, await(outbox::forget));
    }
}
