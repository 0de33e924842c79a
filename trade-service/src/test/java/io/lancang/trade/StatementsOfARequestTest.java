package io.lancang.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The number of statements is that of the fields in a request, whatever the length of its lists. */
@QuarkusTest
class StatementsOfARequestTest extends TradeServiceTest {
    private static final String PARTNERS = """
            query Page($first: Int!) { partners(first: $first, filter: {kind: COUNTRY}) { nodes {
              code name memberships { bloc { code } sources { id } } indicators(from: 2020) { year }
              trade(from: 2019, to: 2024) { points { total { amount } rank sources { id } gap { missingPartners { code } } }
                latest { period { year } } change(from: 2019, to: 2024) { percent } } } } }
            """;
    private static final String ENTITIES = """
            query Entities($representations: [_Any!]!) { _entities(representations: $representations) {
              ... on Partner { code name trade(from: 2019, to: 2019) { points { total { amount } } } } } }
            """;

    private final StatementCount statements = new StatementCount();

    @Test
    void areAsFewForTwoHundredPartnersAsForTwo() {
        page(1);

        long forTwo = statements.during(() -> page(2));
        long forTwoHundred = statements.during(() -> page(200));

        assertAtMost(12, forTwo);
        assertAtMost(12, forTwoHundred);
    }

    @Test
    void areTwoForAnyNumberOfEntitiesWithTheirTrade() {
        entities(List.of("LAO"));
        List<String> codes = Graph.data("{ partners(first: 250, filter: {kind: COUNTRY}) { nodes { code } } }")
                .getList("data.partners.nodes.code");

        assertEquals(2, statements.during(() -> entities(codes)));
    }

    @Test
    void isOneForFiveHundredEntities() {
        List<String> codes =
                Graph.data("{ partners(first: 250) { nodes { code } } }").getList("data.partners.nodes.code");
        List<String> fiveHundred =
                Collections.nCopies(2, codes).stream().flatMap(List::stream).toList();

        assertEquals(500, fiveHundred.size());
        assertEquals(1, statements.during(() -> named(fiveHundred)));
    }

    @Test
    void areAsFewForManyFiguresAsForFew() {
        figures(2);

        long forTwo = statements.during(() -> figures(2));
        long forThreeHundred = statements.during(() -> figures(300));

        assertAtMost(11, forTwo);
        assertAtMost(11, forThreeHundred);
    }

    @Test
    void areAsFewForManyGroupsAsForFew() {
        groups(2);
        assertAtMost(5, statements.during(() -> groups(2)));
        assertAtMost(5, statements.during(() -> groups(100)));
    }

    @Test
    void areAsFewForManyPartnersWithTheirAdvantagesAsForFew() {
        advantages(2);

        long forTwo = statements.during(() -> advantages(2));
        long forAHundred = statements.during(() -> advantages(100));

        assertAtMost(14, forTwo);
        assertAtMost(14, forAHundred);
    }

    @Test
    void areAsFewForManyPointsWithTheirStructureAsForFew() {
        structure(2019);
        assertAtMost(5, statements.during(() -> structure(2019)));
        assertAtMost(5, statements.during(() -> structure(2000)));
    }

    @Test
    void answerEveryEntityInItsPlaceAndAnUnknownOneWithNull() {
        JsonPath answer = entities(List.of("THA", "XYZ", "LAO"));

        assertEquals("THA", answer.getString("data._entities[0].code"));
        assertNull(answer.get("data._entities[1]"));
        assertEquals("LAO", answer.getString("data._entities[2].code"));
    }

    /** What two levels ask of one kind is read in one statement when both happen to wait at the same moment. */
    private static void assertAtMost(long bound, long count) {
        assertTrue(count <= bound, count + " statements, more than " + bound);
    }

    private static JsonPath page(int first) {
        return Graph.data(PARTNERS, Map.of("first", first));
    }

    private static JsonPath figures(int first) {
        return Graph.data("""
                query Figures($first: Int!) { tradeFlows(filter: {from: 2019, to: 2020}, first: $first) { totalCount nodes {
                  reporter { name } partner { name } product { title } dataset { id } source { id } release { id } } } }
                """, Map.of("first", first));
    }

    private static JsonPath groups(int top) {
        return Graph.data("""
                query Groups($top: Int!) { tradeSummary(filter: {from: 2019, to: 2020}, groupBy: [PARTNER], top: $top) {
                  rows { partner { name } sum { amount } datasets { id } } } }
                """, Map.of("top", top));
    }

    private static JsonPath advantages(int first) {
        return Graph.data("""
                query Advantages($first: Int!) { partners(first: $first, filter: {kind: COUNTRY}) { nodes {
                  revealedComparativeAdvantage(year: 2015) { dataset { id } products { product { title } } }
                  tradeComplementarity(year: 2015) { index dataset { id } products { product { title } } } } } }
                """, Map.of("first", first));
    }

    private static JsonPath structure(int from) {
        return Graph.data("""
                query Structure($from: Int!) { blocs { trade(from: $from, to: 2020) { points {
                  tradeToGdp { value } rankChange converted(to: CNY) { rate { cnyPerUsd } } contributions { partner { name } } } } } }
                """, Map.of("from", from));
    }

    private static JsonPath entities(List<String> codes) {
        return Graph.data(ENTITIES, Map.of("representations", representations(codes)));
    }

    private static JsonPath named(List<String> codes) {
        return Graph.data(
                "query Named($representations: [_Any!]!) { _entities(representations: $representations) {"
                        + " ... on Partner { code name region } } }",
                Map.of("representations", representations(codes)));
    }

    private static List<Map<String, String>> representations(List<String> codes) {
        return codes.stream()
                .map(code -> Map.of("__typename", "Partner", "code", code))
                .toList();
    }
}
