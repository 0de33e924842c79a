package io.lancang.trade.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartnerTradeTest extends TradeServiceTest {
    private static final String POINT = """
            period { year start end } exports { amount currency valuation quality estimated }
            imports { amount currency valuation quality } total { amount valuation quality } balance { amount }
            growth growthGap { reason detail } shareOfChina rank gap { reason detail } quality
            sources { id title licence }
            """;

    @Test
    void tellsWhatWasReportedWithValuationQualityAndSource() {
        JsonPath point = point("LAO", "from: 2019, to: 2019");

        assertEquals(1_787_923_750L, point.getLong("exports.amount"));
        assertEquals("FOB", point.getString("exports.valuation"));
        assertEquals("REPORTED", point.getString("exports.quality"));
        assertEquals(2_159_565_520L, point.getLong("imports.amount"));
        assertEquals("CIF", point.getString("imports.valuation"));
        assertEquals(3_947_489_270L, point.getLong("total.amount"));
        assertNull(point.get("total.valuation"));
        assertEquals(-371_641_770L, point.getLong("balance.amount"));
        assertEquals(List.of("IMF_DOTS_2022"), point.getList("sources.id"));
        assertNull(point.get("gap"));
    }

    @Test
    void growsOnThePreviousYearEvenIfThatWasNotAskedFor() {
        // (3,947,489,270 - 3,497,531,390) / 3,497,531,390
        assertEquals(12.865, point("LAO", "from: 2019, to: 2019").getDouble("growth"), 0.001);
    }

    @Test
    void sharesInTheWorldOfTheSameDataset() {
        // 3,947,489,270 of 2,498,548,632,920 + 2,068,950,255,800
        assertEquals(0.08643, point("LAO", "from: 2019, to: 2019").getDouble("shareOfChina"), 0.00001);
    }

    @Test
    void ranksAmongCountries() {
        assertEquals(1, point("USA", "from: 2020, to: 2020").getInt("rank"));
        assertEquals(2, point("JPN", "from: 2020, to: 2020").getInt("rank"));
    }

    @Test
    void leavesExportsOf2021NullAndSaysThatNoDatasetHasThem() {
        JsonPath point = point("LAO", "from: 2021, to: 2021");

        assertNull(point.get("exports"));
        assertEquals(2_663_941_338L, point.getLong("imports.amount"));
        assertNull(point.get("total"));
        assertEquals("NOT_COVERED", point.getString("gap.reason"));
        assertTrue(point.getString("gap.detail").startsWith("No dataset has China's exports by partner of 2021."));
    }

    @Test
    void fillsAFlowWithAQuotedFigureButNeverATotalWithIt() {
        JsonPath point = point("USA", "from: 2022, to: 2022");

        assertEquals(578_800_000_000L, point.getLong("exports.amount"));
        assertEquals("HEADLINE", point.getString("exports.quality"));
        assertEquals("REPORTED", point.getString("imports.quality"));
        assertNull(point.get("total"));
        assertNull(point.get("balance"));
        assertEquals("HEADLINE", point.getString("quality"));
        assertEquals(List.of("S_VC_PART", "IMF_DOTS_2023"), point.getList("sources.id"));
    }

    @Test
    void marksDollarsOf2024AsEstimated() {
        JsonPath point = point("LAO", "from: 2024, to: 2024");

        assertEquals("ESTIMATED", point.getString("exports.quality"));
        assertTrue(point.getBoolean("exports.estimated"));
    }

    @Test
    void tellsYuanOf2024AsReportedAndThoseOf2023AsDerived() {
        JsonPath trade = trade("LAO", "from: 2023, to: 2024, currency: CNY");

        assertEquals("DERIVED", trade.getString("points[0].total.quality"));
        assertEquals("REPORTED", trade.getString("points[1].total.quality"));
        assertEquals("CNY", trade.getString("points[1].exports.currency"));
    }

    @Test
    void convertsNothingIntoYuan() {
        JsonPath point = point("LAO", "from: 2019, to: 2019, currency: CNY");

        assertNull(point.get("exports"));
        assertEquals("CURRENCY_NOT_AVAILABLE", point.getString("gap.reason"));
        assertEquals("MISSING", point.getString("quality"));
    }

    @Test
    void keepsAPartOfAYearOutOfTheYear() {
        // Customs announced 5,090 bn yuan for January to September 2024; the year is the computed figure.
        JsonPath point = point("ASEAN", "from: 2024, to: 2024, currency: CNY");

        assertEquals(6_989_915_770_000L, point.getLong("total.amount"));
    }

    @Test
    void saysThatAMissingRowIsNoZero() {
        JsonPath point = point("BRN", "from: 1993, to: 1993");

        assertNull(point.get("imports"));
        assertEquals("NOT_REPORTED", point.getString("gap.reason"));
        assertNull(point.get("growth"));
        assertEquals("NO_BASE", point.getString("growthGap.reason"));
    }

    @Test
    void beginsWhereThePartnersFiguresBegin() {
        JsonPath trade = trade("SUN", "");

        assertEquals(
                "HISTORICAL", Graph.data("{ partner(code: \"SUN\") { kind } }").getString("data.partner.kind"));
        assertTrue(trade.getInt("points[0].period.year") >= 1978);
        assertEquals(1991, trade.getInt("points[-1].period.year"));
    }

    @Test
    void givesEveryYearAskedForEvenWithoutAFigure() {
        JsonPath trade = trade("SUN", "from: 2000, to: 2002");

        assertEquals(List.of(2000, 2001, 2002), trade.getList("points.period.year"));
        assertEquals(List.of("MISSING", "MISSING", "MISSING"), trade.getList("points.quality"));
    }

    @Test
    void namesTheLastPointWithATotal() {
        JsonPath answer =
                Graph.data("{ partner(code: \"LAO\") { trade(from: 2019, to: 2022) { latest { period { year } } } } }");

        assertEquals(2020, answer.getInt("data.partner.trade.latest.period.year"));
    }

    @Test
    void answersTheSameFieldWithTwoRangesEachByItsOwn() {
        JsonPath answer = Graph.data("""
                { partner(code: "LAO") {
                    early: trade(from: 2000, to: 2000) { points { period { year } } }
                    late: trade(from: 2019, to: 2019) { points { period { year } } } } }
                """);

        assertEquals(List.of(2000), answer.getList("data.partner.early.points.period.year"));
        assertEquals(List.of(2019), answer.getList("data.partner.late.points.period.year"));
    }

    @Test
    void readsAnExplicitNullAsTheDefault() {
        assertEquals(
                "USD",
                point("LAO", "from: 2019, to: 2019, currency: null, frequency: null")
                        .getString("exports.currency"));
    }

    private static JsonPath trade(String code, String arguments) {
        String brackets = arguments.isEmpty() ? "" : "(" + arguments + ")";
        JsonPath answer = Graph.data(
                "{ partner(code: \"" + code + "\") { trade" + brackets + " { points { " + POINT + " } } } }");
        return answer.setRootPath("data.partner.trade");
    }

    private static JsonPath point(String code, String arguments) {
        return trade(code, arguments).setRootPath("data.partner.trade.points[0]");
    }
}
