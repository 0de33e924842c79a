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
    void hasNothingWhereNoPartnerReportsImports() {
        assertEquals(List.of(), mirror("partner: \"VNM\", flow: EXPORTS").getList("data.mirror"));
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
