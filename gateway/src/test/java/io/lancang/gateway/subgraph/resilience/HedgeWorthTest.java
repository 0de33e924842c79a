package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HedgeWorthTest {
    private final HedgeWorth worth = new HedgeWorth();

    @Test
    void makesHedgesDearWhenTheyLose() {
        assertEquals(1, worth.cost());
        // (15/16)^21 is 0.258, and (15/16)^22 is 0.242; what is rounded makes no more than one of difference.
        for (int i = 0; i < 20; i++) {
            worth.lost();
        }
        assertEquals(1, worth.cost());
        for (int i = 0; i < 4; i++) {
            worth.lost();
        }
        assertEquals(10, worth.cost());
    }

    @Test
    void makesThemCheapAgainWhenTheyWin() {
        for (int i = 0; i < 100; i++) {
            worth.lost();
        }
        // 1 - (15/16)^5 is 0.276, from nearly nothing.
        for (int i = 0; i < 5; i++) {
            worth.won();
        }
        assertEquals(1, worth.cost());
    }

    @Test
    void keepsThemCheapWhenTwoOfThreeWin() {
        for (int i = 0; i < 100; i++) {
            worth.won();
            worth.lost();
            worth.won();
        }
        assertEquals(1, worth.cost());
    }
}
