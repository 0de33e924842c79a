package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who comes first in {@link SmallWorld}, by what, and with which share; each expected number has its sum beside it. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldRankTest extends InSmallWorld {
    private static List<Integer> ranks(String code) {
        return partner(code, "(from: 1901, to: 1902)", "points { rank }").getList("points.rank");
    }

    private static int moved(String code) {
        return partner(code, "(from: 1902, to: 1902)", "points { rankChange }").getInt("points[0].rankChange");
    }

    /** The second dataset has QMB before QMA. */
    @Test
    void aPlaceIsAmongTheFiguresOfTheDatasetThatComesFirst() {
        assertEquals(Arrays.asList(1, 1), ranks("QMA"));
        assertEquals(Arrays.asList(2, 3), ranks("QMB"));
        assertEquals(Arrays.asList(3, 2), ranks("QMC"));
        assertEquals(Arrays.asList(null, null), ranks("QMD"));
    }

    @Test
    void aPlaceMovesUpByThePlacesThatItGained() {
        assertEquals(0, moved("QMA"));
        assertEquals(-1, moved("QMB"));
        assertEquals(1, moved("QMC"));
    }

    /** In January QMJ has 20 and QMA 15, a year later 24 and 18; of the month between there is nothing. */
    @Test
    void aPlaceOfAMonthMovesSinceTheSameMonthOfTheYearBefore() {
        JsonPath january = partner(
                        "QMA",
                        "(from: 1902, to: 1902, frequency: MONTHLY)",
                        "points { period { month } rank rankChange }")
                .setRootPath("data.it.trade.points[0]");

        assertEquals(1, january.getInt("period.month"));
        assertEquals(2, january.getInt("rank"));
        assertEquals("0", january.getString("rankChange"));
    }

    /** In 1902 QMH has 5, QME 4, QMF and QMZ 3 each. */
    @Test
    void equalsHaveTheSamePlaceAndTheNextComesAfterAllOfThem() {
        JsonPath ranking = Graph.data("""
                { tradeRanking(year: 1902, ascending: true, among: ["QMH", "QMZ", "QME", "QMF"]) { position code } }""").setRootPath("data.tradeRanking");

        assertEquals(List.of("QMF", "QMZ", "QME", "QMH"), ranking.getList("code"));
        assertEquals(List.of(1, 1, 3, 4), ranking.getList("position"));
    }

    @Test
    void aPartnerThatIsNamedTwiceHasOnePlace() {
        List<String> codes = Graph.data("{ tradeRanking(year: 1902, among: [\"QMB\", \"QMA\", \"QMB\"]) { code } }")
                .getList("data.tradeRanking.code");

        assertEquals(List.of("QMA", "QMB"), codes);
    }

    /** QMA and QMB, the members of 1902: 180 + 60. QMA and QMC, those of 1901: 180 + 70. */
    @Test
    void aBlocHasThePlaceOfTheMembersOfTheYearThatIsAskedFor() {
        JsonPath ranking = Graph.data("""
                { own: tradeRanking(year: 1902, among: ["QMX"]) { point { total { amount } } }
                  other: tradeRanking(year: 1902, among: ["QMX"], membersOf: 1901) { point { total { amount } } } }""").setRootPath("data");

        assertEquals(240, ranking.getDouble("own[0].point.total.amount"), EXACT);
        assertEquals(250, ranking.getDouble("other[0].point.total.amount"), EXACT);
    }

    /** Of China's own goods 9 + 9 came back in 1903, more than the 6 + 2 of QME. */
    @Test
    void whoReportsHasNoPlace() {
        assertEquals(
                List.of(2),
                partner("QME", "(from: 1903, to: 1903)", "points { rank }").getList("points.rank"));
        assertEquals(
                List.of("QMA", "QMB", "QME"),
                Graph.data("{ tradeRanking(year: 1903) { code } }").getList("data.tradeRanking.code"));
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
}
