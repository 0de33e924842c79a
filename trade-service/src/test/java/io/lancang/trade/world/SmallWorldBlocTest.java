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

/** What the series of a bloc makes of the figures of {@link SmallWorld} and of who belonged to it when; each expected number has its sum beside it. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldBlocTest extends InSmallWorld {
    @Test
    void aBlocIsOfThoseWhoAreMembersOnTheLastDayOfTheYear() {
        JsonPath points = bloc("(from: 1901, to: 1903)", """
                points { exports { amount quality } imports { amount quality } total { amount }
                  growth ownMembers: growth(composition: AS_OF_YEAR) gap { reason missingPartners { code } } }""");

        // QMA and QMC, who is still there: 150 + 20
        assertEquals(170, points.getDouble("points[0].total.amount"));
        assertNull(points.get("points[0].gap"));
        assertEquals("DERIVED", points.getString("points[0].exports.quality"));
        assertEquals("ESTIMATED", points.getString("points[0].imports.quality"));
        // QMA and QMB, who joined in the year: 120 + 45 and 60 + 15; QMD has no figure
        assertEquals(165, points.getDouble("points[1].exports.amount"));
        assertEquals(75, points.getDouble("points[1].imports.amount"));
        assertEquals("MEMBERS_MISSING", points.getString("points[1].gap.reason"));
        assertEquals(List.of("QMD"), points.getList("points[1].gap.missingPartners.code"));
        // QMA and QMB have figures of both years: 240 after 150 + 40
        assertEquals(500.0 / 19, points.getDouble("points[1].growth"), EXACT);
        // each year's own members: 240 after 170
        assertEquals(700.0 / 17, points.getDouble("points[1].ownMembers"), EXACT);
        // one dataset alone, of which QMA has no figure
        assertEquals(80, points.getDouble("points[2].total.amount"));
        assertEquals(List.of("QMA"), points.getList("points[2].gap.missingPartners.code"));
    }

    @Test
    void aBlocGrowsOnTheSameMembersAndNamesWhoJoinedWhoLeftAndWhoCannotBeCompared() {
        JsonPath detail = bloc("(from: 1902, to: 1903)", """
                points { growthDetail { percent from { total { amount } } to { total { amount } } basis {
                  composition membersOf joined { code } left { code } uncompared { code } } } }""");

        JsonPath of1902 = detail.setRootPath("data.it.trade.points[0].growthDetail");
        assertEquals(500.0 / 19, of1902.getDouble("percent"), EXACT);
        // QMA and QMB: 150 + 40, and 180 + 60
        assertEquals(190, of1902.getDouble("from.total.amount"));
        assertEquals(240, of1902.getDouble("to.total.amount"));
        assertEquals("LIKE_FOR_LIKE", of1902.getString("basis.composition"));
        assertEquals(1902, of1902.getInt("basis.membersOf"));
        assertEquals(List.of("QMB", "QMD"), of1902.getList("basis.joined.code"));
        assertEquals(List.of("QMC"), of1902.getList("basis.left.code"));
        assertEquals(List.of("QMD"), of1902.getList("basis.uncompared.code"));

        JsonPath of1903 = detail.setRootPath("data.it.trade.points[1].growthDetail");
        // QMB alone, since the dataset of 1903 has nothing of QMA: 80 after 60
        assertEquals(100.0 / 3, of1903.getDouble("percent"), EXACT);
        assertEquals(List.of(), of1903.getList("basis.joined.code"));
        assertEquals(List.of("QMD"), of1903.getList("basis.left.code"));
        assertEquals(List.of("QMA"), of1903.getList("basis.uncompared.code"));
    }

    /** QMA and QMC, the members of 1901: 180 + 70 after 150 + 20. */
    @Test
    void aBlocGrowsByTheMembersOfTheYearThatIsAskedFor() {
        JsonPath point = bloc("(from: 1902, to: 1902)", """
                points { growth(membersOf: 1901) growthGap(membersOf: 1901) { reason } growthOnYear(membersOf: 1901)
                  growthOnYearGap(membersOf: 1901) { reason } }""").setRootPath("data.it.trade.points[0]");

        assertEquals(800.0 / 17, point.getDouble("growth"), EXACT);
        assertEquals(800.0 / 17, point.getDouble("growthOnYear"), EXACT);
        assertNull(point.get("growthGap"));
        assertNull(point.get("growthOnYearGap"));
    }

    @Test
    void aBlocChangesByTheMembersOfTheYearThatIsAskedFor() {
        JsonPath change = bloc("", """
                later: change(from: 1901, to: 1902) { absolute { amount } percent }
                earlier: change(from: 1901, to: 1902, composition: LIKE_FOR_LIKE, membersOf: 1901) { absolute { amount } percent
                  basis { membersOf } }
                own: change(from: 1901, to: 1902, composition: AS_OF_YEAR) { absolute { amount } percent fold }
                exports: change(from: 1901, to: 1902, flow: EXPORTS) { absolute { amount } percent }""");

        // QMA and QMB: 240 after 190
        assertEquals(50, change.getDouble("later.absolute.amount"));
        assertEquals(500.0 / 19, change.getDouble("later.percent"), EXACT);
        // QMA and QMC: 180 + 70 after 150 + 20
        assertEquals(80, change.getDouble("earlier.absolute.amount"));
        assertEquals(800.0 / 17, change.getDouble("earlier.percent"), EXACT);
        assertEquals(1901, change.getInt("earlier.basis.membersOf"));
        // 240 after 170
        assertEquals(70, change.getDouble("own.absolute.amount"));
        assertEquals(24.0 / 17, change.getDouble("own.fold"), EXACT);
        // 120 + 45 after 100 + 30
        assertEquals(35, change.getDouble("exports.absolute.amount"));
        assertEquals(3500.0 / 130, change.getDouble("exports.percent"), EXACT);
    }

    @Test
    void aBlocHasTheMembersOfOneYearInEveryYearIfAsked() {
        JsonPath points = bloc(
                "(from: 1901, to: 1902, composition: LIKE_FOR_LIKE, membersOf: 1901)", "points { total { amount } }");

        // QMA and QMC: 150 + 20, and 180 + 70
        assertEquals(170, points.getDouble("points[0].total.amount"));
        assertEquals(250, points.getDouble("points[1].total.amount"));
    }

    @Test
    void aFigureThatIsQuotedOfOtherMembersIsNotComparedWithThese() {
        JsonPath change = bloc("", """
                like: change(from: 1901, to: 1904) { percent gap { reason } }
                quoted: change(from: 1903, to: 1904) { fold to { total { amount quality } } }
                others: change(from: 1903, to: 1904, composition: LIKE_FOR_LIKE, membersOf: 1902) { percent gap { reason detail } }""");

        // 500 is quoted of QMA and QMB, the members of 1904, who had 150 + 40 in 1901
        assertNull(change.get("like.gap"));
        assertEquals(310.0 / 190 * 100, change.getDouble("like.percent"), EXACT);
        assertEquals("HEADLINE", change.getString("quoted.to.total.quality"));
        // 500 after the 80 of QMB
        assertEquals(6.25, change.getDouble("quoted.fold"), EXACT);
        // QMD, a member of 1902, is not among those whom it is quoted of
        assertNull(change.get("others.percent"));
        assertEquals("COMPOSITION_CHANGED", change.getString("others.gap.reason"));
    }

    @Test
    void aFormerUnitCountsForItsSuccessorsWhereTheyHaveNoFigure() {
        JsonPath growth = series("bloc", "QMW", "(from: 1902, to: 1902)", """
                points { growthDetail { percent from { total { amount } } basis { uncompared { code } } } }""")
                .setRootPath("data.it.trade.points[0].growthDetail");

        // QMA 180, QME 4 and QMF 3, after QMA 150 and QMZ 5
        assertEquals(155, growth.getDouble("from.total.amount"));
        assertEquals(3200.0 / 155, growth.getDouble("percent"), EXACT);
        assertEquals(List.of(), growth.getList("basis.uncompared.code"));
    }

    @Test
    void aBlocShowsWhatADatasetHasForItAsOnePartner() {
        JsonPath points =
                bloc("(from: 1901, to: 1904)", "points { total { amount } reportedAggregate { total { amount } } }");

        assertEquals(170, points.getDouble("points[0].total.amount"));
        assertEquals(171, points.getDouble("points[0].reportedAggregate.total.amount"));
        assertNull(points.get("points[1].reportedAggregate"));
        // what is quoted was announced, and no dataset has it
        assertEquals(500, points.getDouble("points[3].total.amount"));
        assertNull(points.get("points[3].reportedAggregate"));
    }

    @Test
    void aBlocIsOfThoseWhoAreMembersNowIfAsked() {
        JsonPath points = bloc("(from: 1901, to: 1902, composition: CURRENT)", "points { total { amount } growth }");

        // QMA and QMB: 150 + 40, and 180 + 60
        assertEquals(190, points.getDouble("points[0].total.amount"));
        assertEquals(240, points.getDouble("points[1].total.amount"));
        assertEquals(500.0 / 19, points.getDouble("points[1].growth"), EXACT);
    }

    /** QMI has figures of a dataset without precedence alone, which is for comparison only. */
    @Test
    void aDatasetWithoutPrecedenceIsInNoSeriesOfChina() {
        JsonPath trade = series("bloc", "QMU", "", """
                points { total { amount } }
                concentrationDetail(year: 1902, by: PARTNER) { index count gap { reason } }""");

        assertEquals(List.of(), trade.getList("points.total.amount"));
        assertNull(trade.get("concentrationDetail.index"));
        assertEquals("NOT_COVERED", trade.getString("concentrationDetail.gap.reason"));
    }

    /** QMA has figures of the second dataset, QMB of the first. China is a member, and 9 + 9 of its own goods came back. */
    @Test
    void figuresOfABlocAreNoneOfTheReporterWithItself() {
        JsonPath flows = Graph.data("""
                        { tradeFlows(filter: {blocs: ["QMX"], from: 1903, to: 1903}) { totalCount nodes { partnerCode } } }
                        """).setRootPath("data.tradeFlows");

        assertEquals(List.of("QMA", "QMA", "QMB", "QMB"), flows.getList("nodes.partnerCode"));
        assertEquals(4, flows.getInt("totalCount"));
    }

    @Test
    void aBlocIsMeasuredByAllOfItsMembersOrNot() {
        JsonPath points = bloc("(from: 1901, to: 1902)", """
                points { tradeToGdp { value gap { reason } } tradePerHead { value gap { reason } } }""");

        // 170 of 1,000 + 500, and for 80 + 5 heads
        assertEquals(34.0 / 3, points.getDouble("points[0].tradeToGdp.value"), EXACT);
        assertEquals(2, points.getDouble("points[0].tradePerHead.value"), EXACT);
        // of QMD nothing is known, of QMB no product
        assertNull(points.get("points[1].tradeToGdp.value"));
        assertEquals("NO_BASE", points.getString("points[1].tradePerHead.gap.reason"));
    }
}
