package io.lancang.trade.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TradeRankingTest extends TradeServiceTest {
    @Test
    void findsAseanUpAndTheUnitedStatesAndTheUnionDownSince2017() {
        JsonPath ranking = Graph.data("""
                        query Shares($among: [ID!]) {
                          tradeRanking(year: 2024, compareWith: 2017, orderBy: SHARE_CHANGE, among: $among) {
                            position code partner { name } bloc { name } share earlierShare shareChange
                            point { quality sources { id } } earlierPoint { quality } gap { detail } } }
                        """, Map.of("among", List.of("LAO", "EU", "USA", "ASEAN")))
                .setRootPath("data.tradeRanking");

        assertEquals(List.of("ASEAN", "LAO", "EU", "USA"), ranking.getList("code"));
        assertEquals(3.34, ranking.getDouble("[0].shareChange"), 0.01);
        // The 27 members of 2024 in both years: 12.75 after 13.14. With the United Kingdom in 2017 it was 15.08.
        assertEquals(-0.39, ranking.getDouble("[2].shareChange"), 0.005);
        assertEquals(-3.15, ranking.getDouble("[3].shareChange"), 0.01);
        assertEquals("Association of Southeast Asian Nations", ranking.getString("[0].bloc.name"));
        assertNull(ranking.get("[0].partner"));
        assertEquals("ESTIMATED", ranking.getString("[0].point.quality"));
        assertEquals("DERIVED", ranking.getString("[0].earlierPoint.quality"));
    }

    @Test
    void ranksAllCountriesByAmount() {
        JsonPath ranking = Graph.data("{ tradeRanking(year: 2020, top: 3) { position code share shareChange } }")
                .setRootPath("data.tradeRanking");

        assertEquals(List.of("USA", "JPN", "KOR"), ranking.getList("code"));
        assertEquals(List.of(1, 2, 3), ranking.getList("position"));
        assertNull(ranking.get("[0].shareChange"));
    }

    @Test
    void ranksOneFlowByItsOwnShare() {
        JsonPath ranking = Graph.data("{ tradeRanking(year: 2020, flow: EXPORTS, top: 1) { code share point { exports"
                        + " { amount } } } }")
                .setRootPath("data.tradeRanking");

        double exports = ranking.getDouble("[0].point.exports.amount");
        assertEquals("USA", ranking.getString("[0].code"));
        assertEquals(exports / 2_598_024_026_730.0 * 100, ranking.getDouble("[0].share"), 1e-9);
    }

    @Test
    void putsWhoLacksAFigureLastWithAGap() {
        JsonPath ranking = Graph.data(
                        "{ tradeRanking(year: 2024, compareWith: 1980, orderBy: GROWTH, among: [\"SUN\", \"JPN\"]) { code shareChange gap"
                                + " { reason detail } } }")
                .setRootPath("data.tradeRanking");

        assertEquals(List.of("JPN", "SUN"), ranking.getList("code"));
        assertNull(ranking.get("[1].shareChange"));
        assertNotNull(ranking.get("[1].gap.detail"));
    }

    @Test
    void suggestsTheNearestWhenACodeIsUnknown() {
        JsonPath error = Graph.ask("{ tradeRanking(year: 2024, among: [\"ASEAM\"]) { code } }")
                .setRootPath("errors[0]");

        assertEquals("NOT_FOUND", error.getString("extensions.code"));
        assertTrue(error.getString("extensions.hint").contains("ASEAN"));
    }

    @Test
    void saysThatNobodyCanBeRankedByWhatNoDatasetHas() {
        for (String question :
                List.of("year: 2021, flow: EXPORTS", "year: 2022", "year: 2024, compareWith: 2021, orderBy: GROWTH")) {
            JsonPath error =
                    Graph.ask("{ tradeRanking(" + question + ") { code } }").setRootPath("errors[0]");

            assertEquals("BAD_USER_INPUT", error.getString("extensions.code"), question);
            assertTrue(error.getString("message").contains("nobody can be ranked"), question);
        }
    }

    @Test
    void refusesWhatCannotBeCompared() {
        for (String arguments : List.of(
                "year: 2024, compareWith: 2024",
                "year: 2017, compareWith: 2024",
                "year: 2024, orderBy: GROWTH",
                "year: 2024, composition: AS_OF_YEAR, membersOf: 2020")) {
            assertEquals(
                    "BAD_USER_INPUT",
                    Graph.ask("{ tradeRanking(" + arguments + ", among: [\"EU\"]) { code } }")
                            .getString("errors[0].extensions.code"),
                    arguments);
        }
    }

    /** Of all countries by amount a place in the list is the place among all countries. */
    @Test
    void placesAgreeWithTheRankOfThePoint() {
        JsonPath ranking = Graph.data("{ tradeRanking(year: 2020, top: 240) { position point { rank } } }")
                .setRootPath("data.tradeRanking");

        assertTrue(ranking.getList("position").size() > 200);
        assertEquals(ranking.getList("position"), ranking.getList("point.rank"));
    }

    @Test
    void findsTheTenThatGrewFastestAmongThoseWithABillion() {
        JsonPath ranking = Graph.data("""
                        { tradeRanking(year: 2020, compareWith: 2010, orderBy: CAGR, minValue: 1e9, top: 10) {
                            point { total { amount } } change { cagr } } }
                        """).setRootPath("data.tradeRanking");

        List<Double> rates = ranking.getList("change.cagr", Double.class);
        assertEquals(10, rates.size());
        assertEquals(rates.stream().sorted(java.util.Comparator.reverseOrder()).toList(), rates);
        assertTrue(ranking.getList("point.total.amount", String.class).stream()
                .allMatch(amount -> Double.parseDouble(amount) >= 1e9));
    }

    @Test
    void tellsHowManyPlacesAPartnerMovedUp() {
        JsonPath points = Graph.data(
                        "{ partner(code: \"HKG\") { trade(from: 2018, to: 2019) { points { rank rankChange } } } }")
                .setRootPath("data.partner.trade.points");

        // The United States, Japan and Korea came before it in 2018, Korea no longer in 2019.
        assertEquals(List.of(4, 3), points.getList("rank"));
        assertEquals(1, points.getInt("[1].rankChange"));
    }
}
