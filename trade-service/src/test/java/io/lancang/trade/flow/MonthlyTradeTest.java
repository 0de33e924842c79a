package io.lancang.trade.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MonthlyTradeTest extends TradeServiceTest {
    private static final String POINT = """
            period { frequency year month start end } exports { amount currency quality } imports { amount }
            total { amount } growth growthOnYear growthOnYearGap { reason } shareOfChina rank gap { reason detail }
            yearToDate { months exports { amount } imports { amount } total { amount quality } growthOnYear gap { reason } }
            """;

    @Test
    void tellsTheMonthsOf2024InYuan() {
        JsonPath points = points("LAO", "from: 2024, to: 2024");

        assertEquals(IntStream.rangeClosed(1, 12).boxed().toList(), points.getList("period.month"));
        assertEquals("2024-02-29", points.getString("[1].period.end"));
        assertEquals("CNY", points.getString("[0].exports.currency"));
        assertEquals("REPORTED", points.getString("[0].exports.quality"));
        assertEquals("DERIVED", points.getString("[2].exports.quality"));
        // 73 countries traded more with China in January.
        assertEquals(74, points.getInt("[0].rank"));
    }

    @Test
    void sumsFromJanuaryOn() {
        JsonPath march = points("LAO", "from: 2024, to: 2024").setRootPath("data.partner.trade.points[2].yearToDate");

        assertEquals(3, march.getInt("months"));
        assertEquals(6_712_560_000L, march.getLong("exports.amount"));
        assertEquals(8_147_140_000L, march.getLong("imports.amount"));
        assertEquals(14_859_700_000L, march.getLong("total.amount"));
        assertNull(march.get("growthOnYear"));
    }

    @Test
    void growsOnTheMonthBeforeAndOnTheMonthAYearEarlier() {
        JsonPath points = points("WORLD", "from: 2014, to: 2014");

        // January 2014 against December and January 2013.
        // Billions of yuan: 2,337.1 against 2,388.8, and against 2,178.6.
        assertEquals(100 * (2_337.1 - 2_388.8) / 2_388.8, points.getDouble("[0].growth"), 1e-9);
        assertEquals(100 * (2_337.1 - 2_178.6) / 2_178.6, points.getDouble("[0].growthOnYear"), 1e-9);
        // All of 2014 against all of 2013.
        assertEquals(100 * (26_424.4 - 25_816.8) / 25_816.8, points.getDouble("[11].yearToDate.growthOnYear"), 1e-9);
    }

    /**
     * The world's months of 2025 are of the table of totals alone, those of 2024 of the table by partner, which comes first. In millions
     * of yuan, exports and imports of January to March 2025: 2,335,478.28 + 1,337,609.33 = 3,673,087.61, then 1,545,732.52 +
     * 1,317,537.68 = 2,863,270.20, then 2,251,491.18 + 1,514,767.40 = 3,766,258.58; together 10,302,616.39.
     */
    @Test
    void monthsAndQuartersOfOneDatasetDoNotGrowOnThoseOfAnother() {
        JsonPath trade = Graph.data("""
                { partner(code: "WORLD") { trade(frequency: MONTHLY, from: 2025, to: 2025) {
                    points { period { month } total { amount } growth growthGap { reason detail } growthOnYear growthOnYearGap { reason }
                      growthDetail(on: YEAR_EARLIER) { percent from { total { amount } } gap { reason } } }
                    quarters { total { amount } growthOnYear growthGap { reason } } } } }
                """).setRootPath("data.partner.trade");

        assertEquals(3_673_087_610_000L, trade.getLong("points[0].total.amount"));
        assertNull(trade.get("points[0].growth"));
        assertEquals("COMPOSITION_CHANGED", trade.getString("points[0].growthGap.reason"));
        assertEquals(
                "The figures of 2024-12 and 2025-01 are of different datasets, which do not compare.",
                trade.getString("points[0].growthGap.detail"));
        assertNull(trade.get("points[0].growthOnYear"));
        assertEquals("COMPOSITION_CHANGED", trade.getString("points[0].growthOnYearGap.reason"));
        assertNull(trade.get("points[0].growthDetail.percent"));
        // January 2024 by partner: 2,186,228.34 + 1,577,336.50
        assertEquals(3_763_564_840_000L, trade.getLong("points[0].growthDetail.from.total.amount"));
        // February on January, both of the table of totals
        assertEquals(100 * (2_863_270.20 - 3_673_087.61) / 3_673_087.61, trade.getDouble("points[1].growth"), 1e-9);
        assertEquals(10_302_616_390_000L, trade.getLong("quarters[0].total.amount"));
        assertNull(trade.get("quarters[0].growthOnYear"));
        assertEquals("COMPOSITION_CHANGED", trade.getString("quarters[0].growthGap.reason"));
    }

    @Test
    void hasNoGrowthOnAYearThatIsNotThere() {
        JsonPath points = points("LAO", "from: 2024, to: 2024");

        assertNull(points.get("[0].growthOnYear"));
        assertEquals("NO_BASE", points.getString("[0].growthOnYearGap.reason"));
    }

    @Test
    void sumsNoYearWithAMonthMissing() {
        // January and February 2020 are in no dataset.
        JsonPath september = points("WORLD", "from: 2020, to: 2020")
                .setRootPath("data.partner.trade.points.find { it.period.month == 9 }");

        assertEquals(3_066_300_000_000L, september.getLong("total.amount"));
        assertNull(september.get("yearToDate.total"));
        assertEquals("PART_OF_PERIOD", september.getString("yearToDate.gap.reason"));
    }

    @Test
    void reportsMonthsByPartnerFor2024Only() {
        JsonPath point = points("LAO", "from: 2019, to: 2019").setRootPath("data.partner.trade.points[0]");

        assertEquals("NOT_COVERED", point.getString("gap.reason"));
        assertTrue(point.getString("gap.detail").contains("2019-01"));
    }

    @Test
    void addsTheMonthsOfMembers() {
        JsonPath points = Graph.data("""
                        { bloc(code: "ASEAN") { trade(from: 2024, to: 2024, frequency: MONTHLY) {
                            points { period { month } total { amount quality } } } } }
                        """).setRootPath("data.bloc.trade.points");

        assertEquals(12, points.getList("period.month").size());
        // The sum of both flows with the ten members of that year.
        assertEquals(573_813_920_000L, points.getLong("[0].total.amount"));
        assertEquals("DERIVED", points.getString("[0].total.quality"));
    }

    @Test
    void refusesSumsFromJanuaryOnAsASeries() {
        JsonPath answer =
                Graph.ask("{ partner(code: \"LAO\") { trade(frequency: CUMULATIVE) { points { period { year } } } } }");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].extensions.hint").contains("tradeFlows"));
    }

    @Test
    void growsYearsOnTheYearBeforeEitherWay() {
        JsonPath point = Graph.data(
                        "{ partner(code: \"LAO\") { trade(from: 2019, to: 2019) { points { growth growthOnYear } } } }")
                .setRootPath("data.partner.trade.points[0]");

        // 3,947,489,270 dollars after 3,497,531,390.
        double growth = 100 * (3_947_489_270.0 - 3_497_531_390.0) / 3_497_531_390.0;
        assertEquals(growth, point.getDouble("growth"), 1e-9);
        assertEquals(growth, point.getDouble("growthOnYear"), 1e-9);
    }

    private static JsonPath points(String code, String arguments) {
        return Graph.data("{ partner(code: \"" + code + "\") { trade(frequency: MONTHLY, " + arguments + ") { points { "
                        + POINT + " } } } }")
                .setRootPath("data.partner.trade.points");
    }
}
