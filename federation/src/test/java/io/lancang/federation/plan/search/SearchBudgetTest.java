package io.lancang.federation.plan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.plan.query.PlanningException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SearchBudgetTest {
    private final AtomicLong clock = new AtomicLong(1_000);

    @Test
    void givesOneAlternativeLessThanItHasChoices() {
        SearchBudget budget = budget(3);

        assertTrue(budget.spend());
        assertTrue(budget.spend());
        // The third choice was the last.
        assertFalse(budget.spend());
        assertFalse(budget.spend());
    }

    @Test
    void letsTheSearchGoOnWhileThereAreChoices() {
        SearchBudget budget = budget(2);
        assertTrue(budget.step());
        budget.spend();
        assertTrue(budget.step());
        budget.spend();

        assertFalse(budget.step());
        assertEquals(3, budget.steps());
        assertFalse(budget.isOutOfTime(), "it was not the clock");
    }

    @Test
    void looksAtTheClockAtEverySixteenthStep() {
        SearchBudget budget = budget(2);
        clock.addAndGet(21);
        for (int step = 1; step < 16; step++) {
            assertTrue(budget.step(), "nobody looks at the clock yet");
        }

        assertFalse(budget.step(), "21 ns are more than the 20 that the search has");
        assertTrue(budget.isOutOfTime());
        assertFalse(budget.spend());
    }

    @Test
    void isNotOutOfTimeAtTheLastMoment() {
        SearchBudget budget = budget(2);
        clock.addAndGet(20);

        steps(budget, 16);

        assertFalse(budget.isOutOfTime());
        assertTrue(budget.spend());
    }

    @Test
    void refusesWhenTheFirstPlanTakesTooLong() {
        SearchBudget budget = budget(2);
        clock.addAndGet(Duration.ofMillis(7).toNanos());
        steps(budget, 16);
        clock.incrementAndGet();
        steps(budget, 15);

        PlanningException refused = assertThrows(PlanningException.class, budget::step);
        assertEquals("LIMIT_EXCEEDED", refused.error().code());
        assertEquals(
                "The operation takes more than 7 ms to plan. Ask for less, or in several requests.",
                refused.getMessage());
    }

    private static void steps(SearchBudget budget, int count) {
        for (int step = 0; step < count; step++) {
            budget.step();
        }
    }

    private SearchBudget budget(int choices) {
        return new SearchBudget(
                choices, Duration.ofNanos(20), Duration.ofMillis(7), clock::get, TimeBudget.unlimited());
    }
}
