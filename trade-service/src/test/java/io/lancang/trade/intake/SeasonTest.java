package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Quarters, twelve months on end and seasons, of made-up months in yuan that Yunnan reports. Myanmar: exports and imports of 1
 * each in every month of 2022, of 2 in its January, and of 3 in January 2023. Laos: 1, 2 and 3 both ways in the first quarter of 2022, twice
 * that a year later. Viet Nam: 10 both ways in the first quarter of 2023 alone.
 */
@QuarkusTest
class SeasonTest extends IntakeTest {
    @BeforeEach
    void loadMonths() {
        String myanmar = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> both("2022-%02d".formatted(month), "MMR", month == 1 ? 2 : 1))
                .collect(Collectors.joining());
        String laos = IntStream.rangeClosed(1, 3)
                .mapToObj(month -> both("2022-0" + month, "LAO", month)
                        + both("2023-0" + month, "LAO", 2 * month)
                        + both("2023-0" + month, "VNM", 10))
                .collect(Collectors.joining());
        load("my_customs", "reporter," + HEADER + myanmar + both("2023-01", "MMR", 3) + laos)
                .then()
                .statusCode(201);
    }

    private static String both(String month, String partner, int amount) {
        return "CN-YN,%1$s,%2$s,EXPORT,CNY,%3$d,,%nCN-YN,%1$s,%2$s,IMPORT,CNY,%3$d,,%n"
                .formatted(month, partner, amount);
    }

    @Test
    void sumsQuartersAndComparesThemWithThoseOfTheYearBefore() {
        JsonPath quarters = Graph.data("""
                { partner(code: "LAO") { trade(reporter: "CN-YN", frequency: MONTHLY) { quarters {
                  from { year month } to { month } exports { amount quality } total { amount } balance { amount } growthOnYear
                  basis { composition } gap { reason } } } } }
                """).setRootPath("data.partner.trade.quarters");

        // (1 + 2 + 3) * 2, and twice that
        assertEquals(List.of(12, 24), quarters.getList("total.amount"));
        assertEquals(List.of(1, 1), quarters.getList("from.month"));
        assertEquals(List.of(3, 3), quarters.getList("to.month"));
        assertEquals("DERIVED", quarters.getString("[0].exports.quality"));
        assertEquals(100.0, quarters.getDouble("[1].growthOnYear"), 1e-9);
        assertNull(quarters.get("[0].growthOnYear"));
        assertNull(quarters.get("[1].basis"));
        assertNull(quarters.get("[1].gap"));
    }

    /** Only Laos has all six months: 12 against 24, although Viet Nam adds 60. */
    @Test
    void comparesTheSamePartnersOfABloc() {
        JsonPath trade = Graph.data("""
                { bloc(code: "ASEAN") { trade(reporter: "CN-YN", frequency: MONTHLY, from: 2023, to: 2023) {
                  quarters { total { amount } growthOnYear basis { composition membersOf uncompared { code } }
                    gap { reason missingPartners { code } } }
                  points { period { month } yearToDate { total { amount } growthOnYear } } } } }
                """).setRootPath("data.bloc.trade");

        // 24 + 60 + 6 of Myanmar in January
        assertEquals(90.0, trade.getDouble("quarters[0].total.amount"), 1e-9);
        assertEquals(100.0, trade.getDouble("quarters[0].growthOnYear"), 1e-9);
        assertEquals("LIKE_FOR_LIKE", trade.getString("quarters[0].basis.composition"));
        assertEquals(2023, trade.getInt("quarters[0].basis.membersOf"));
        assertTrue(trade.getList("quarters[0].basis.uncompared.code").containsAll(List.of("VNM", "MMR")));
        // Myanmar has January alone
        assertEquals("MEMBERS_MISSING", trade.getString("quarters[0].gap.reason"));
        assertTrue(trade.getList("quarters[0].gap.missingPartners.code").contains("MMR"));
        assertFalse(trade.getList("quarters[0].gap.missingPartners.code").contains("LAO"));
        assertEquals(100.0, trade.getDouble("points.find { it.period.month == 3 }.yearToDate.growthOnYear"), 1e-9);
    }

    @Test
    void sumsTwelveMonthsOnEnd() {
        JsonPath points = Graph.data("""
                { partner(code: "MMR") { trade(reporter: "CN-YN", frequency: MONTHLY) { points { period { year month }
                  rollingYear { from { year month } total { amount } growthOnYear gap { reason detail } } } } } }
                """).setRootPath("data.partner.trade.points");

        // 2 * (2 + 11), and 2 * (11 + 3) in January 2023
        assertEquals(26.0, points.getDouble("[11].rollingYear.total.amount"), 1e-9);
        assertEquals(28.0, points.getDouble("[12].rollingYear.total.amount"), 1e-9);
        assertEquals(2, points.getInt("[12].rollingYear.from.month"));
        assertNull(points.get("[12].rollingYear.growthOnYear"));
        assertNull(points.get("[10].rollingYear.total"));
        assertEquals("PART_OF_PERIOD", points.getString("[10].rollingYear.gap.reason"));
        assertTrue(points.getString("[10].rollingYear.gap.detail").startsWith("2021-12 lacks a figure"));
    }

    /** January is 4 of 26, a mean month 26 / 12: 4 / (26 / 12) = 24 / 13; the others 12 / 13. */
    @Test
    void tellsTheSeasonFromWholeYears() {
        JsonPath season = Graph.data("""
                { partner(code: "MMR") { trade(reporter: "CN-YN", frequency: MONTHLY) { seasonalIndex {
                  years months { month index } gap { reason } } } }
                  none: partner(code: "LAO") { trade(reporter: "CN-YN", frequency: MONTHLY) { seasonalIndex {
                  years months { month } gap { reason } } } } }
                """).setRootPath("data");

        assertEquals(List.of(2022), season.getList("partner.trade.seasonalIndex.years"));
        assertEquals(100 * 24.0 / 13, season.getDouble("partner.trade.seasonalIndex.months[0].index"), 1e-9);
        assertEquals(100 * 12.0 / 13, season.getDouble("partner.trade.seasonalIndex.months[11].index"), 1e-9);
        assertEquals(List.of(), season.getList("none.trade.seasonalIndex.months"));
        assertEquals("PART_OF_PERIOD", season.getString("none.trade.seasonalIndex.gap.reason"));
    }

    @Test
    void areOfMonthsAlone() {
        JsonPath answer = Graph.ask("{ partner(code: \"LAO\") { trade { quarters { growthOnYear } } } }");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].extensions.hint").contains("MONTHLY"));
    }
}
