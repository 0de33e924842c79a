package io.lancang.trade.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProductsTest extends TradeServiceTest {
    @ParameterizedTest
    @CsvSource({
        "HS2022,1,21",
        "HS2022,2,97",
        "HS2022,4,1229",
        "HS2012,1,21",
        "HS2012,2,97",
        "HS2017,2,97",
        "SITC3,1,10",
        "SITC4,2,67",
        "SITC4,3,262"
    })
    void areAsManyAtALevelAsTheClassificationHas(String classification, int level, int count) {
        JsonPath found = Graph.data("{ products(classification: " + classification + ", level: " + level
                        + ") { totalCount nodes { code } } }")
                .setRootPath("data.products");

        assertEquals(count, found.getInt("totalCount"));
        assertEquals(Math.min(count, 100), found.getList("nodes").size());
    }

    @Test
    void formATreeUpToAllGoods() {
        JsonPath product = Graph.data("""
                        { product(classification: HS2022, code: "854231") { id title level section source { id }
                            parent { id level parent { id parent { id parent { id title classification } } } } } }
                        """).setRootPath("data.product");

        assertEquals("H6:854231", product.getString("id"));
        assertEquals("XVI", product.getString("section"));
        assertEquals("HS_DATASETS", product.getString("source.id"));
        assertEquals("H6:8542", product.getString("parent.id"));
        assertEquals("H6:85", product.getString("parent.parent.id"));
        assertEquals("H6:XVI", product.getString("parent.parent.parent.id"));
        assertEquals("TOTAL", product.getString("parent.parent.parent.parent.id"));
        assertNull(product.get("parent.parent.parent.parent.classification"));
    }

    @Test
    void areFoundByTheWordsOfTheirTitlesInAnyForm() {
        List<String> found = Graph.data(
                        "{ products(classification: HS2022, level: 4, search: \"rubber tyre\") { nodes { code } } }")
                .getList("data.products.nodes.code");

        assertTrue(found.contains("4011"), found::toString);
        assertTrue(found.contains("4012"), found::toString);
    }

    /** No code has a sign that patterns are made of. */
    @ParameterizedTest
    @CsvSource({"'%'", "'_'", "'85_2'"})
    void areFoundByTheLettersOfTheSearchAndNotByAPattern(String search) {
        List<String> found = Graph.data(
                        "query Search($search: String!) { products(classification: HS2022, search: $search) { nodes { code } } }",
                        Map.of("search", search))
                .getList("data.products.nodes.code");

        assertEquals(List.of(), found);
    }

    /** Titles of chapters 39 and 40 have articles of plastics, and of rubber; only one has rubber. */
    @ParameterizedTest
    @CsvSource({"橡胶,VII 40", "橡胶制品,VII 40", "'塑料 制品',VII 39", "蚕丝,50", "电机零件,85"})
    void areFoundByTheWordsOfTheirChineseTitles(String search, String codes) {
        List<String> found = Graph.data(
                        "query Search($search: String!) { products(classification: HS2022, search: $search) { nodes { code } } }",
                        Map.of("search", search))
                .getList("data.products.nodes.code");

        assertEquals(List.of(codes.split(" ")), found);
    }

    @Test
    void areCalledInChineseByATranslationThatSaysSo() {
        JsonPath titles = Graph.data("""
                { machines: product(classification: HS2017, code: "84") { chineseTitle { text origin source { id licence } } }
                  food: product(classification: SITC3, code: "0") { chineseTitle { text } }
                  circuits: product(classification: HS2022, code: "8542") { chineseTitle { text } } }
                """).setRootPath("data");

        assertEquals("核反应堆、锅炉、机器、机械器具及其零件", titles.getString("machines.chineseTitle.text"));
        assertEquals("TRANSLATED", titles.getString("machines.chineseTitle.origin"));
        assertEquals("LANCANG_TITLES_ZH", titles.getString("machines.chineseTitle.source.id"));
        assertEquals("Apache-2.0", titles.getString("machines.chineseTitle.source.licence"));
        assertEquals("食品及活动物", titles.getString("food.chineseTitle.text"));
        assertNull(titles.get("circuits.chineseTitle"));
    }

    @Test
    void areFoundByTheBeginningOfTheirCode() {
        List<String> found = Graph.data(
                        "{ products(classification: HS2022, level: 4, search: \"854\") { nodes { code } } }")
                .getList("data.products.nodes.code");

        assertEquals(List.of("8540", "8541", "8542", "8543", "8544", "8545", "8546", "8547", "8548", "8549"), found);
    }

    /** The 97 chapters of the HS: two pages of 40 and one of 17, from either end. */
    @Test
    void comePageByPageEachOnceFromEitherEnd() {
        List<String> forwards = new ArrayList<>();
        JsonPath page = page("first: 40");
        forwards.addAll(page.getList("nodes.id"));
        assertFalse(page.getBoolean("pageInfo.hasPreviousPage"));
        while (page.getBoolean("pageInfo.hasNextPage")) {
            page = page("first: 40, after: \"" + page.getString("pageInfo.endCursor") + "\"");
            assertTrue(page.getBoolean("pageInfo.hasPreviousPage"));
            forwards.addAll(page.getList("nodes.id"));
        }
        List<String> backwards = new ArrayList<>();
        page = page("last: 40");
        backwards.addAll(0, page.getList("nodes.id"));
        assertFalse(page.getBoolean("pageInfo.hasNextPage"));
        while (page.getBoolean("pageInfo.hasPreviousPage")) {
            page = page("last: 40, before: \"" + page.getString("pageInfo.startCursor") + "\"");
            assertTrue(page.getBoolean("pageInfo.hasNextPage"));
            backwards.addAll(0, page.getList("nodes.id"));
        }

        assertEquals(97, forwards.stream().distinct().count());
        assertEquals(97, forwards.size());
        assertEquals(forwards, backwards);
        assertEquals(17, page.getList("nodes").size());
    }

    @Test
    void areFoundByTheirKey() {
        JsonPath found = Graph.data("""
                { _entities(representations: [{__typename: "Product", id: "H6:8542"}, {__typename: "Product", id: "H6:none"}]) {
                    ... on Product { code nodeId } } }
                """).setRootPath("data._entities");

        assertEquals("8542", found.getString("[0].code"));
        assertEquals("Product:H6:8542", found.getString("[0].nodeId"));
        assertNull(found.get("[1]"));
    }

    @Test
    void areRelatedBetweenHarmonizedSystemAndSitc() {
        JsonPath related = Graph.data("""
                        { hs: product(classification: HS2022, code: "010121") {
                            concordance { classification code product { title } source { id } } }
                          sitc: product(classification: SITC4, code: "0015") {
                            concordance { classification code product { id } } }
                          monetaryGold: product(classification: HS2022, code: "710820") { concordance { classification code } }
                          chapter: product(classification: HS2022, code: "71") { concordance { code } } }
                        """).setRootPath("data");

        assertTrue(related.getList("hs.concordance.classification").contains("SITC4"));
        assertEquals(
                "CONCORDANCE_R", related.getString("hs.concordance.find { it.classification == 'SITC4' }.source.id"));
        assertTrue(related.getList("sitc.concordance.findAll { it.classification == 'HS2022' }.product.id")
                .contains("H6:010121"));
        assertEquals(
                "H5:010121", related.getString("sitc.concordance.find { it.classification == 'HS2017' }.product.id"));
        // It has no SITC code, and is the same in the HS of 2012 and 2017.
        assertEquals(List.of("HS2012", "HS2017"), related.getList("monetaryGold.concordance.classification"));
        assertEquals(List.of(), related.getList("chapter.concordance"));
    }

    /** Smartphones, 8517.13 of 2022, were a part of 8517.12, telephones for cellular networks, of 2012 and 2017. */
    @Test
    void areRelatedBetweenRevisionsOfTheHarmonizedSystem() {
        JsonPath related = Graph.data("""
                        { now: product(classification: HS2022, code: "851713") { concordance { classification code source { id } } }
                          then: product(classification: HS2012, code: "851712") { concordance { classification code } } }
                        """).setRootPath("data");

        assertEquals("851712", related.getString("now.concordance.find { it.classification == 'HS2017' }.code"));
        assertEquals("851712", related.getString("now.concordance.find { it.classification == 'HS2012' }.code"));
        assertEquals(
                "CONCORDANCE_R_HS",
                related.getString("now.concordance.find { it.classification == 'HS2017' }.source.id"));
        assertTrue(related.getList("then.concordance.findAll { it.classification == 'HS2022' }.code")
                .containsAll(List.of("851713", "851714")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "products(classification: HS2022, level: 3) { nodes { code } }|BAD_USER_INPUT|1, 2, 4, 6",
                "products(classification: BEC5) { nodes { code } }|BAD_USER_INPUT|HS2022",
                "products(classification: HS2022, parent: \"85\") { nodes { code } }|BAD_USER_INPUT|H6:85",
                "products(classification: HS2022, first: 0) { nodes { code } }|BAD_USER_INPUT|1 to 500",
                "product(classification: HS2022, code: \"8543310\") { code }|NOT_FOUND|854310"
            })
    void areRefusedWithTheWayOut(String field, String code, String hint) {
        JsonPath answer = Graph.ask("{ " + field + " }");

        assertEquals(code, answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].extensions.hint").contains(hint), () -> answer.getString("errors"));
    }

    private static JsonPath page(String which) {
        return Graph.data("{ products(classification: HS2022, level: 2, " + which
                        + ") { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }")
                .setRootPath("data.products");
    }
}
