package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Exports to Laos in 2001, made up, by SITC section: of Viet Nam 30, 20 and 50, of Thailand 60 and 40, of Myanmar 100. What counts nowhere are
 * those of ASEAN, those of a month or in yuan, and imports. A dataset that comes before this one has food of Viet Nam alone.
 */
@QuarkusTest
class ComplexityTest extends IntakeTest {
    @BeforeEach
    void loadExports() {
        load("my_customs", """
                reporter,period,partner,flow,currency,amount,classification,product
                VNM,2001,LAO,EXPORT,USD,30,SITC3,0
                VNM,2001,LAO,EXPORT,USD,20,SITC3,2
                VNM,2001,LAO,EXPORT,USD,50,SITC3,7
                THA,2001,LAO,EXPORT,USD,60,SITC3,0
                THA,2001,LAO,EXPORT,USD,40,SITC3,2
                MMR,2001,LAO,EXPORT,USD,100,SITC3,0
                ASEAN,2001,LAO,EXPORT,USD,190,SITC3,0
                VNM,2001-01,LAO,EXPORT,USD,999,SITC3,0
                VNM,2001,LAO,EXPORT,CNY,999,SITC3,0
                VNM,2001,LAO,IMPORT,USD,999,SITC3,0
                """).then().statusCode(201);
    }

    @BeforeEach
    void knowOneExporterByAnotherDataset() throws SQLException {
        execute("""
                insert into trade_rollup (dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency,
                                          valuation, amount, quality, source_ids, parts, computed, release_id)
                select d.id, 'A', '2001-01-01', 'VNM', 'LAO', 'X', p.key, 'USD', 'FOB', 7, 'R', '{GACC_2024}', 1, false, 1
                from dataset d, product p where d.code = 'trade_annual' and p.classification = 'SITC3' and p.code = '0'
                """);
    }

    @AfterEach
    void forgetIt() throws SQLException {
        execute(
                "delete from trade_rollup where reporter_code = 'VNM' and partner_code = 'LAO' and period = '2001-01-01'"
                        + " and dataset_id = (select id from dataset where code = 'trade_annual')");
    }

    /** Viet Nam sells 30, 20 and 50 percent; of 300 altogether food (0) has 190, materials (2) 60 and machines (7) 50. */
    @Test
    void tellsWhatAnExporterIsGoodAtBesideTheOthers() {
        JsonPath answer = Graph.data("""
                { partner(code: "VNM") { revealedComparativeAdvantage(year: 2001, market: "LAO") { exporters dataset { id }
                    products { index exporterShare product { code } } gap { detail } } } }
                """).setRootPath("data.partner.revealedComparativeAdvantage");

        assertEquals(3, answer.getInt("exporters"));
        assertEquals("my_customs", answer.getString("dataset.id"));
        assertEquals(List.of("7", "2", "0"), answer.getList("products.product.code"));
        assertEquals(3.0, answer.getDouble("products[0].index"), 1e-9);
        assertEquals(1.0, answer.getDouble("products[1].index"), 1e-9);
        assertEquals(9.0 / 19, answer.getDouble("products[2].index"), 1e-9);
        assertEquals(30.0, answer.getDouble("products[2].exporterShare"), 1e-9);
        assertNull(answer.get("gap"));
    }

    /** The smaller shares: 30 of 30 and 60 percent, 20 of 20 and 40. */
    @Test
    void tellsHowAlikeTwoExportersAre() {
        JsonPath answer = Graph.data("""
                { partner(code: "VNM") {
                  thailand: exportSimilarity(with: "THA", year: 2001, market: "LAO") { index otherCode gap { reason }
                    dataset { id } }
                  itself: exportSimilarity(with: "VNM", year: 2001, market: "LAO") { index }
                  nobody: exportSimilarity(with: "JPN", year: 2001, market: "LAO") { index gap { reason detail } } } }
                """).setRootPath("data.partner");

        assertEquals(50.0, answer.getDouble("thailand.index"), 1e-9);
        assertEquals("my_customs", answer.getString("thailand.dataset.id"));
        assertEquals(100.0, answer.getDouble("itself.index"), 1e-9);
        assertNull(answer.get("nobody.index"));
        assertTrue(answer.getString("nobody.gap.detail").contains("exports of JPN to LAO in 2001 by SITC3 at level 1"));
    }

    /**
     * Of 300 altogether food (0) has 190, materials (2) 60, machines (7) 50. Advantages: Viet Nam in machines (50 percent
     * against 17) and, with as much as all, in materials (20 against 20); Thailand in materials (40 against 20); Myanmar in food (100
     * against 63). Thailand sells what has 250 of 300, Myanmar what has 190.
     */
    @Test
    void tellsWhoSellsWhatFewOthersDo() {
        JsonPath answer = Graph.data("""
                { economicComplexity(year: 2001, market: "LAO") { economies { code partner { name } index diversity
                  extensiveMargin } products { product { code } index ubiquity nearest { product { code } proximity } }
                  gap { reason } dataset { id } } }
                """).setRootPath("data.economicComplexity");

        assertEquals(
                List.of("MMR", "THA", "VNM"),
                answer.<String>getList("economies.code").stream().sorted().toList());
        assertEquals(2, answer.getInt("economies.find { it.code == 'VNM' }.diversity"));
        assertEquals(1, answer.getInt("economies.find { it.code == 'THA' }.diversity"));
        assertEquals(100.0, answer.getDouble("economies.find { it.code == 'VNM' }.extensiveMargin"), 1e-9);
        assertEquals(100 * 250.0 / 300, answer.getDouble("economies.find { it.code == 'THA' }.extensiveMargin"), 1e-9);
        assertEquals(100 * 190.0 / 300, answer.getDouble("economies.find { it.code == 'MMR' }.extensiveMargin"), 1e-9);
        assertEquals(2, answer.getInt("products.find { it.product.code == '2' }.ubiquity"));
        // Viet Nam alone has both, two have materials.
        assertEquals(0.5, answer.getDouble("products.find { it.product.code == '7' }.nearest[0].proximity"), 1e-9);
        assertEquals("2", answer.getString("products.find { it.product.code == '7' }.nearest[0].product.code"));
        assertEquals(List.of(), answer.getList("products.find { it.product.code == '0' }.nearest"));
        assertNull(answer.get("gap"));
    }

    /**
     * Laos, made up, sells Viet Nam 10 of food and 50 of machines, and Viet Nam sells Laos 30, 20 of materials and 50. Differences 20, 20 and
     * 0 of 40, 20 and 100: 1 - 40 / 160. With imports of its own, 30 of food and nothing else, 20 and 50 of 40 and 50: 1 - 70 / 90.
     */
    @Test
    void tellsHowMuchTradeGoesBothWays() {
        String exports = """
                reporter,period,partner,flow,currency,amount,classification,product
                LAO,2001,VNM,EXPORT,USD,10,SITC3,0
                LAO,2001,VNM,EXPORT,USD,50,SITC3,7
                """;
        load("my_customs", exports).then().statusCode(201);
        String query =
                "{ partner(code: \"VNM\") { intraIndustryTrade(year: 2001, reporter: \"LAO\") { index mirrored gap { detail }"
                        + " dataset { id } } } }";
        JsonPath mirrored = Graph.data(query).setRootPath("data.partner.intraIndustryTrade");
        load("my_customs", exports + "LAO,2001,VNM,IMPORT,USD,30,SITC3,0\n")
                .then()
                .statusCode(201);
        JsonPath reported = Graph.data(query).setRootPath("data.partner.intraIndustryTrade");

        assertEquals(75.0, mirrored.getDouble("index"), 1e-9);
        assertTrue(mirrored.getBoolean("mirrored"));
        assertEquals("my_customs", mirrored.getString("dataset.id"));
        assertEquals(100 * 20.0 / 90, reported.getDouble("index"), 1e-9);
        assertEquals(false, reported.getBoolean("mirrored"));
        assertTrue(Graph.data(query.replace("2001", "2002"))
                .getString("data.partner.intraIndustryTrade.gap.detail")
                .startsWith("No dataset has both ways of the trade of LAO with VNM in 2002"));
    }

    @Test
    void saysWhereNobodyCanBeCompared() {
        JsonPath answer = Graph.data(
                        "{ economicComplexity(year: 2002, market: \"LAO\") { economies { code } gap { detail } } }")
                .setRootPath("data.economicComplexity");

        assertEquals(List.of(), answer.getList("economies"));
        assertTrue(answer.getString("gap.detail")
                .startsWith("No dataset has exports of several economies to LAO in 2002"));
    }

    @Test
    void isThereForWhatShips() {
        JsonPath answer = Graph.data(
                        "{ economicComplexity(year: 2015) { economies { code index } products { index } } }")
                .setRootPath("data.economicComplexity");

        assertTrue(answer.getList("economies").size() > 100);
        assertEquals(10, answer.getList("products").size());
    }
}
