package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What cannot be compared in {@link SmallWorld}, and over whom the rest is; each expected number has its sum beside it. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldComparedTest extends InSmallWorld {
    @Test
    void nothingGrowsOnZero() {
        JsonPath trade = Graph.data("""
                        { partner(code: "QMH") { trade(from: 1902, to: 1902) {
                            points { growth growthDetail { percent gap { reason } } }
                            change(from: 1901, to: 1902) { absolute { amount } percent fold cagr gap { reason detail } } } } }
                        """).setRootPath("data.partner.trade");

        assertNull(trade.get("points[0].growth"));
        assertNull(trade.get("points[0].growthDetail.percent"));
        assertEquals("ZERO_BASE", trade.getString("points[0].growthDetail.gap.reason"));
        // 4 + 1 after nothing
        assertEquals(5, trade.getDouble("change.absolute.amount"));
        for (String undefined : List.of("percent", "fold", "cagr")) {
            assertNull(trade.get("change." + undefined), undefined);
        }
        assertEquals("ZERO_BASE", trade.getString("change.gap.reason"));
        assertEquals("The amount of 1901 is zero.", trade.getString("change.gap.detail"));
    }

    @Test
    void ofTwoYearsWithoutAFigureTheEarlierIsNamed() {
        JsonPath gap = trade("partner", "QMC", "change(from: 1903, to: 1904) { gap { reason detail } }")
                .setRootPath("data.it.trade.change.gap");

        assertEquals("NO_BASE", gap.getString("reason"));
        assertTrue(gap.getString("detail").startsWith("There is no figure of 1903 for TOTAL."), gap::prettify);
    }

    /** QMB is all of QMV in both years. */
    @Test
    void whoseShareStaysTheSameNeitherGainedNorLost() {
        JsonPath moved = trade(
                        "bloc", "QMV", "diversification(from: 1902, to: 1903) { moved gained { code } lost { code } }")
                .setRootPath("data.it.trade.diversification");

        assertEquals(0, moved.getDouble("moved"), EXACT);
        assertEquals(List.of(), moved.getList("gained.code"));
        assertEquals(List.of(), moved.getList("lost.code"));
    }

    /** QMZ of 1901 stands for QME and QMF; of these 1903 has QME alone, which cannot be compared with both. */
    @Test
    void aFormerUnitIsComparedWithAllOfItsSuccessorsOrWithNone() {
        JsonPath change = trade(
                        "bloc",
                        "QMW",
                        "change(from: 1901, to: 1903) { to { total { amount } } percent gap { reason }"
                                + " basis { uncompared { code } } }")
                .setRootPath("data.it.trade.change");

        assertEquals(List.of("QMA", "QME", "QMF"), change.getList("basis.uncompared.code"));
        assertNull(change.get("to.total"));
        assertNull(change.get("percent"));
        assertEquals("NO_BASE", change.getString("gap.reason"));
    }

    /** QMG has exports alone: a total of it is in neither year. */
    @Test
    void aSetOfPartnersIsComparedOverThoseWithBothFlows() {
        JsonPath around = set("""
                tradeAroundOpening(years: 1) { averageBefore { amount } averageAfter { amount } percent
                  basis { composition uncompared { code } } }""").setRootPath("data._entities[0].tradeAroundOpening");

        assertEquals(List.of("QMG"), around.getList("basis.uncompared.code"));
        // QMB alone: 30 + 10 in 1901, 50 + 30 in 1903
        assertEquals(40, around.getDouble("averageBefore.amount"));
        assertEquals(80, around.getDouble("averageAfter.amount"));
        assertEquals(100, around.getDouble("percent"), EXACT);
    }

    @Test
    void aSumOverASetOfPartnersIsReportedByNobody() {
        JsonPath point = set("tradeServed(from: 1901, to: 1901) { points { exports { amount quality } } }")
                .setRootPath("data._entities[0].tradeServed.points[0]");

        // QMB 30 and QMG 5
        assertEquals(35, point.getDouble("exports.amount"));
        assertEquals("DERIVED", point.getString("exports.quality"));
    }

    /** Whoever left has no growth, and what they had before is not what the others grew on. */
    @Test
    void contributionsAreToTheGrowthOfThoseWhoHaveAFigure() {
        JsonPath contributions = Graph.data("""
                        { bloc(code: "QMX") { trade(from: 1903, to: 1903) { points { contributions {
                            code total { amount } contributionToGrowth } } } } }
                        """).setRootPath("data.bloc.trade.points[0].contributions");

        assertEquals(List.of("QMB", "QMA"), contributions.getList("code"));
        // 80 after 60; QMA had 180, of which the dataset of 1903 has nothing
        assertEquals(100.0 / 3, contributions.getDouble("[0].contributionToGrowth"), EXACT);
        assertNull(contributions.get("[1].contributionToGrowth"));
    }

    /** The exports of QMA in 1904 are in a dataset without precedence alone. */
    @Test
    void aDatasetWithoutPrecedenceContributesNothing() {
        JsonPath member =
                Graph.data("""
                        { bloc(code: "QMX") { trade(from: 1904, to: 1904) { points { contributions {
                            code exports { amount } imports { amount } total { amount } missing } } } } }
                        """).setRootPath("data.bloc.trade.points[0].contributions.find { it.code == 'QMA' }");

        assertEquals(33, member.getDouble("imports.amount"));
        assertNull(member.get("exports"));
        assertNull(member.get("total"));
        assertTrue(member.getBoolean("missing"));
    }

    @Test
    void productsAreOfTheDatasetThatComesFirst() {
        JsonPath detail = trade("partner", "QMB", """
                        concentrationDetail(year: 1901, by: PRODUCT, flow: EXPORTS, classification: HS2022, level: 2) { index count }""").setRootPath("data.it.trade.concentrationDetail");

        // (2/3)² + (1/3)², and not 0.9² + 0.1² of the second dataset
        assertEquals(5.0 / 9, detail.getDouble("index"), EXACT);
        assertEquals(2, detail.getInt("count"));
    }

    /** The exports of March 1902 are in the dataset of the other months, its imports are not. */
    @Test
    void aQuarterOfTwoDatasetsDoesNotGrowOnOneOfOne() {
        JsonPath quarters = Graph.data("""
                        { partner(code: "QMJ") { trade(from: 1901, to: 1902, frequency: MONTHLY) { quarters {
                            from { year } total { amount } growthOnYear growthGap { reason } } } } }
                        """).setRootPath("data.partner.trade.quarters");

        assertEquals(List.of(1901, 1902), quarters.getList("from.year"));
        // 3 times 10 + 10, and 3 times 12 + 12
        assertEquals(List.of(60, 72), quarters.getList("total.amount"));
        assertNull(quarters.get("[1].growthOnYear"));
        assertEquals("COMPOSITION_CHANGED", quarters.getString("[1].growthGap.reason"));
    }

    /** January and February have figures, March has none; of the second quarter April alone has one. */
    @Test
    void aQuarterWithoutOneOfItsMonthsIsThereAndHasNoSum() {
        JsonPath quarters = Graph.data("""
                        { partner(code: "QMA") { trade(from: 1902, to: 1902, frequency: MONTHLY) { quarters {
                            from { month } total { amount } gap { reason } } } } }
                        """).setRootPath("data.partner.trade.quarters");

        assertEquals(List.of(1, 4), quarters.getList("from.month"));
        assertNull(quarters.get("[0].total"));
        assertEquals(List.of("PART_OF_PERIOD", "PART_OF_PERIOD"), quarters.getList("gap.reason"));
    }

    /** Three times 1 + 1 after nothing. */
    @Test
    void aQuarterDoesNotGrowOnZero() {
        JsonPath quarter = Graph.data("""
                        { partner(code: "QMH") { trade(from: 1902, to: 1902, frequency: MONTHLY) { quarters {
                            total { amount } growthOnYear growthGap { reason } } } } }
                        """).setRootPath("data.partner.trade.quarters[0]");

        assertEquals(6, quarter.getDouble("total.amount"));
        assertNull(quarter.get("growthOnYear"));
        assertEquals("ZERO_BASE", quarter.getString("growthGap.reason"));
    }

    /** A corridor that opened in 1902 and serves QMB and QMG. */
    private static JsonPath set(String fields) {
        Map<String, @Nullable Object> corridor = new HashMap<>();
        corridor.put("__typename", "Corridor");
        corridor.put("id", "made-up");
        corridor.put("openedOn", null);
        corridor.put("openedYear", 1902);
        corridor.put(
                "partners",
                Stream.of("QMB", "QMG").map(code -> Map.of("code", code)).toList());
        return Graph.data(
                "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Corridor { "
                        + fields + " } } }",
                Map.of("representations", List.of(corridor)));
    }
}
