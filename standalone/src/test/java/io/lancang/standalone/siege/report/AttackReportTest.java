package io.lancang.standalone.siege.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.standalone.siege.canary.Latencies;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttackReportTest {
    private static final long MEGABYTE = 1 << 20;
    private static final Latencies FAST = Latencies.of(Collections.nCopies(100, 2_000_000L), 0);

    @Test
    void findsNoFaultInASetThatHeld() {
        assertEquals(List.of(), report(FAST, FAST, true, memory(50), memory(62)).faults());
    }

    @Test
    void namesAProcessThatDied() {
        assertEquals(
                List.of("gateway died or no longer answers"),
                report(FAST, FAST, false, memory(50), null).faults());
    }

    @Test
    void namesAProcessThatKeepsMoreThanAFifth() {
        assertEquals(
                List.of("gateway keeps memory"),
                report(FAST, FAST, true, memory(50), memory(64)).faults());
    }

    @Test
    void namesClientsThatGotNoAnswer() {
        Latencies failed = Latencies.of(List.of(1_000_000L), 1);

        assertEquals(
                List.of("canary got no answer 1 times", "new documents refused: 200 LIMIT_EXCEEDED"),
                report(failed, failed, true, memory(50), memory(50)).faults());
    }

    @Test
    void callsACanarySlowThatTakesATenthOfASecondMoreThanAtRest() {
        assertFalse(report(Latencies.of(List.of(102_000_000L), 0), FAST, true, null, null)
                .delaysCanary(FAST));
        assertTrue(report(Latencies.of(List.of(102_000_001L), 0), FAST, true, null, null)
                .delaysCanary(FAST));
    }

    @Test
    void countsAPauseByTheSlowAnswersInIt() {
        Latencies latencies = Latencies.of(List.of(5L, 1L, 4L, 2L, 3L), 0);

        assertEquals(3, latencies.quantile(0.5).toNanos());
        assertEquals(5, latencies.quantile(0.99).toNanos());
        assertEquals(5, latencies.worst().toNanos());
    }

    private static AttackReport report(
            Latencies canary,
            Latencies newDocuments,
            boolean survived,
            @Nullable ProcessMemory before,
            @Nullable ProcessMemory after) {
        return new AttackReport(
                "any",
                "anything",
                "200 ×1",
                canary,
                newDocuments,
                newDocuments.failed() > 0 ? List.of("200 LIMIT_EXCEEDED") : List.of(),
                List.of(new Part("gateway", survived, before, after)));
    }

    private static ProcessMemory memory(long megabytes) {
        return new ProcessMemory(megabytes * MEGABYTE, 2 * megabytes * MEGABYTE);
    }
}
