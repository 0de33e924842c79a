package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a bloc of {@link SmallWorld} is made of: its members, how their shares concentrate and how they move. Each expected number has its sum beside it. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldStructureTest extends InSmallWorld {
    @Test
    void aBlocIsSplitIntoItsMembersLargestFirstAndWhoHasNoFigureLast() {
        JsonPath point = bloc("(from: 1902, to: 1902)", """
                points { contributions { code missing total { amount } share contributionToGrowth
                             basis { composition membersOf joined { code } left { code } uncompared { code } } }
                         own: contributions(composition: AS_OF_YEAR) { code contributionToGrowth basis { composition } } }""");

        assertEquals(List.of("QMA", "QMB", "QMD"), point.getList("points[0].contributions.code"));
        assertEquals(List.of(false, false, true), point.getList("points[0].contributions.missing"));
        assertEquals(180, point.getDouble("points[0].contributions[0].total.amount"));
        // 180 and 60 of 240
        assertEquals(75, point.getDouble("points[0].contributions[0].share"), EXACT);
        assertEquals(25, point.getDouble("points[0].contributions[1].share"), EXACT);
        // 30 and 20 more, where the same two had 150 and 40
        assertEquals(3000.0 / 190, point.getDouble("points[0].contributions[0].contributionToGrowth"), EXACT);
        assertEquals(2000.0 / 190, point.getDouble("points[0].contributions[1].contributionToGrowth"), EXACT);
        assertNull(point.get("points[0].contributions[2].contributionToGrowth"));
        assertEquals("LIKE_FOR_LIKE", point.getString("points[0].contributions[0].basis.composition"));
        assertEquals(1902, point.getInt("points[0].contributions[0].basis.membersOf"));
        assertEquals(List.of("QMB", "QMD"), point.getList("points[0].contributions[0].basis.joined.code"));
        assertEquals(List.of("QMC"), point.getList("points[0].contributions[0].basis.left.code"));
        assertEquals(List.of("QMD"), point.getList("points[0].contributions[0].basis.uncompared.code"));
        // QMA 30 more and QMB all of its 60, where the members of then, QMA and QMC, had 170
        assertEquals(3000.0 / 170, point.getDouble("points[0].own[0].contributionToGrowth"), EXACT);
        assertEquals(6000.0 / 170, point.getDouble("points[0].own[1].contributionToGrowth"), EXACT);
        assertEquals("AS_OF_YEAR", point.getString("points[0].own[0].basis.composition"));
    }

    @Test
    void aBlocConcentratesByTheSquaresOfItsMembersShares() {
        JsonPath detail = bloc(
                        "", "concentrationDetail(year: 1902, by: PARTNER) { index normalised effectiveNumber count }")
                .setRootPath("data.it.trade.concentrationDetail");

        // 0.75² + 0.25²; (0.625 - 1/2) / (1 - 1/2)
        assertEquals(0.625, detail.getDouble("index"), EXACT);
        assertEquals(0.25, detail.getDouble("normalised"), EXACT);
        assertEquals(1.6, detail.getDouble("effectiveNumber"), EXACT);
        assertEquals(2, detail.getInt("count"));
    }

    /** QMB has 80 and QME 8. QMG has one flow alone, and the 18 that China has of its own are those of no partner. */
    @Test
    void theWorldConcentratesInPartnersWithBothFlowsAndNotInWhoReports() {
        JsonPath detail = partner("WORLD", "", "concentrationDetail(year: 1903, by: PARTNER) { index count }")
                .setRootPath("data.it.trade.concentrationDetail");

        // (80/88)² + (8/88)²
        assertEquals(101.0 / 121, detail.getDouble("index"), EXACT);
        assertEquals(2, detail.getInt("count"));
    }

    /** In January the first dataset has 500 each way of QMA, more than in all of the year. */
    @Test
    void aBlocConcentratesByYearsWhateverItsMonthsAre() throws SQLException {
        execute("""
                insert into trade_flow (dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency,
                                        amount, valuation, quality, source_id, release_id)
                select 1, 'M', '1902-01-01', 'CHN', 'QMA', flow::"char", 'TOTAL', 'USD', 500, valuation, 'R', 'IMF_DOTS_2022', 1
                from (values ('X', 'FOB'), ('M', 'CIF')) f (flow, valuation)
                """);

        JsonPath detail = bloc("", "concentrationDetail(year: 1902, by: PARTNER) { index }")
                .setRootPath("data.it.trade.concentrationDetail");

        // 0.75² + 0.25², of 180 and 60
        assertEquals(0.625, detail.getDouble("index"), EXACT);
    }

    /** What QMI trades is in a dataset without precedence alone. */
    @Test
    void aBlocWhoseFiguresCountInNoSeriesHasNoConcentration() {
        JsonPath detail = series(
                        "bloc", "QMU", "", "concentrationDetail(year: 1902, by: PARTNER) { index gap { reason } }")
                .setRootPath("data.it.trade.concentrationDetail");

        assertNull(detail.get("index"));
        assertEquals("NOT_COVERED", detail.getString("gap.reason"));
    }

    @Test
    void aBlocIsInOneHandWhereOneMemberAloneHasAFigure() {
        JsonPath detail = bloc(
                        "", "concentrationDetail(year: 1903, by: PARTNER) { index normalised effectiveNumber count }")
                .setRootPath("data.it.trade.concentrationDetail");

        assertEquals(1, detail.getDouble("index"), EXACT);
        assertNull(detail.get("normalised"));
        assertEquals(1, detail.getDouble("effectiveNumber"), EXACT);
        assertEquals(1, detail.getInt("count"));
    }

    /** Of the members of 1902 QMA and QMB have both years: 150 and 40, then 180 and 60. */
    @Test
    void aBlocMovesByTheSharesOfTheSameMembers() {
        JsonPath moved = bloc("", """
                diversification(from: 1901, to: 1902) { earlierConcentration concentration concentrationChange moved
                  gained { code } lost { code earlierShare share change } gap { reason }
                  basis { composition membersOf joined { code } left { code } uncompared { code } } }""").setRootPath("data.it.trade.diversification");

        // (150/190)² + (40/190)², and as above
        assertEquals(241.0 / 361, moved.getDouble("earlierConcentration"), EXACT);
        assertEquals(0.625, moved.getDouble("concentration"), EXACT);
        assertEquals(0.625 - 241.0 / 361, moved.getDouble("concentrationChange"), EXACT);
        assertEquals(List.of("QMB"), moved.getList("gained.code"));
        assertEquals(List.of("QMA"), moved.getList("lost.code"));
        assertEquals(1500.0 / 19, moved.getDouble("lost[0].earlierShare"), EXACT);
        assertEquals(75, moved.getDouble("lost[0].share"), EXACT);
        assertEquals(1500.0 / 19 - 75, moved.getDouble("moved"), EXACT);
        assertNull(moved.get("gap"));
        assertEquals("LIKE_FOR_LIKE", moved.getString("basis.composition"));
        assertEquals(1902, moved.getInt("basis.membersOf"));
        assertEquals(List.of("QMB", "QMD"), moved.getList("basis.joined.code"));
        assertEquals(List.of("QMC"), moved.getList("basis.left.code"));
        assertEquals(List.of("QMD"), moved.getList("basis.uncompared.code"));
    }

    /** QMB is all of its bloc, whose shares are no other's: 150/190 and 180/240 of QMX are those of QMA. */
    @Test
    void eachMovesByItsOwnSharesWhereSeveralAreAsked() {
        JsonPath moved = Graph.data("""
                        { small: bloc(code: "QMX") { trade { %1$s } } beta: bloc(code: "QMV") { trade { %1$s } } }
                        """.formatted(
                                "diversification(from: 1901, to: 1902) { moved lost { code earlierShare share } }"))
                .setRootPath("data");

        assertEquals(List.of("QMA"), moved.getList("small.trade.diversification.lost.code"));
        assertEquals(1500.0 / 19 - 75, moved.getDouble("small.trade.diversification.moved"), EXACT);
        assertEquals(0, moved.getDouble("beta.trade.diversification.moved"), EXACT);
        assertEquals(List.of(), moved.getList("beta.trade.diversification.lost"));
    }

    /** Of the members of 1901, QMA and QMC, both have both years: 150 and 20, then 180 and 70. */
    @Test
    void aBlocMovesByTheMembersOfAnotherYearIfAsked() {
        JsonPath moved = bloc("", """
                diversification(from: 1901, to: 1902, composition: LIKE_FOR_LIKE, membersOf: 1901) {
                  gained { code earlierShare share } basis { membersOf } }""").setRootPath("data.it.trade.diversification");

        assertEquals(List.of("QMC"), moved.getList("gained.code"));
        assertEquals(2000.0 / 170, moved.getDouble("gained[0].earlierShare"), EXACT);
        assertEquals(28, moved.getDouble("gained[0].share"), EXACT);
        assertEquals(1901, moved.getInt("basis.membersOf"));
    }

    @Test
    void aBlocMovesByTheSharesAmongEachYearsOwnMembersIfAsked() {
        JsonPath moved = bloc("", """
                diversification(from: 1901, to: 1902, composition: AS_OF_YEAR) { earlierConcentration concentration concentrationChange
                  moved gained { code } lost { code earlierShare share change } gap { reason missingPartners { code } }
                  basis { composition left { code } } }""").setRootPath("data.it.trade.diversification");

        // (150/170)² + (20/170)², and as above
        assertEquals(229.0 / 289, moved.getDouble("earlierConcentration"), EXACT);
        assertEquals(0.625, moved.getDouble("concentration"), EXACT);
        assertEquals(0.625 - 229.0 / 289, moved.getDouble("concentrationChange"), EXACT);
        assertEquals(List.of(), moved.getList("gained"));
        assertEquals(List.of("QMA"), moved.getList("lost.code"));
        assertEquals(1500.0 / 17, moved.getDouble("lost[0].earlierShare"), EXACT);
        assertEquals(75, moved.getDouble("lost[0].share"), EXACT);
        assertEquals(75 - 1500.0 / 17, moved.getDouble("lost[0].change"), EXACT);
        // half of what moved
        assertEquals((1500.0 / 17 - 75) / 2, moved.getDouble("moved"), EXACT);
        assertEquals(List.of("QMB", "QMC"), moved.getList("gap.missingPartners.code"));
        assertEquals("AS_OF_YEAR", moved.getString("basis.composition"));
        assertEquals(List.of("QMC"), moved.getList("basis.left.code"));
    }
}
