package io.lancang.trade.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
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
        assertNotNull(points.get("[0].rank"));
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
        assertNotNull(points.get("[0].growth"));
        assertNotNull(points.get("[0].growthOnYear"));
        assertNotNull(points.get("[11].yearToDate.growthOnYear"));
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

        assertNotNull(september.get("total"));
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

        assertEquals(List.of(point.getDouble("growth")), List.of(point.getDouble("growthOnYear")));
    }

    private static JsonPath points(String code, String arguments) {
        return Graph.data("{ partner(code: \"" + code + "\") { trade(frequency: MONTHLY, " + arguments + ") { points { "
                        + POINT + " } } } }")
                .setRootPath("data.partner.trade.points");
    }
}
