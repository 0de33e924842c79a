package io.lancang.trade;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every list of the graph, with what its items refer to: its statements do not grow with its items. The counts of two requests are
 * not equal, though: what two branches of a request ask of one kind is read in one statement when both wait at the same moment.
 */
@QuarkusTest
class StatementsOfListsTest extends TradeServiceTest {
    /** A list whose length its argument decides. The short one has an item for everything that is asked below it. */
    enum Growing {
        HEADLINES("headlines(from: $n, to: 2024)", """
                computed { amount } gap { missingPartners { code name } } partner { name region } source { title }
                """, 2024, 2000),
        MIRROR(
                "mirror(partner: \"VNM\", from: $n, to: 2015)",
                "reported { amount } gap { missingPartners { name } } sources { title }",
                2015,
                1995),
        INVESTMENT(
                "fdi(concept: OUTWARD_STOCK, from: $n, to: 2024)",
                "investor { name } destination { name memberships { bloc { name } } } source { title }",
                2022,
                2000),
        PROVINCIAL_TRADE(
                "provincialTrade(from: $n)", "partner { name memberships { role } } source { title }", 2024, 2000),
        RATES("exchangeRates(from: $n, to: 2024)", "source { title }", 2024, 1990),
        PRODUCTS("products(classification: HS2022, first: $n, level: 6)", """
                nodes { title source { title } parent { title parent { title source { id } } }
                  concordance { source { title } product { title parent { title } } } }
                """, 2, 300),
        RANKING("tradeRanking(year: 2019, compareWith: 2009, top: $n)", """
                partner { name memberships { bloc { name } sources { title } } }
                gap { missingPartners { name } }
                point { sources { title } contributions { partner { name } } tradeToGdp { value } rankChange }
                earlierPoint { sources { title } tradePerHead { value } converted(to: CNY) { rate { source { title } } } }
                """, 2, 100),
        FLOWS("tradeFlows(filter: {from: 2019, to: 2024}, first: $n)", """
                nodes { converted(to: CNY) { amount { amount } rate { source { title } } }
                  dataset { releases { id } sources { title } } partner { memberships { bloc { members { role } } } } }
                """, 20, 300),
        SUMMARY(
                "tradeSummary(filter: {from: 2015, to: 2015, classification: SITC3, level: 1},"
                        + " groupBy: [PARTNER, PRODUCT], measures: [SUM, SHARE], top: $n)",
                """
                rows { partner { name region } product { title parent { title } source { id } }
                  datasets { releases { id } sources { title } } }
                """,
                2,
                200),
        SUMMARY_OF_BLOCS(
                "tradeSummary(filter: {from: $n, to: 2020}, groupBy: [PERIOD, BLOC, REPORTER],"
                        + " measures: [SUM, GROWTH])",
                """
                rows { bloc { name members { partner { name } } } reporter { name } growthGap { detail } datasets { id } }
                """,
                2020,
                2005),
        MEMBERSHIPS(
                "partners(first: $n, filter: {kind: COUNTRY})",
                "nodes { memberships { sources { title } bloc { name members { sources { id } partner { name iso2 } } } } }",
                2,
                200),
        MONTHS("partners(first: $n, filter: {kind: COUNTRY})", """
                nodes { trade(frequency: MONTHLY, from: 2024, to: 2024) { points { growth growthOnYear growthOnYearGap { detail }
                  yearToDate { months total { amount } growthOnYear gap { detail } } sources { title }
                  converted(to: USD) { total { amount } rate { source { title } } } } latest { period { month } } } }
                """, 2, 60),
        OTHER_REPORTER("partners(first: $n, filter: {kind: COUNTRY})", """
                nodes { trade(reporter: "VNM", from: 2015, to: 2015) { reporter { name } gap { detail } points { rank
                  exports { amount } sources { title } contributions { partner { name } } } }
                  mirror { figures { reported { amount } sources { title } gap { missingPartners { name } } } gap { detail } } }
                """, 40, 160),
        SERIES("partners(first: $n, filter: {kind: COUNTRY})", """
                nodes { trade(from: 2019, to: 2020) { change(from: 2010, to: 2020) { fold gap { detail } }
                  byPartner: concentrationDetail(year: 2019, by: PARTNER) { index }
                  byProduct: concentrationDetail(year: 2015, by: PRODUCT) { index gap { detail } }
                  diversification(from: 2010, to: 2020) { gained { partner { name } } gap { missingPartners { name } } }
                  latest { contributions { partner { name } contributionToGrowth } } } }
                """, 40, 160);

        private final String query;
        private final int small;
        private final int large;

        Growing(String field, String items, int small, int large) {
            this.query = "query Growing($n: Int!) { list: " + field + " { " + items + " } }";
            this.small = small;
            this.large = large;
        }

        private JsonPath ask(int size) {
            return Graph.data(query, Map.of("n", size));
        }
    }

    /** A list that is as long as it is. */
    enum Whole {
        DATASETS("datasets { releases { id } sources { title } }", 15),
        BLOCS("blocs { name members { partner { name memberships { role } } sources { title } } }", 5),
        AVAILABILITY("availability { dataset { title releases { id } sources { title } } missing { year } }", 10),
        MEMBER_SHARES("memberShares { partner { name memberships { role } } source { title } }", 8),
        SOURCES("sources { title licence }", 50);

        private final String query;
        private final int atLeast;

        Whole(String field, int atLeast) {
            this.query = "{ list: " + field + " }";
            this.atLeast = atLeast;
        }
    }

    private static final int STATEMENTS_OF_A_LEVEL = 2;
    /** That may ask for one kind at different moments. */
    private static final int BRANCHES = 2;

    private final StatementCount statements = new StatementCount();

    @ParameterizedTest
    @EnumSource
    void areNoMoreForALongListThanForEachBranchOfAShortOne(Growing list) {
        int small = list.ask(list.small).prettify().length();
        int large = list.ask(list.large).prettify().length();
        assertTrue(large > small, "the list grows");

        long ofShort = statements.during(() -> list.ask(list.small));
        long ofLong = statements.during(() -> list.ask(list.large));
        assertTrue(ofLong <= BRANCHES * ofShort, ofLong + " statements, and " + ofShort + " for the short list");
    }

    @ParameterizedTest
    @EnumSource
    void areFewerThanTheItemsOfAWholeList(Whole list) {
        int items = Graph.data(list.query).getList("data.list").size();
        assertTrue(items >= list.atLeast, items + " items");

        long asked = statements.during(() -> Graph.data(list.query));
        long levels = list.query.chars().filter(sign -> sign == '{').count();
        assertTrue(asked <= levels * STATEMENTS_OF_A_LEVEL, asked + " statements for " + items + " items");
    }

    /** A heavy answer goes on branch by branch. */
    @Test
    void areNoMoreForManyCorridorsThanForEachBranchOfTwo() {
        corridors(1);

        long ofTwo = statements.during(() -> corridors(2));
        long ofMany = statements.during(() -> corridors(60));
        assertTrue(ofMany <= BRANCHES * ofTwo, ofMany + " statements, and " + ofTwo + " for two corridors");
    }

    private static void corridors(int number) {
        List<String> partners = List.of("LAO", "VNM", "MMR", "THA", "MYS", "SGP");
        List<Map<String, Object>> representations = IntStream.range(0, number)
                .<Map<String, Object>>mapToObj(each -> Map.of(
                        "__typename",
                        "Corridor",
                        "id",
                        "corridor-" + each,
                        "openedOn",
                        "2013-07-01",
                        "openedYear",
                        2013,
                        "partners",
                        List.of(Map.of("code", partners.get(each % partners.size())))))
                .toList();
        Graph.data("""
                query Corridors($representations: [_Any!]!) { _entities(representations: $representations) { ... on Corridor {
                  tradeServed(from: 2019, to: 2020) { points { total { amount } sources { title } contributions { partner { name } } } }
                  tradeAroundOpening(years: 3) { percent before { total { amount } } after { gap { detail } } } } } }
                """, Map.of("representations", representations));
    }
}
