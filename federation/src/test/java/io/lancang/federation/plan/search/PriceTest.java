package io.lancang.federation.plan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PriceTest {
    @Test
    void addsPricesAndWaitsForTheLater() {
        assertEquals(new Price(30, 2), new Price(10, 2).plus(new Price(20, 1)));
        assertEquals(new Price(30, 2), new Price(20, 1).plus(new Price(10, 2)));
        assertEquals(new Price(10, 2), Price.NOTHING.plus(new Price(10, 2)));
    }
}
