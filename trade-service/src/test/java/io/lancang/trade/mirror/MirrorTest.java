package io.lancang.trade.mirror;

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
class MirrorTest extends TradeServiceTest {
    private static final String FIGURE = """
            period { year } flow reported { amount valuation } partnerReported { amount valuation }
            difference { amount } differencePercent gap { reason detail } sources { id }
            """;

    @Test
    void putsChinasImportsBesideThePartnersExports() {
        JsonPath figure = mirror("partner: \"VNM\", from: 2015, to: 2015").setRootPath("data.mirror[0]");

        assertEquals(23_796_604_764L, figure.getLong("reported.amount"));
        assertEquals("CIF", figure.getString("reported.valuation"));
        assertEquals(21_457_667_949L, figure.getLong("partnerReported.amount"));
        assertEquals("FOB", figure.getString("partnerReported.valuation"));
        assertEquals(2_338_936_815L, figure.getLong("difference.amount"));
        assertEquals(100 * 2_338_936_815.0 / 21_457_667_949.0, figure.getDouble("differencePercent"), 1e-9);
        assertEquals(List.of("IMF_DOTS_2022", "UNCTAD_MTM"), figure.getList("sources.id"));
    }

    @Test
    void tellsTheYearsThatPartnersReportsAreLoadedFor() {
        assertEquals(List.of(1995, 2005, 2015), mirror("partner: \"VNM\"").getList("data.mirror.period.year"));
    }

    @Test
    void saysWhichSideHasNoFigure() {
        // China reported Belgium together with Luxembourg in 1995; the Netherlands Antilles reported nothing in 2015.
        JsonPath belgium = mirror("partner: \"BEL\", from: 1995, to: 1995").setRootPath("data.mirror[0]");
        JsonPath antilles = mirror("partner: \"ANT\", from: 2015, to: 2015").setRootPath("data.mirror[0]");

        assertNull(belgium.get("reported"));
        assertNull(belgium.get("difference"));
        assertEquals("China reported no figure of 1995.", belgium.getString("gap.detail"));
        assertNull(antilles.get("partnerReported"));
        assertEquals("ANT reported no figure of 2015.", antilles.getString("gap.detail"));
    }

    @Test
    void saysThatNoPartnerReportsImports() {
        JsonPath answer = Graph.ask("{ mirror(partner: \"VNM\", flow: EXPORTS) { flow } }");
        JsonPath gap = Graph.data(
                        "{ partner(code: \"VNM\") { mirror(flow: EXPORTS) { figures { flow } gap { reason detail } } } }")
                .setRootPath("data.partner.mirror");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].message").contains("imports from China that VNM reported"));
        assertEquals(List.of(), gap.getList("figures"));
        assertEquals("NOT_COVERED", gap.getString("gap.reason"));
        assertTrue(gap.getString("gap.detail").contains("imports from China that VNM reported"));
    }

    @Test
    void seesItFromThePartnersSide() {
        JsonPath figure = mirror("partner: \"CHN\", reporter: \"VNM\", flow: EXPORTS, from: 2015, to: 2015")
                .setRootPath("data.mirror[0]");

        assertEquals(21_457_667_949L, figure.getLong("reported.amount"));
        assertEquals(23_796_604_764L, figure.getLong("partnerReported.amount"));
        assertEquals(-2_338_936_815L, figure.getLong("difference.amount"));
    }

    /**
     * China's imports from the ten of 2015: 97,272,880 + 19,815,493,450 + 666,286,816 + 1,298,095,704 + 5,239,284,247
     * + 53,226,898,038 + 19,022,141,775 + 26,021,686,795 + 37,212,709,033 + 23,796,604,764; their exports to China: 98,551,307
     * + 15,187,039,407 + 586,282,958 + 601,226,875 + 404,237,668 + 26,062,953,599 + 6,393,072,934 + 47,724,163,757
     * + 23,311,428,604 + 21,457,667,949.
     */
    @Test
    void sumsTheMembersOfABloc() {
        JsonPath root = mirror("partner: \"ASEAN\", from: 2015, to: 2015").setRootPath("data.mirror[0]");
        JsonPath field = Graph.data(
                        "{ bloc(code: \"ASEAN\") { mirror(from: 2015, to: 2015) { reporterCode flow figures {" + FIGURE
                                + "} } } }")
                .setRootPath("data.bloc.mirror");

        assertEquals(186_396_473_502L, root.getLong("reported.amount"));
        assertEquals(141_826_625_058L, root.getLong("partnerReported.amount"));
        assertEquals(44_569_848_444L, root.getLong("difference.amount"));
        assertNull(root.get("gap"));
        assertEquals("CHN", field.getString("reporterCode"));
        assertEquals(186_396_473_502L, field.getLong("figures[0].reported.amount"));
    }

    @Test
    void comparesTheMembersThatBothSidesHaveFiguresOf() {
        // China reported Belgium and Luxembourg as one in 1995, and each of them reported for itself.
        JsonPath union = mirror("partner: \"EU\", from: 1995, to: 1995").setRootPath("data.mirror[0]");

        assertEquals("MEMBERS_MISSING", union.getString("gap.reason"));
        assertTrue(
                union.getString("gap.detail").contains("one side has no figure of BEL, LUX"),
                union.getString("gap.detail"));
    }

    @Test
    void suggestsTheNearestCodeForAnUnknownOne() {
        JsonPath answer = Graph.ask("{ mirror(partner: \"VNN\") { flow } }");

        assertEquals("NOT_FOUND", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].extensions.hint").contains("VNM"));
        assertNull(answer.get("data"));
    }

    private static JsonPath mirror(String arguments) {
        return Graph.data("{ mirror(" + arguments + ") { " + FIGURE + " } }");
    }
}
