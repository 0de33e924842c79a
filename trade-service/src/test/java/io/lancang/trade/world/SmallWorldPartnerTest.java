package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the series of a partner makes of the figures of {@link SmallWorld}, by year and month; each expected number has its sum beside it. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldPartnerTest extends InSmallWorld {
    @Test
    void aPartnerIsServedFromTheDatasetThatComesFirst() {
        JsonPath point = partner("QMA", "(from: 1901, to: 1901)", """
                points { exports { amount quality } imports { amount quality } total { amount quality }
                  balance { amount } shareOfChina quality }""");

        assertEquals(100, point.getDouble("points[0].exports.amount"));
        assertEquals(50, point.getDouble("points[0].imports.amount"));
        assertEquals(150, point.getDouble("points[0].total.amount"));
        assertEquals(50, point.getDouble("points[0].balance.amount"));
        // 150 of 500 + 300
        assertEquals(18.75, point.getDouble("points[0].shareOfChina"), EXACT);
        assertEquals("REPORTED", point.getString("points[0].exports.quality"));
        assertEquals("ESTIMATED", point.getString("points[0].imports.quality"));
        assertEquals("ESTIMATED", point.getString("points[0].total.quality"));
    }

    @Test
    void aPartnerIsServedFromTheSecondDatasetWhereTheFirstHasNothingAndComparedWithTheWorldOfThat() {
        JsonPath point = partner("QMA", "(from: 1903, to: 1903)", "points { total { amount } growth shareOfChina }");

        assertEquals(240, point.getDouble("points[0].total.amount"));
        // 240 after 180
        assertEquals(100.0 / 3, point.getDouble("points[0].growth"), EXACT);
        // 240 of 800 + 400
        assertEquals(20, point.getDouble("points[0].shareOfChina"), EXACT);
    }

    /** Not another reporter's 7,777, not the 3,333 of one kind of goods, not the 111 that a release put right. */
    @Test
    void aPartnerIsServedFromChinasPresentTotalsAlone() {
        JsonPath point = partner("QMA", "(from: 1902, to: 1902)", "points { exports { amount } growth shareOfChina }");

        assertEquals(120, point.getDouble("points[0].exports.amount"));
        // 180 after 150
        assertEquals(20, point.getDouble("points[0].growth"), EXACT);
        // 180 of 600 + 400
        assertEquals(18, point.getDouble("points[0].shareOfChina"), EXACT);
    }

    @Test
    void aPartnerHasNoTotalBalanceOrShareWithOneFlow() {
        JsonPath point = partner("QMD", "(from: 1901, to: 1901)", """
                points { exports { amount } imports { amount } total { amount } balance { amount } shareOfChina rank }""");

        assertEquals(25, point.getDouble("points[0].exports.amount"));
        for (String missing : List.of("imports", "total", "balance", "shareOfChina", "rank")) {
            assertNull(point.get("points[0]." + missing), missing);
        }
    }

    @Test
    void aPartnerIsQuotedWhereNothingIsComputedByThePreferredFigureOfTheWholeYear() {
        JsonPath point = partner("QMA", "(from: 1904, to: 1904)", """
                points { exports { amount } imports { amount quality } total { amount quality } balance { amount }
                  growth shareOfChina quality sources { id } }""");

        assertNull(point.get("points[0].exports"));
        assertEquals(33, point.getDouble("points[0].imports.amount"));
        assertEquals("REPORTED", point.getString("points[0].imports.quality"));
        assertEquals(60, point.getDouble("points[0].total.amount"));
        assertEquals("HEADLINE", point.getString("points[0].total.quality"));
        assertNull(point.get("points[0].balance"));
        // 60 after 240
        assertEquals(-75, point.getDouble("points[0].growth"), EXACT);
        // 60 of the 600 that are quoted of the world
        assertEquals(10, point.getDouble("points[0].shareOfChina"), EXACT);
        assertEquals(List.of("IMF_DOTS_2022", "IMF_DOTS_2023"), point.getList("points[0].sources.id"));
    }

    @Test
    void aPartnerChangesByAllYearsBetweenAndIsAsSureAsTheWeakerPoint() {
        JsonPath change = partner("QMA", "", """
                year: change(from: 1901, to: 1902) { absolute { amount quality } percent fold cagr }
                years: change(from: 1901, to: 1903) { absolute { amount } percent fold cagr }
                exports: change(from: 1901, to: 1902, flow: EXPORTS) { absolute { amount quality } percent }""");

        assertEquals(30, change.getDouble("year.absolute.amount"));
        assertEquals("ESTIMATED", change.getString("year.absolute.quality"));
        assertEquals(20, change.getDouble("year.percent"), EXACT);
        assertEquals(1.2, change.getDouble("year.fold"), EXACT);
        assertEquals(20, change.getDouble("year.cagr"), EXACT);
        // 240 / 150 over two years
        assertEquals(90, change.getDouble("years.absolute.amount"));
        assertEquals(60, change.getDouble("years.percent"), EXACT);
        assertEquals(1.6, change.getDouble("years.fold"), EXACT);
        assertEquals((Math.sqrt(1.6) - 1) * 100, change.getDouble("years.cagr"), EXACT);
        assertEquals(20, change.getDouble("exports.absolute.amount"));
        assertEquals("REPORTED", change.getString("exports.absolute.quality"));
        assertEquals(20, change.getDouble("exports.percent"), EXACT);
    }

    @Test
    void aPartnerIsMeasuredByItsOwnSize() {
        JsonPath point =
                partner("QMA", "(from: 1902, to: 1902)", "points { tradeToGdp { value } tradePerHead { value } }");

        // 180 of 1,800, and for 90 heads
        assertEquals(10, point.getDouble("points[0].tradeToGdp.value"), EXACT);
        assertEquals(2, point.getDouble("points[0].tradePerHead.value"), EXACT);
    }

    private static JsonPath months() {
        return partner("QMA", "(from: 1902, to: 1902, frequency: MONTHLY)", """
                points { total { amount } growth growthOnYear yearToDate { months exports { amount } imports { amount }
                  total { amount } balance { amount } growthOnYear gap { reason } } }""");
    }

    @Test
    void aMonthGrowsOnTheMonthBeforeAndOnTheSameMonthOfTheYearBefore() {
        JsonPath months = months();

        // 18 after 15 a year before; 36 after 18 in January and after 12 a year before
        assertNull(months.get("points[0].growth"));
        assertEquals(20, months.getDouble("points[0].growthOnYear"), EXACT);
        assertEquals(36, months.getDouble("points[1].total.amount"));
        assertEquals(100, months.getDouble("points[1].growth"), EXACT);
        assertEquals(200, months.getDouble("points[1].growthOnYear"), EXACT);
    }

    @Test
    void aMonthHasTheSumFromJanuaryOnWhereEveryMonthHasAFigure() {
        JsonPath months = months();

        assertEquals(2, months.getInt("points[1].yearToDate.months"));
        assertEquals(36, months.getDouble("points[1].yearToDate.exports.amount"));
        assertEquals(18, months.getDouble("points[1].yearToDate.imports.amount"));
        assertEquals(54, months.getDouble("points[1].yearToDate.total.amount"));
        assertEquals(18, months.getDouble("points[1].yearToDate.balance.amount"));
        // 54 after 15 + 12
        assertEquals(100, months.getDouble("points[1].yearToDate.growthOnYear"), EXACT);
        // without March
        assertEquals(30, months.getDouble("points[3].total.amount"));
        assertNull(months.get("points[3].yearToDate.total"));
        assertEquals("PART_OF_PERIOD", months.getString("points[3].yearToDate.gap.reason"));
    }
}
