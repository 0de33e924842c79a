package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.TestConfig;
import io.lancang.gateway.subgraph.Uncounted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows from a subgraph's latest requests, where one part asks another. */
class ResilienceTest {
    private static final long SECOND = 1_000;
    private final RuntimeException away = new IllegalStateException("away");

    @Test
    void waitsForNoAttemptThatWouldComeAfterTheDeadline() {
        Resilience resilience = with(Map.of());

        assertEquals(Resilience.NEVER, resilience.retryMillis(1, SECOND, SECOND));
        assertEquals(SECOND, resilience.retryMillis(1, SECOND, SECOND + 1));
    }

    @Test
    void waitsForNoSubgraphThatWantsToBeLeftAloneForLongerThanAnOutageIsBridged() {
        Resilience resilience = with(Map.of("retry.bridge", "5s"));

        assertEquals(5 * SECOND, resilience.retryMillis(1, 5 * SECOND, 60 * SECOND));
        assertEquals(Resilience.NEVER, resilience.retryMillis(1, 5 * SECOND + 1, 60 * SECOND));
    }

    @Test
    void makesNoMoreAttemptsThanMayBe() {
        Resilience resilience = with(Map.of("retry.max-attempts", "3"));

        assertEquals(SECOND, resilience.retryMillis(2, SECOND, 60 * SECOND));
        assertEquals(Resilience.NEVER, resilience.retryMillis(3, SECOND, 60 * SECOND));
    }

    @Test
    void makesNoAttemptAgainOnceTheSubgraphIsAwayForLongerThanAnOutageIsBridged() {
        Resilience resilience = with(Map.of("retry.bridge", "0s"));
        assertTrue(resilience.breakerMillis(60 * SECOND) > 0);

        resilience.failed(/* server= */ null, 1, away);
        awaitAnotherNanosecond();

        assertEquals(Resilience.NEVER, resilience.retryMillis(1, 0, 60 * SECOND));
        assertEquals(Resilience.NEVER, resilience.breakerMillis(60 * SECOND));
    }

    /** There are twenty at first, ten of which are for others, and each usual request earns a twentieth of another. */
    @Test
    void sendsSecondRequestsOutOfTheBudgetThatUsualOnesEarn() {
        Resilience resilience = with(Map.of());
        for (int hedge = 0; hedge < 10; hedge++) {
            assertTrue(resilience.mayHedge(/* isVeryLate= */ false));
        }
        assertFalse(resilience.mayHedge(/* isVeryLate= */ false));

        for (int usual = 0; usual < 20; usual++) {
            resilience.begun();
        }

        assertTrue(resilience.mayHedge(/* isVeryLate= */ false));
        assertFalse(resilience.mayHedge(/* isVeryLate= */ false));
    }

    /** Twenty at first: 100 that were lost make one that is a little late count for ten, and leave one of those; ten are kept. */
    @Test
    void keepsSecondRequestsForWhatIsVeryLateHoweverManyWereLost() {
        Resilience resilience = with(Map.of());
        for (int hedge = 0; hedge < 100; hedge++) {
            resilience.hedgeLost();
        }
        assertTrue(resilience.mayHedge(/* isVeryLate= */ false));
        assertFalse(resilience.mayHedge(/* isVeryLate= */ false));

        for (int hedge = 0; hedge < 10; hedge++) {
            assertTrue(resilience.mayHedge(/* isVeryLate= */ true));
        }
        assertFalse(resilience.mayHedge(/* isVeryLate= */ true));
    }

    @Test
    void sendsNoSecondRequestToASubgraphThatIsKeptFree() {
        Resilience resilience = with(Map.of());
        for (int request = 0; request < 20; request++) {
            assertTrue(resilience.enter());
            resilience.failed(/* server= */ null, 1, away);
        }

        assertFalse(resilience.enter(), "the breaker is open");
        assertFalse(resilience.mayHedge(/* isVeryLate= */ false));
        assertFalse(resilience.mayHedge(/* isVeryLate= */ true));
    }

    @Test
    void countsAnAttemptThatWasOvertakenAsNeitherGoodNorBad() {
        Resilience resilience =
                with(Map.of("breaker.min-requests", "2", "breaker.window", "2", "breaker.failure-share", "0.5"));
        assertTrue(resilience.enter());
        resilience.overtaken(/* server= */ null, /* faster= */ null, 1);
        assertTrue(resilience.enter());
        resilience.failed(/* server= */ null, 1, away);
        assertTrue(resilience.enter(), "one failure is too few to decide by");
        resilience.succeeded(/* server= */ null, 1);

        assertFalse(resilience.enter(), "one of two failed");
    }

    @Test
    void waitsForALateAnswerAsLongAsThoseThatWereGivenUpTook() {
        Resilience resilience = with(Map.of());
        for (int answer = 0; answer < 64; answer++) {
            resilience.overtaken(/* server= */ null, /* faster= */ null, 100_000_000);
        }

        // 2^26 <= 100,000,000 < 2^27, in steps of 2^23: the fourth ends at 12 * 2^23.
        assertEquals(100_663_296, resilience.hedgeNanos());
    }

    private static Resilience with(Map<String, String> keys) {
        Map<String, String> full = new HashMap<>();
        keys.forEach((key, value) -> full.put("traffic.resilience." + key, value));
        return new Resilience("trade", TestConfig.with(full).traffic().resilience(), List.of(), new Uncounted());
    }

    private static void awaitAnotherNanosecond() {
        long now = System.nanoTime();
        while (System.nanoTime() == now) {
            Thread.onSpinWait();
        }
    }
}
