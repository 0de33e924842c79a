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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BlocTradeTest extends TradeServiceTest {
    private static final String POINT = """
            period { year } exports { amount quality } imports { amount quality } total { amount quality }
            balance { amount } gap { reason detail missingPartners { code name } } quality rank sources { id }
            """;

    @Test
    void sumsAseanOf2019WithinATwoThousandthOfWhatCustomsAnnounced() {
        JsonPath point = point("ASEAN", "from: 2019, to: 2019");

        assertEquals(641.5e9, point.getDouble("total.amount"), 641.5e9 * 0.002);
        assertEquals("DERIVED", point.getString("total.quality"));
        assertNull(point.get("gap"));
        assertNull(point.get("rank"));
    }

    @Test
    void servesTheAnnouncedTotalOf2022AsAHeadline() {
        JsonPath point = point("ASEAN", "from: 2022, to: 2022");

        assertEquals(975.3e9, point.getDouble("total.amount"), 0);
        assertEquals("HEADLINE", point.getString("total.quality"));
        assertEquals("HEADLINE", point.getString("quality"));
        assertNull(point.get("exports"));
        assertEquals("DERIVED", point.getString("imports.quality"));
        assertNull(point.get("balance"));
        assertEquals("NOT_COVERED", point.getString("gap.reason"));
        assertTrue(point.getList("sources.id").contains("S_ARTICLE"));
    }

    @Test
    void growsAbout24FoldFrom2000To2022() {
        JsonPath change = Graph.data("""
                        { bloc(code: "ASEAN") { trade(from: 2019) { change(from: 2000, to: 2022) {
                            fold percent cagr absolute { amount quality }
                            from { period { year } total { quality } } to { total { quality } } gap { detail } } } } }
                        """).setRootPath("data.bloc.trade.change");

        assertEquals(24.68, change.getDouble("fold"), 0.01);
        assertEquals(2368.19, change.getDouble("percent"), 0.01);
        assertEquals(15.69, change.getDouble("cagr"), 0.01);
        assertEquals("HEADLINE", change.getString("absolute.quality"));
        assertEquals("DERIVED", change.getString("from.total.quality"));
        assertEquals("HEADLINE", change.getString("to.total.quality"));
        assertNull(change.get("gap"));
    }

    @Test
    void saysWhyAChangeIsUndefined() {
        JsonPath change = Graph.data("""
                        { bloc(code: "ASEAN") { trade { change(from: 2020, to: 2021, flow: EXPORTS) {
                            fold percent cagr absolute { amount } gap { reason detail } } } } }
                        """).setRootPath("data.bloc.trade.change");

        assertNull(change.get("fold"));
        assertNull(change.get("absolute"));
        assertEquals("NO_BASE", change.getString("gap.reason"));
        assertTrue(change.getString("gap.detail").startsWith("There is no figure of 2021 for EXPORTS."));
    }

    @Test
    void namesTheMembersWithoutAFigureAndSumsTheRest() {
        JsonPath point = point("ASEAN", "from: 1993, to: 1993");

        assertEquals("MEMBERS_MISSING", point.getString("gap.reason"));
        assertEquals(List.of("BRN"), point.getList("gap.missingPartners.code"));
        // Exports 4,684,086,000, Brunei among them, and imports 5,991,699,000 without Brunei.
        assertEquals(10_675_785_000L, point.getLong("total.amount"));
    }

    @Test
    void countsWhoBelongedInTheYearUnlessTodaysMembersAreAskedFor() {
        // Six members in 1990; Viet Nam, Laos, Myanmar and Cambodia came later, Timor-Leste in 2025.
        JsonPath then = point("ASEAN", "from: 1990, to: 1990");
        JsonPath today = point("ASEAN", "from: 1990, to: 1990, composition: CURRENT");

        // Indonesia 1,249,545,461, Malaysia 1,222,234,263, Philippines 295,427,510, Singapore 2,865,067,885,
        // Thailand 1,240,045,154, Brunei 12,003,049.
        assertEquals(6_884_323_322L, then.getLong("total.amount"));
        // And Viet Nam 2,536,627, Laos 20,913,310, Myanmar 372,835,347, Cambodia 3,187,501.
        assertEquals(7_283_796_107L, today.getLong("total.amount"));
    }

    @Test
    void leavesTheUnitedKingdomInTheUnionUntil2019() {
        JsonPath answer = Graph.data("""
                { asOfYear: bloc(code: "EU") { trade(from: 2019, to: 2020) { points { total { amount } } } }
                  today: bloc(code: "EU") { trade(from: 2019, to: 2020, composition: CURRENT) { points { total { amount } } } }
                  uk: partner(code: "GBR") { trade(from: 2019, to: 2019) { points { total { amount } } } } }
                """);

        assertEquals(
                answer.getDouble("data.uk.trade.points[0].total.amount"),
                answer.getDouble("data.asOfYear.trade.points[0].total.amount")
                        - answer.getDouble("data.today.trade.points[0].total.amount"),
                0.5);
        assertEquals(
                answer.getDouble("data.today.trade.points[1].total.amount"),
                answer.getDouble("data.asOfYear.trade.points[1].total.amount"),
                0.5);
    }

    /**
     * Sums of exports and imports of IMF_DOTS_2022 in US dollars, of the members of the later year in both years; in 1996 Belgium
     * and Luxembourg report as one.
     */
    @ParameterizedTest
    @CsvSource({"2020, 5.42, -7.46", "2004, 33.26, 41.40", "1997, 8.36, 14.45"})
    void growsTheUnionLikeForLikeUnlessEachYearsMembersAreAskedFor(int year, double like, double ownMembers) {
        JsonPath point = Graph.data("""
                { bloc(code: "EU") { trade(from: %1$d, to: %1$d) { points {
                    growth growthOnYear own: growth(composition: AS_OF_YEAR) } } } }""".formatted(year)).setRootPath("data.bloc.trade.points[0]");

        assertEquals(like, point.getDouble("growth"), 0.005);
        assertEquals(like, point.getDouble("growthOnYear"), 0.005);
        assertEquals(ownMembers, point.getDouble("own"), 0.005);
    }

    /** The dataset of 2023 has ASEAN as a partner of its own: 523,535,616,000 and 388,186,754,000 US dollars. */
    @Test
    void showsTheAggregateThatADatasetHasBesideTheSumOverMembers() {
        JsonPath point = Graph.data("""
                { bloc(code: "ASEAN") { trade(from: 2023, to: 2023) { points { total { amount } reportedAggregate {
                    total { amount } exports { amount } } } } } }""").setRootPath("data.bloc.trade.points[0]");

        assertEquals(911_722_370_000L, point.getLong("reportedAggregate.total.amount"));
        assertEquals(911.96e9, point.getDouble("total.amount"), 0.005e9);
    }

    @Test
    void refusesAYearOfMembersWhereTheCompositionHasNone() {
        for (String arguments : List.of("composition: LIKE_FOR_LIKE", "composition: CURRENT, membersOf: 2020")) {
            assertEquals(
                    "BAD_USER_INPUT",
                    Graph.ask("{ bloc(code: \"EU\") { trade(" + arguments + ") { points { growth } } } }")
                            .getString("errors[0].extensions.code"),
                    arguments);
        }
    }

    @Test
    void leavesChinaOutOfABlocThatItBelongsTo() {
        JsonPath point = point("RCEP", "from: 2024, to: 2024");

        assertNull(point.get("gap"));
        assertEquals(
                14,
                Graph.data("{ bloc(code: \"RCEP\") { members(asOf: \"2024-12-31\") { partner { code } } } }")
                                .getList("data.bloc.members")
                                .size()
                        - 1);
    }

    @Test
    void saysThatNobodyBelongedYet() {
        JsonPath point = point("RCEP", "from: 2019, to: 2019");

        assertNull(point.get("total"));
        assertEquals("NO_MEMBERS", point.getString("gap.reason"));
    }

    private static JsonPath point(String code, String arguments) {
        return Graph.data("{ bloc(code: \"" + code + "\") { trade(" + arguments + ") { points { " + POINT + " } } } }")
                .setRootPath("data.bloc.trade.points[0]");
    }
}
