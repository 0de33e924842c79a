package io.lancang.trade.sdmx.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {
    /** 40,000 and fewer are sorted, and up to 400,000 that lie further apart than every fourth. */
    @ParameterizedTest
    @CsvSource({
        "40000, 40000, false",
        "40001, 40001, true",
        "100000, 400000, true",
        "100000, 400001, false",
        "400000, 20000000, false",
        "400001, 20000000, true"
    })
    void isReadAsIndexedWhereManyFiguresLieCloseToEachOther(long asked, long among, boolean isReadAsIndexed) {
        assertEquals(isReadAsIndexed, new Spread(asked, among).isReadAsIndexed());
    }
}
