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
class PointStructureTest extends TradeServiceTest {
    private static final String RATIOS = """
            points { tradeToGdp { value gap { reason detail } } tradePerHead { value gap { reason } } }
            """;

    @Test
    void measuresTradeByThePartnersProductAndPopulation() {
        JsonPath point = partner("LAO", "from: 2019, to: 2019", RATIOS);

        // 3,947,489,270 dollars; product 18,740,561,513 dollars; 7,237,636 heads.
        assertEquals(21.063879368, point.getDouble("tradeToGdp.value"), 1e-8);
        assertEquals(545.411411958, point.getDouble("tradePerHead.value"), 1e-8);
        assertNull(point.get("tradeToGdp.gap"));
    }

    @Test
    void measuresTheTradeWithTheWorldByChinasOwnProduct() {
        JsonPath point = partner("WORLD", "from: 2019, to: 2019", RATIOS);

        assertEquals(
                100 * (2_498_548_632_920.0 + 2_068_950_255_800.0) / 14_279_968_506_272.0,
                point.getDouble("tradeToGdp.value"),
                1e-8);
    }

    @Test
    void dividesNoYuanByDollars() {
        JsonPath point = partner("LAO", "from: 2023, to: 2023, currency: CNY", RATIOS);

        assertNull(point.get("tradeToGdp.value"));
        assertEquals("CURRENCY_NOT_AVAILABLE", point.getString("tradeToGdp.gap.reason"));
    }

    @Test
    void hasNoRatioWithoutATotal() {
        JsonPath point = partner("LAO", "from: 2021, to: 2021", RATIOS);

        assertNull(point.get("tradeToGdp.value"));
        assertEquals("NO_BASE", point.getString("tradeToGdp.gap.reason"));
    }

    @Test
    void splitsABlocIntoWhatItsMembersContribute() {
        JsonPath contributions = Graph.data("""
                        { bloc(code: "ASEAN") { trade(from: 2019, to: 2019) { points { contributions {
                            code missing share contributionToGrowth total { amount } partner { name } } } } } }
                        """).setRootPath("data.bloc.trade.points[0].contributions");

        assertEquals(
                List.of("VNM", "MYS", "THA", "SGP", "IDN", "PHL", "MMR", "KHM", "LAO", "BRN"),
                contributions.getList("code"));
        assertEquals(25.2483011618, contributions.getDouble("[0].share"), 1e-8);
        assertEquals(2.3185731902, contributions.getDouble("[0].contributionToGrowth"), 1e-8);
        assertEquals("Vietnam", contributions.getString("[0].partner.name"));
        assertEquals(3_947_489_270L, contributions.getLong("[8].total.amount"));
    }

    @Test
    void putsMembersWithoutAFigureLastAndSaysSo() {
        // Belgium and Luxembourg were reported together until 1996.
        JsonPath contributions = Graph.data("""
                        { bloc(code: "EU") { trade(from: 1996, to: 1996) { points { contributions {
                            code missing share total { amount } } } } } }
                        """).setRootPath("data.bloc.trade.points[0].contributions");

        assertEquals(List.of("BEL", "LUX"), contributions.getList("findAll { it.missing }.code"));
        assertTrue(contributions.getBoolean("[-1].missing"));
        assertNull(contributions.get("[-1].share"));
    }

    private static JsonPath partner(String code, String arguments, String selection) {
        return Graph.data("{ partner(code: \"" + code + "\") { trade(" + arguments + ") { " + selection + " } } }")
                .setRootPath("data.partner.trade.points[0]");
    }
}
