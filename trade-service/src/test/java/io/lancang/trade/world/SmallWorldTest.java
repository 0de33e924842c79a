package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What series, ranks and comparisons make of the figures of {@link SmallWorld}; each expected number has its sum beside it. */
@QuarkusTest
@TestProfile(SmallWorldTest.Apart.class)
class SmallWorldTest extends TradeServiceTest {
    private static final double EXACT = 1e-9;

    /** A service of its own: another may have learned a moment ago which years there are. */
    public static final class Apart implements QuarkusTestProfile {}

    @Inject
    @Nullable
    DataSource database;

    @BeforeEach
    void make() throws SQLException {
        SmallWorld.make(Objects.requireNonNull(database));
    }

    @AfterEach
    void forget() throws SQLException {
        SmallWorld.forget(Objects.requireNonNull(database));
    }

    private static JsonPath series(String kind, String code, String arguments, String fields) {
        return Graph.data("{ it: " + kind + "(code: \"" + code + "\") { trade" + arguments + " { " + fields + " } } }")
                .setRootPath("data.it.trade");
    }

    private static JsonPath partner(String code, String arguments, String fields) {
        return series("partner", code, arguments, fields);
    }

    private static JsonPath bloc(String arguments, String fields) {
        return series("bloc", "QMX", arguments, fields);
    }

    @Test
    void aPartnerIsToldFromTheDatasetThatComesFirst() {
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
    void aPartnerIsToldFromTheSecondDatasetWhereTheFirstHasNothingAndComparedWithTheWorldOfThat() {
        JsonPath point = partner("QMA", "(from: 1903, to: 1903)", "points { total { amount } growth shareOfChina }");

        assertEquals(240, point.getDouble("points[0].total.amount"));
        // 240 after 180
        assertEquals(100.0 / 3, point.getDouble("points[0].growth"), EXACT);
        // 240 of 800 + 400
        assertEquals(20, point.getDouble("points[0].shareOfChina"), EXACT);
    }

    /** Not another reporter's 7,777, not the 3,333 of one kind of goods, not the 111 that a release put right. */
    @Test
    void aPartnerIsToldFromChinasPresentTotalsAlone() {
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

    /** The second dataset has QMB before QMA. */
    @Test
    void aPlaceIsAmongTheFiguresOfTheDatasetThatComesFirst() {
        assertEquals(Arrays.asList(1, 1), ranks("QMA"));
        assertEquals(Arrays.asList(2, 3), ranks("QMB"));
        assertEquals(Arrays.asList(3, 2), ranks("QMC"));
        assertEquals(Arrays.asList(null, null), ranks("QMD"));
    }

    private static List<Integer> ranks(String code) {
        return partner(code, "(from: 1901, to: 1902)", "points { rank }").getList("points.rank");
    }

    @Test
    void aPlaceMovesUpByThePlacesThatItGained() {
        assertEquals(0, moved("QMA"));
        assertEquals(-1, moved("QMB"));
        assertEquals(1, moved("QMC"));
    }

    private static int moved(String code) {
        return partner(code, "(from: 1902, to: 1902)", "points { rankChange }").getInt("points[0].rankChange");
    }

    @Test
    void aPlaceGoesByTheAmount() {
        JsonPath ranking = Graph.data("""
                { tradeRanking(year: 1902, among: ["QMB", "QMC", "QMA"]) { position code share } }""").setRootPath("data.tradeRanking");

        assertEquals(List.of(1, 2, 3), ranking.getList("position"));
        assertEquals(List.of("QMA", "QMC", "QMB"), ranking.getList("code"));
        // 180, 70 and 60 of 1,000
        assertEquals(List.of(18.0, 7.0, 6.0), ranking.getList("share", Double.class));
    }

    @Test
    void aPlaceGoesByTheShareThatWasGainedSinceAnotherYear() {
        JsonPath ranking = Graph.data("""
                { tradeRanking(year: 1902, compareWith: 1901, orderBy: SHARE_CHANGE, among: ["QMA", "QMB", "QMC"]) {
                    code share earlierShare shareChange } }""").setRootPath("data.tradeRanking");

        // 70 of 1,000 after 20 of 800, 60 after 40, 180 after 150
        assertEquals(List.of("QMC", "QMB", "QMA"), ranking.getList("code"));
        assertEquals(List.of(7.0, 6.0, 18.0), ranking.getList("share", Double.class));
        assertEquals(List.of(2.5, 5.0, 18.75), ranking.getList("earlierShare", Double.class));
        assertEquals(List.of(4.5, 1.0, -0.75), ranking.getList("shareChange", Double.class));
    }

    @Test
    void aPlaceGoesByGrowthOrItsYearlyRateAmongThoseWhoAreLargeEnough() {
        String question =
                "{ tradeRanking(year: 1902, compareWith: 1901, among: [\"QMA\", \"QMB\", \"QMC\"], %s) { position code"
                        + " change { percent cagr } } }";
        JsonPath grown = Graph.data(question.formatted("orderBy: GROWTH")).setRootPath("data.tradeRanking");
        JsonPath least =
                Graph.data(question.formatted("orderBy: CAGR, minValue: 65")).setRootPath("data.tradeRanking");
        JsonPath fallen = Graph.data(question.formatted("orderBy: GROWTH, ascending: true"))
                .setRootPath("data.tradeRanking");
        JsonPath value = Graph.data(question.formatted("orderBy: VALUE")).setRootPath("data.tradeRanking");

        // 70 after 20, 60 after 40, 180 after 150
        assertEquals(List.of("QMC", "QMB", "QMA"), grown.getList("code"));
        assertEquals(List.of(250.0, 50.0, 20.0), grown.getList("change.percent", Double.class));
        // QMB has 60
        assertEquals(List.of("QMC", "QMA"), least.getList("code"));
        assertEquals(List.of("QMA", "QMB", "QMC"), fallen.getList("code"));
        assertEquals(List.of("QMA", "QMC", "QMB"), value.getList("code"));
    }

    private static JsonPath summary(String filter, String groupBy) {
        return Graph.data("""
                { tradeSummary(filter: {%s, currency: USD}, groupBy: [%s], combine: [VALUATIONS, DATASETS],
                               measures: [SUM, COUNT, GROWTH]) {
                    rows { period { year } sum { amount } count growth growthFigures growthGap { reason } } } }""".formatted(filter, groupBy)).setRootPath("data.tradeSummary");
    }

    @Test
    void aSumGrowsByThePartnersThatHaveFiguresOfBothPeriods() {
        for (String groupBy : List.of("PERIOD", "PERIOD, BLOC")) {
            JsonPath sums = summary("blocs: [\"QMX\"], from: 1901, to: 1903", groupBy);

            // QMA and QMC; QMA and QMB; QMB
            assertEquals(List.of(170, 240, 80), sums.getList("rows.sum.amount"), groupBy);
            assertEquals(List.of(4, 4, 2), sums.getList("rows.count"), groupBy);
            assertNull(sums.get("rows[0].growth"), groupBy);
            // QMA and QMB, who had joined: 240 after 150 + 40
            assertEquals(500.0 / 19, sums.getDouble("rows[1].growth"), EXACT, groupBy);
            assertEquals(4, sums.getInt("rows[1].growthFigures"), groupBy);
            // QMB: 80 after 60
            assertEquals(100.0 / 3, sums.getDouble("rows[2].growth"), EXACT, groupBy);
            assertEquals(2, sums.getInt("rows[2].growthFigures"), groupBy);
        }
    }

    @Test
    void aSumOfOneDatasetDoesNotGrowOnThatOfAnother() {
        // 1902 of the first dataset, 1903 of the second, which alone has QMA
        JsonPath sums = summary("partners: [\"QMA\"], from: 1902, to: 1903", "PERIOD");

        assertEquals(240, sums.getDouble("rows[1].sum.amount"));
        assertNull(sums.get("rows[1].growth"));
        assertEquals("COMPOSITION_CHANGED", sums.getString("rows[1].growthGap.reason"));
    }

    /** Who stayed has 240 of 1,000 after 190 of 800; each year's own members have 240 of 1,000 after 170 of 800. */
    @Test
    void aBlocsShareIsThatOfTheSameMembersInBothYears() {
        String question =
                "{ tradeRanking(year: 1902, compareWith: 1901, among: [\"QMX\"], orderBy: SHARE_CHANGE%s) { share"
                        + " earlierShare shareChange change { basis { joined { code } } } } }";
        JsonPath like = Graph.data(question.formatted("")).setRootPath("data.tradeRanking[0]");
        JsonPath own =
                Graph.data(question.formatted(", composition: AS_OF_YEAR")).setRootPath("data.tradeRanking[0]");

        assertEquals(24, like.getDouble("share"), EXACT);
        assertEquals(23.75, like.getDouble("earlierShare"), EXACT);
        assertEquals(0.25, like.getDouble("shareChange"), EXACT);
        assertEquals(List.of("QMB", "QMD"), like.getList("change.basis.joined.code"));
        assertEquals(21.25, own.getDouble("earlierShare"), EXACT);
        assertEquals(2.75, own.getDouble("shareChange"), EXACT);
    }

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
