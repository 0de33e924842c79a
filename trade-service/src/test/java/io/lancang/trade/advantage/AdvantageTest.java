package io.lancang.trade.advantage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected numbers follow from the packaged matrix of exports by SITC section by the definitions alone. */
@QuarkusTest
class AdvantageTest extends TradeServiceTest {
    @Test
    void tellsWhatAPartnerIsGoodAtSellingToChina() {
        JsonPath laos = Graph.data("""
                { partner(code: "LAO") { revealedComparativeAdvantage(year: 2015) {
                    marketCode exporters dataset { id } gap { detail }
                    products { index symmetricIndex exporterShare marketShare exports { amount valuation } product { code title } }
                } } }""").setRootPath("data.partner.revealedComparativeAdvantage");

        assertEquals(
                List.of("2", "0", "6"), laos.getList("products.product.code").subList(0, 3));
        assertEquals(6.979777558697, laos.getDouble("products[0].index"), 1e-9);
        assertEquals((6.979777558697 - 1) / (6.979777558697 + 1), laos.getDouble("products[0].symmetricIndex"), 1e-9);
        assertEquals(
                laos.getDouble("products[0].exporterShare") / laos.getDouble("products[0].marketShare"),
                laos.getDouble("products[0].index"),
                1e-9);
        assertEquals(1.130370024855, laos.getDouble("products[2].index"), 1e-9);
        assertEquals("trade_by_sitc_section", laos.getString("dataset.id"));
        assertEquals("CHN", laos.getString("marketCode"));
        assertNull(laos.get("gap"));
    }

    @Test
    void comparesPartnersOfAListEachForItself() {
        JsonPath answer = Graph.data("""
                { bloc(code: "ASEAN") { members { partner { code
                    revealedComparativeAdvantage(year: 2015) { products { index product { code } } }
                    tradeComplementarity(year: 2015) { index } } } } }""");

        String thailand = "data.bloc.members.partner.find { it.code == 'THA' }";
        assertEquals("0", answer.getString(thailand + ".revealedComparativeAdvantage.products[0].product.code"));
        assertEquals(
                4.361113338108, answer.getDouble(thailand + ".revealedComparativeAdvantage.products[0].index"), 1e-9);
        assertEquals(71.405585586591, answer.getDouble(thailand + ".tradeComplementarity.index"), 1e-9);
    }

    @Test
    void isUndefinedWithAReasonWhereNobodyElseSellsThere() {
        JsonPath china = Graph.data("""
                { partner(code: "CHN") {
                    toLaos: revealedComparativeAdvantage(year: 2015, market: "LAO") { exporters products { index } gap { reason detail } }
                    toAll: revealedComparativeAdvantage(year: 2015, market: "WORLD") { gap { reason detail } }
                    other: revealedComparativeAdvantage(year: 2010, market: "LAO") { gap { reason detail } }
                } }""").setRootPath("data.partner");

        assertEquals("NOT_COVERED", china.getString("toLaos.gap.reason"));
        assertTrue(china.getString("toLaos.gap.detail").contains("nobody to compare them with"));
        assertEquals(List.of(), china.getList("toLaos.products"));
        assertTrue(china.getString("toAll.gap.detail").contains("No dataset has exports of CHN to WORLD"));
        assertTrue(china.getString("other.gap.detail").contains("2010"));
    }

    @Test
    void saysHowWellExportsSuitImportsAndFromWhatItKnows() {
        JsonPath answer = Graph.data("""
                { laos: partner(code: "LAO") { tradeComplementarity(year: 2015) {
                    index exportBasis importBasis dataset { id }
                    products { exportShare importShare overlap product { code } } } }
                  china: partner(code: "CHN") { tradeComplementarity(year: 2015, importer: "LAO") {
                    index exportBasis importBasis } } }""").setRootPath("data");

        assertEquals(24.514765591589, answer.getDouble("laos.tradeComplementarity.index"), 1e-9);
        assertEquals("BILATERAL", answer.getString("laos.tradeComplementarity.exportBasis"));
        assertEquals("MIRRORED", answer.getString("laos.tradeComplementarity.importBasis"));
        assertEquals(10, answer.getList("laos.tradeComplementarity.products").size());
        assertEquals(
                100.0,
                answer.getList("laos.tradeComplementarity.products.importShare", Double.class).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum(),
                1e-9);
        assertEquals(74.418648573011, answer.getDouble("china.tradeComplementarity.index"), 1e-9);
        assertEquals("ALL_PARTNERS", answer.getString("china.tradeComplementarity.exportBasis"));
        assertEquals("BILATERAL", answer.getString("china.tradeComplementarity.importBasis"));
    }

    @Test
    void hasNoComplementarityOfTwoWhoseTradeIsLoadedOnlyWithChina() {
        JsonPath gap = Graph.data("""
                { partner(code: "LAO") { tradeComplementarity(year: 2015, importer: "THA") { index gap { reason detail } } } }""").setRootPath("data.partner.tradeComplementarity");

        assertNull(gap.get("index"));
        assertEquals("NOT_COVERED", gap.getString("gap.reason"));
    }

    @Test
    void refusesALevelAPartnerAndAYearThatDoNotExist() {
        assertEquals(
                "BAD_USER_INPUT",
                Graph.ask(
                                "{ partner(code: \"LAO\") { revealedComparativeAdvantage(year: 2015, level: 9) { exporters } } }")
                        .getString("errors[0].extensions.code"));
        assertEquals(
                "NOT_FOUND",
                Graph.ask(
                                "{ partner(code: \"LAO\") { tradeComplementarity(year: 2015, importer: \"THB\") { index } } }")
                        .getString("errors[0].extensions.code"));
        assertEquals(
                "BAD_USER_INPUT",
                Graph.ask("{ partner(code: \"LAO\") { tradeComplementarity(year: 20150) { index } } }")
                        .getString("errors[0].extensions.code"));
    }
}
