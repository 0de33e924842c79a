package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By which rates the figures of {@link SmallWorld} are converted; each expected number has its sum beside it. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldConversionTest extends InSmallWorld {
    private static final String CONVERTED = """
            points { converted(to: CNY) { exports { amount } imports { amount } total { amount } balance { amount }
              rate { cnyPerUsd origin source { id } } } }""";

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

    /** In 1904 the exports of QMA are in the dataset without precedence alone, in both currencies and from another source. */
    @Test
    void aRateIsOfTheDatasetWhoseAmountsCount() {
        JsonPath own = converted(partner("QMA", "(from: 1904, to: 1904)", CONVERTED));

        assertNull(own.get("exports"));
        assertEquals(297, own.getDouble("imports.amount"));
        // 297 for 33
        assertEquals(9, own.getDouble("rate.cnyPerUsd"), EXACT);
        assertEquals("IMF_DOTS_2022", own.getString("rate.source.id"));
    }

    @Test
    void aConversionIsByTheAverageRateWhereAMemberHasNoAmountOfItsOwn() {
        JsonPath averaged = converted(bloc("(from: 1902, to: 1902)", CONVERTED));

        // (120 + 45) * 9 and (60 + 15) * 9
        assertEquals(1485, averaged.getDouble("exports.amount"));
        assertEquals(675, averaged.getDouble("imports.amount"));
    }

    /** The 3 + 2 yuan of QMH are less than half a dollar each, which is none: they imply no rate. */
    @Test
    void aConversionOfNothingIsByTheAverageRate() {
        JsonPath none = converted(partner("QMH", "(from: 1901, to: 1901)", CONVERTED));

        assertEquals(0, none.getDouble("total.amount"));
        assertEquals(8, none.getDouble("rate.cnyPerUsd"), EXACT);
        assertEquals("PERIOD_AVERAGE", none.getString("rate.origin"));
    }

    /** In yuan the dataset has the 830 of QMA alone, in dollars 100, 30 and 16. */
    @Test
    void aSumIsConvertedAsAWholeWhereTheDatasetHasAPartOfItInTheCurrency() {
        JsonPath rows = Graph.data("""
                        { tradeSummary(filter: {partners: ["QMA", "QMB", "QMC"], flows: [EXPORTS], from: 1901, to: 1901,
                                                datasets: ["trade_annual"]}, groupBy: [PERIOD], convertTo: CNY) {
                            rows { currency sum { amount } cnyPerUsd } } }
                        """).setRootPath("data.tradeSummary.rows");

        assertEquals(List.of("CNY"), rows.getList("currency"));
        // (100 + 30 + 16) * 8
        assertEquals(1168, rows.getDouble("[0].sum.amount"), EXACT);
        assertEquals(8, rows.getDouble("[0].cnyPerUsd"), EXACT);
    }

    private static JsonPath converted(JsonPath series) {
        return series.setRootPath("data.it.trade.points[0].converted");
    }
}
