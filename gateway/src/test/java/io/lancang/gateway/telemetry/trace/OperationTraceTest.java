package io.lancang.gateway.telemetry.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.PlanStep;
import io.lancang.gateway.telemetry.RequestOutcome;
import org.junit.jupiter.api.Test;

/** The bounds of what is written down. */
class OperationTraceTest {
    private static final PlanStep STEP = new PlanStep(0, 0);

    private final OperationTrace trace = TestTraces.silent();

    @Test
    void writesSoManyRequestsDownAndCountsTheOthers() {
        for (int i = 0; i < TracedRun.MAX_FETCHES; i++) {
            assertNotNull(trace.begin(STEP, "trade", 1));
        }
        assertNull(trace.begin(STEP, "trade", 1));
        assertNull(trace.begin(STEP, "trade", 1));

        assertEquals(256, TestTraces.requests(trace, 0).size());
        assertEquals(2, trace.report("the plan").get("requestsLeftOut"));
    }

    @Test
    void writesSoManyAttemptsDown() {
        RecordedFetch fetch = trace.begin(STEP, "trade", 1);
        assertNotNull(fetch);
        for (int i = 0; i < 20; i++) {
            fetch.attempt(/* isHedge= */ false);
        }

        assertSame(Untraced.UNTRACED, fetch.attempt(/* isHedge= */ false));
        assertEquals(20, TestTraces.attempts(trace).size());
    }

    @Test
    void showsNoMoreOfAPlanThanAnybodyReads() {
        String plan = String.valueOf(trace.report("p".repeat(70_000)).get("plan"));

        assertEquals(65_537, plan.length());
        assertTrue(plan.endsWith("p…"));
    }

    @Test
    void findsTheRequestThatWasBegunLastForAStep() {
        trace.begin(STEP, "trade", 1);
        RecordedFetch other = trace.begin(new PlanStep(1, 0), "corridor", 1);
        RecordedFetch again = trace.begin(STEP, "trade", 1);

        assertSame(again, trace.latest(STEP));
        assertSame(other, trace.latest(new PlanStep(1, 0)));
        assertSame(Untraced.UNTRACED, trace.latest(new PlanStep(2, 1)));
        assertSame(Untraced.UNTRACED, trace.latest(null));
    }

    @Test
    void givesUpWhatHasNotEndedWithTheOperation() {
        trace.begin(STEP, "trade", 1);

        trace.ended(RequestOutcome.ABANDONED);

        assertEquals("left", TestTraces.requests(trace, 0).getFirst().get("outcome"));
        assertNull(trace.begin(STEP, "trade", 1));
    }
}
