package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BudgetTest {
    @Test
    void givesOneAdditionalRequestForTwentyUsualOnes() {
        Budget budget = new Budget(0.05, 0, 10);
        for (int i = 0; i < 19; i++) {
            budget.earn();
        }
        assertFalse(budget.take());
        budget.earn(); // 20 * 0.05 = 1
        assertTrue(budget.take());
        assertFalse(budget.take());
    }

    @Test
    void takesAllThatOneCostsOrNothing() {
        Budget budget = new Budget(1, 3, 3);
        assertFalse(budget.take(4, 0));
        assertTrue(budget.take(2, 0));
        assertFalse(budget.take(2, 0));
        assertTrue(budget.take(1, 0));
    }

    @Test
    void leavesOthersWhatIsKeptForThem() {
        Budget budget = new Budget(1, 5, 5);
        assertFalse(budget.take(3, 3));
        assertTrue(budget.take(2, 3));
        assertFalse(budget.take(1, 3));
        assertTrue(budget.take());
    }

    @Test
    void keepsNoMoreThanItsBound() {
        Budget budget = new Budget(1, 0, 2);
        for (int i = 0; i < 5; i++) {
            budget.earn();
        }
        assertTrue(budget.take());
        assertTrue(budget.take());
        assertFalse(budget.take());
    }
}
