package io.lancang.trade.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PartnersTest extends TradeServiceTest {
    @Test
    void findsAPartnerByCode() {
        JsonPath partner = Graph.data(
                        "{ partner(code: \"LAO\") { code iso2 isoNumeric kind region name zh: name(language: ZH) } }")
                .setRootPath("data.partner");

        assertEquals("LA", partner.getString("iso2"));
        assertEquals("418", partner.getString("isoNumeric"));
        assertEquals("COUNTRY", partner.getString("kind"));
        assertEquals("South-eastern Asia", partner.getString("region"));
        assertEquals("Lao People's Democratic Republic", partner.getString("name"));
        assertEquals("老挝", partner.getString("zh"));
    }

    @Test
    void tellsSizeByYear() {
        JsonPath indicators = Graph.data(
                        "{ partner(code: \"LAO\") { indicators(from: 2020, to: 2021) { year gdp { amount currency } population"
                                + " gdpPerHead } } }")
                .setRootPath("data.partner.indicators");

        assertEquals(List.of(2020, 2021), indicators.getList("year"));
        assertEquals(7_346_533, indicators.getInt("[0].population"));
        assertEquals(18_981_805_250.0 / 7_346_533, indicators.getDouble("[0].gdpPerHead"), 0.01);
    }

    @Test
    void pagesThroughAllPartnersEachOnce() {
        List<String> codes = new ArrayList<>();
        JsonPath page = page(null);
        codes.addAll(page.getList("nodes.code"));
        while (page.getBoolean("pageInfo.hasNextPage")) {
            page = page(page.getString("pageInfo.endCursor"));
            codes.addAll(page.getList("nodes.code"));
        }

        assertEquals(286, codes.size());
        assertEquals(286, codes.stream().distinct().count());
        assertEquals(286, page.getInt("totalCount"));
        assertTrue(page.getBoolean("pageInfo.hasPreviousPage"));
    }

    /** 286 partners: 86 are left in front of two pages of 100 from the end. */
    @Test
    void pagesBackwardsFromTheEndInTheOrderOfTheList() {
        for (PartnerOrder order : PartnerOrder.values()) {
            List<String> codes = new ArrayList<>();
            String before = "";
            JsonPath page;
            do {
                page = Graph.data("{ partners(last: 100, orderBy: " + order + before
                                + ") { nodes { code } pageInfo { hasPreviousPage hasNextPage startCursor } } }")
                        .setRootPath("data.partners");
                assertEquals(!codes.isEmpty(), page.getBoolean("pageInfo.hasNextPage"));
                codes.addAll(0, page.getList("nodes.code"));
                before = ", before: \"" + page.getString("pageInfo.startCursor") + "\"";
            } while (page.getBoolean("pageInfo.hasPreviousPage"));

            assertEquals(86, page.getList("nodes").size());
            assertEquals(286, codes.stream().distinct().count());
            assertEquals(
                    Graph.data("{ partners(first: 500, orderBy: " + order + ") { nodes { code } } }")
                            .getList("data.partners.nodes.code"),
                    codes);
        }
    }

    @Test
    void filtersByKindRegionBlocAndText() {
        JsonPath found = Graph.data("""
                        { bloc: partners(filter: {bloc: "ASEAN"}) { totalCount }
                          region: partners(filter: {region: "South-eastern Asia", kind: COUNTRY}) { nodes { code } }
                          text: partners(filter: {text: "老挝"}) { nodes { code } }
                          nothing: partners(filter: {text: "atlantis"}) { totalCount nodes { code } pageInfo { endCursor } } }
                        """).setRootPath("data");

        assertEquals(11, found.getInt("bloc.totalCount"));
        assertTrue(found.getList("region.nodes.code").contains("LAO"));
        assertEquals(List.of("LAO"), found.getList("text.nodes.code"));
        assertEquals(0, found.getInt("nothing.totalCount"));
        assertNull(found.get("nothing.pageInfo.endCursor"));
    }

    @Test
    void refusesTheCursorOfAnotherFilter() {
        String cursor = page(null).getString("pageInfo.endCursor");

        JsonPath answer = Graph.ask(
                "query After($after: String) { partners(after: $after, filter: {kind: COUNTRY}) { totalCount } }",
                Map.of("after", cursor));

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
    }

    /** South-eastern Asia: ten members of ASEAN and Timor-Leste. */
    @Test
    void listsTheRegionsThatPartnersBelongTo() {
        JsonPath regions = Graph.data(
                        "{ regions { name countries } withoutRegion: partners(filter: {kind: COUNTRY}, first: 500) {"
                                + " nodes { code region } } }")
                .setRootPath("data");

        assertEquals(11, regions.getInt("regions.find { it.name == 'South-eastern Asia' }.countries"));
        assertEquals(List.of(), regions.getList("withoutRegion.nodes.findAll { it.region == null }"));
        assertEquals(regions.getList("regions.name").stream().sorted().toList(), regions.getList("regions.name"));
    }

    @Test
    void namesWhoTookThePlaceOfAFormerUnit() {
        JsonPath partners = Graph.data(
                "{ blx: partner(code: \"BLX\") { succeededBy { code } } lao: partner(code: \"LAO\") { succeededBy { code } } }");

        assertEquals(List.of("BEL", "LUX"), partners.getList("data.blx.succeededBy.code"));
        assertEquals(List.of(), partners.getList("data.lao.succeededBy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ partner(code: \"LOA\") { code } } | NOT_FOUND | LAO",
                "{ partner(code: \"lao\") { code } } | NOT_FOUND | Did you mean LAO (Lao People",
                "{ partner(code: \"Laos\") { code } } | NOT_FOUND | Did you mean LAO (Lao People",
                "{ partner(code: \"Vietnam\") { code } } | NOT_FOUND | VNM (Vietnam)",
                "{ partner(code: \"VN\") { code } } | NOT_FOUND | Did you mean VNM (Vietnam)",
                "{ partner(code: \"nothing like it\") { code } } | NOT_FOUND | `partners` lists them all",
                "{ partner(code: \"\") { code } } | BAD_USER_INPUT | ISO 3166 alpha-3",
                "{ bloc(code: \"ASEAM\") { code } } | NOT_FOUND | ASEAN",
                "{ partners(filter: {bloc: \"ASIAN\"}) { totalCount } } | NOT_FOUND | ASEAN",
                "{ partners(filter: {region: \"South East Asia\"}) { totalCount } } | NOT_FOUND | South-eastern Asia",
                "{ partners(first: -1) { totalCount } } | BAD_USER_INPUT | 1 to 500",
                "{ partners(first: 501) { totalCount } } | BAD_USER_INPUT | 1 to 500",
                "{ partners(after: \"x\") { totalCount } } | BAD_USER_INPUT | endCursor",
                "{ partner(code: \"LAO\") { trade(from: 2020, to: 2019) { currency } } } | BAD_USER_INPUT | earlier year",
                "{ partner(code: \"LAO\") { trade(from: 1900) { currency } } } | BAD_USER_INPUT | from 1978",
                "{ partner(code: \"LAO\") { trade(to: 2999) { currency } } } | BAD_USER_INPUT | from 1978",
                "{ partner(code: \"LAO\") { trade { change(from: 2020, to: 2020) { percent } } } } | BAD_USER_INPUT | earlier",
                "{ partner(code: \"LAO\") { indicators(from: 2020, to: 2019) { year } } } | BAD_USER_INPUT | earlier year"
            })
    void saysWhatIsWrongAndWhatToDo(String query, String code, String hint) {
        JsonPath error = Graph.ask(query).setRootPath("errors[0]");

        assertEquals(code, error.getString("extensions.code"));
        assertEquals("trade", error.getString("extensions.service"));
        assertTrue(error.getString("extensions.hint").contains(hint), () -> error.getString("extensions.hint"));
        assertEquals(
                Set.of("code", "service", "hint"), error.getMap("extensions").keySet());
    }

    private static JsonPath page(@Nullable String after) {
        String query =
                "query Page($after: String) { partners(first: 100, orderBy: NAME, after: $after) { totalCount nodes {"
                        + " code } pageInfo { hasNextPage hasPreviousPage endCursor } } }";
        return Graph.data(query, after == null ? Map.of() : Map.of("after", after))
                .setRootPath("data.partners");
    }
}
