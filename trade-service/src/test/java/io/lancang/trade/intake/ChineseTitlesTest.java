package io.lancang.trade.intake;

import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Titles in Chinese that a steward brings. */
@QuarkusTest
class ChineseTitlesTest extends IntakeTest {
    private static final String TITLES = "revision,code,title_zh,origin,source\n";

    private final List<String> loaded = new ArrayList<>();

    @AfterEach
    void withdraw() {
        loaded.reversed()
                .forEach(release ->
                        steward().delete("/releases/" + release).then().statusCode(200));
    }

    private void loadTitles(String rows) {
        loaded.add(load("product_titles", TITLES + rows)
                .then()
                .statusCode(201)
                .extract()
                .path("release"));
    }

    private static List<String> found(String search) {
        return Graph.data(
                        "query Search($search: String!) { products(classification: HS2022, search: $search) { nodes { code } } }",
                        Map.of("search", search))
                .getList("data.products.nodes.code");
    }

    private static JsonPath title(String code) {
        return Graph.data("{ product(classification: HS2022, code: \"" + code
                        + "\") { chineseTitle { text origin source { id } } } }")
                .setRootPath("data.product");
    }

    @Test
    void areFoundByTheirWordsInAnyOrder() {
        assertEquals(List.of(), found("充气轮胎"));

        loadTitles("HS2022,4011,新的充气橡胶轮胎,published,UN_COMTRADE\nHS2022,4012,翻新的或旧的充气橡胶轮胎,published,UN_COMTRADE\n");

        assertEquals(List.of("4011", "4012"), found("充气轮胎"));
        assertEquals(List.of("4011", "4012"), found("轮胎 橡胶"));
        assertEquals(List.of("4012"), found("翻新轮胎"));
    }

    /** The title of one chapter is another, and those of the other chapters stay. */
    @Test
    void replaceThoseOfTheirProductsAlone() {
        loadTitles("HS2022,40,橡胶及橡胶制成品,published,UN_COMTRADE\n");

        JsonPath rubber = title("40");
        assertEquals("橡胶及橡胶制成品", rubber.getString("chineseTitle.text"));
        assertEquals("PUBLISHED", rubber.getString("chineseTitle.origin"));
        assertEquals("UN_COMTRADE", rubber.getString("chineseTitle.source.id"));
        assertEquals("TRANSLATED", title("39").getString("chineseTitle.origin"));
    }

    @Test
    void areThereAgainAfterAWithdrawal() {
        loadTitles("HS2022,4011,新的充气橡胶轮胎,published,UN_COMTRADE\nHS2022,40,橡胶,published,UN_COMTRADE\n");
        withdraw();
        loaded.clear();

        assertNull(title("4011").get("chineseTitle"));
        assertEquals("橡胶及其制品", title("40").getString("chineseTitle.text"));
    }

    @Test
    void areRefusedOfProductsThatDoNotExistAndOfUnknownOrigin() {
        load("product_titles", TITLES + "HS2022,4099,无,published,UN_COMTRADE\n")
                .then()
                .statusCode(422)
                .body("rejections.column", hasItems("code"));
        load("product_titles", TITLES + "HS2022,40,橡胶,guessed,UN_COMTRADE\n")
                .then()
                .statusCode(422)
                .body("rejections.line", is(List.of(2)))
                .body("rejections.column", is(List.of("origin")));
    }
}
