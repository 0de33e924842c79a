package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** By which rates the figures of {@link SmallWorld} are converted; each expected number has its sum beside it. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldConversionTest extends InSmallWorld {
    private static final String CONVERTED = """
            points { converted(to: CNY) { exports { amount } imports { amount } total { amount } balance { amount }
              rate { cnyPerUsd origin } } }""";

    @Test
    void aConversionIsTheDatasetsOwnWhereItHasEveryFlow() {
        JsonPath own = converted(partner("QMA", "(from: 1902, to: 1902)", CONVERTED));

        assertEquals(996, own.getDouble("exports.amount"));
        assertEquals(498, own.getDouble("imports.amount"));
        assertEquals(1494, own.getDouble("total.amount"));
        assertEquals(498, own.getDouble("balance.amount"));
        // 1,494 for 180
        assertEquals(8.3, own.getDouble("rate.cnyPerUsd"), EXACT);
        assertEquals("IMPLIED_BY_DATASET", own.getString("rate.origin"));
    }

    @Test
    void aConversionIsByTheAverageRateWhereTheDatasetHasOneFlowOfTwo() {
        JsonPath averaged = converted(partner("QMA", "(from: 1901, to: 1901)", CONVERTED));

        assertEquals(800, averaged.getDouble("exports.amount"));
        assertEquals(400, averaged.getDouble("imports.amount"));
        assertEquals(1200, averaged.getDouble("total.amount"));
        assertEquals(8, averaged.getDouble("rate.cnyPerUsd"), EXACT);
        assertEquals("PERIOD_AVERAGE", averaged.getString("rate.origin"));
    }

    @Test
    void aConversionIsTheDatasetsOwnWhereThePointHasOneFlow() {
        JsonPath own = converted(partner("QMD", "(from: 1901, to: 1901)", CONVERTED));

        assertEquals(205, own.getDouble("exports.amount"));
        assertNull(own.get("total"));
        // 205 for 25
        assertEquals(8.2, own.getDouble("rate.cnyPerUsd"), EXACT);
    }

    @Test
    void aConversionIsByTheAverageRateWhereAMemberHasNoAmountOfItsOwn() {
        JsonPath averaged = converted(bloc("(from: 1902, to: 1902)", CONVERTED));

        // (120 + 45) * 9 and (60 + 15) * 9
        assertEquals(1485, averaged.getDouble("exports.amount"));
        assertEquals(675, averaged.getDouble("imports.amount"));
    }

    private static JsonPath converted(JsonPath series) {
        return series.setRootPath("data.it.trade.points[0].converted");
    }
}
