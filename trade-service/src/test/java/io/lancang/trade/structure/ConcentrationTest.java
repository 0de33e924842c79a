package io.lancang.trade.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConcentrationTest extends TradeServiceTest {
    private static final String DETAIL =
            "{ year by flow index normalised effectiveNumber count gap { reason detail } }";

    @Test
    void sumsTheSquaredSharesOfEveryCountryInTheTradeWithTheWorld() {
        JsonPath detail = Graph.data("{ partner(code: \"WORLD\") { trade { "
                        + "concentration(year: 2019, by: PARTNER) detail: concentrationDetail(year: 2019, by: PARTNER) "
                        + DETAIL + " } } }")
                .setRootPath("data.partner.trade");

        assertEquals(0.042112768886, detail.getDouble("concentration"), 1e-9);
        assertEquals(0.042112768886, detail.getDouble("detail.index"), 1e-9);
        assertEquals(205, detail.getInt("detail.count"));
        assertEquals(1 / 0.042112768886, detail.getDouble("detail.effectiveNumber"), 1e-6);
        assertEquals((0.042112768886 - 1.0 / 205) / (1 - 1.0 / 205), detail.getDouble("detail.normalised"), 1e-9);
        assertNull(detail.get("detail.gap"));
    }

    @Test
    void spreadsTheTradeWithABlocOverItsMembers() {
        JsonPath answer = Graph.data("{ bloc(code: \"ASEAN\") { trade { concentration(year: 2019, by: PARTNER) } } }");

        assertEquals(0.16681459459, answer.getDouble("data.bloc.trade.concentration"), 1e-9);
    }

    @Test
    void isUndefinedWithAReasonInAYearWithoutTotals() {
        JsonPath detail = Graph.data("{ bloc(code: \"ASEAN\") { trade { "
                        + "concentration(year: 2022, by: PARTNER) concentrationDetail(year: 2022, by: PARTNER) "
                        + DETAIL
                        + " } } }")
                .setRootPath("data.bloc.trade");

        assertNull(detail.get("concentration"));
        assertEquals("NOT_COVERED", detail.getString("concentrationDetail.gap.reason"));
    }

    @Test
    void spreadsTheExportsToABlocAndToTheWorldOverProducts() {
        JsonPath answer = Graph.data("""
                { bloc(code: "ASEAN") { trade { concentration(year: 2015, by: PRODUCT, flow: EXPORTS) } }
                  laos: partner(code: "LAO") { trade {
                    concentrationDetail(year: 2015, by: PRODUCT, flow: EXPORTS) { by index count } } }
                  world: partner(code: "WORLD") { trade {
                    sections: concentration(year: 2015, by: PRODUCT, flow: EXPORTS)
                    chapters: concentrationDetail(year: 2019, by: PRODUCT, flow: EXPORTS, classification: HS1992, level: 2) {
                      index count } } } }
                """);

        assertEquals(0.27112195100294, answer.getDouble("data.bloc.trade.concentration"), 1e-9);
        assertEquals(0.49108138050935, answer.getDouble("data.laos.trade.concentrationDetail.index"), 1e-9);
        assertEquals(9, answer.getInt("data.laos.trade.concentrationDetail.count"));
        assertEquals("PRODUCT", answer.getString("data.laos.trade.concentrationDetail.by"));
        assertEquals(0.31828187496416, answer.getDouble("data.world.trade.sections"), 1e-9);
        assertEquals(0.12162744258911, answer.getDouble("data.world.trade.chapters.index"), 1e-9);
        assertEquals(96, answer.getInt("data.world.trade.chapters.count"));
    }

    @Test
    void isUndefinedByProductWhereChinaReportsNone() {
        JsonPath gap = Graph.data("{ partner(code: \"LAO\") { trade { concentrationDetail(year: 2015, by: PRODUCT) "
                        + DETAIL + " } } }")
                .setRootPath("data.partner.trade.concentrationDetail.gap");

        assertEquals("NOT_COVERED", gap.getString("reason"));
        assertTrue(gap.getString("detail").contains("TOTAL with LAO by SITC3 at level 1"), gap.getString("detail"));
    }

    @Test
    void isGivenByPartnerOrProductOnly() {
        JsonPath answer = Graph.ask("{ partner(code: \"WORLD\") { trade { concentration(year: 2019, by: FLOW) } } }");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].message").contains("FLOW"));
    }

    @Test
    void refusesAYearThatTheDataDoNotKnow() {
        JsonPath answer =
                Graph.ask("{ partner(code: \"WORLD\") { trade { concentration(year: 1492, by: PARTNER) } } }");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].message").contains("1492"));
    }

    @Test
    void namesWhoGainedAndWhoLostShare() {
        JsonPath shift = Graph.data("""
                        { partner(code: "WORLD") { trade { diversification(from: 2017, to: 2020, top: 3) {
                            earlierConcentration concentration concentrationChange moved gap { reason missingPartners { code } }
                            gained { code change partner { name } } lost { code earlierShare share change } } } } }
                        """).setRootPath("data.partner.trade.diversification");

        assertEquals(List.of("VNM", "TWN", "MYS"), shift.getList("gained.code"));
        assertEquals(List.of("USA", "HKG", "KOR"), shift.getList("lost.code"));
        assertEquals(1.16993518, shift.getDouble("gained[0].change"), 1e-7);
        assertEquals("Vietnam", shift.getString("gained[0].partner.name"));
        assertEquals(-1.79840438, shift.getDouble("lost[0].change"), 1e-7);
        assertEquals(
                shift.getDouble("lost[0].share") - shift.getDouble("lost[0].earlierShare"),
                shift.getDouble("lost[0].change"),
                1e-9);
        assertEquals(0.05015302514, shift.getDouble("earlierConcentration"), 1e-9);
        assertEquals(0.04460750435, shift.getDouble("concentration"), 1e-9);
        assertTrue(shift.getDouble("concentrationChange") < 0);
        assertEquals(6.7736, shift.getDouble("moved"), 1e-3);
        assertEquals("MEMBERS_MISSING", shift.getString("gap.reason"));
    }
}
