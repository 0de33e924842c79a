package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CorridorListTest extends RunningService {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {kinds: [DIGITAL]}                                 | aae1 cl-cable cmi-cable cv-cable gms-is km-gateway smw5
                    {kinds: [ENERGY], partner: "MMR"}                  | cm-gas cm-oil mm-hydro
                    {modes: [SEA]}                                     | cm-newpass ilstc
                    {statuses: [PROPOSED, STUDIED]}                    | bcim hav-khu np-rail
                    {statuses: [LIMITED]}                              | cm-newpass gms-is
                    {partner: "NPL"}                                   | np-rail
                    {partner: "LAO", modes: [RAIL]}                    | clr ksr-central
                    {text: "中老"}                                      | cl-115kv cl-500kv cl-cable clr lc-exp
                    {text: "SEAMEWE"}                                  | smw5
                    {text: "100%"}                                     | ''
                    {opened: {from: "2021-01-01", to: "2022-12-31"}}   | cl-115kv clr cm-newpass kh-exp
                    {opened: {from: "2008-01-01", to: "2008-12-31"}}   | kbe
                    {opened: {from: "2008-06-01", to: "2008-12-31"}}   | ''
                    {opened: {from: "2008-01-01", to: "2008-06-30"}}   | ''
                    {opened: {from: "2022-01-01"}, kinds: [DIGITAL]}   | ''
                    {opened: {}, kinds: [DIGITAL]}                     | aae1 cl-cable cmi-cable
                    {text: "Kunming-Singapore"}                        | ksr-central ksr-eastern ksr-western
                    {text: "pan asia"}                                 | ksr-central ksr-eastern ksr-western
                    {text: "Pan-Asia"}                                 | ksr-central ksr-eastern ksr-western
                    {text: "kunming  singapore"}                       | ksr-central ksr-eastern ksr-western
                    {text: "中国-中南半岛"}                              | cicpec
                    {text: " 泛亚铁路 "}                                 | ksr-central ksr-eastern ksr-western
                    {partner: "DEU"}                                   | ''
                    {partners: ["NPL", "PAK"], modes: [RAIL]}          | hav-khu np-rail
                    {modes: [SEA, SUBMARINE_CABLE]}                    | aae1 cm-newpass ilstc smw5
                    {programmes: [BANGLADESH_CHINA_INDIA_MYANMAR]}     | bcim
                    {programmes: [BANGLADESH_CHINA_INDIA_MYANMAR, NEW_LAND_SEA_TRADE_CORRIDOR]} | bcim ilstc
                    {programmes: [KUNMING_SINGAPORE_RAILWAY], partner: "LAO"} | clr ksr-central
                    """)
    void passesOnlyWhatTheFilterNames(String filter, String ids) {
        JsonPath answer = Graph.data("{ corridors(filter: " + filter + ") { totalCount nodes { id } } }");

        List<String> expected = ids.isEmpty() ? List.of() : List.of(ids.split(" ", -1));
        assertEquals(expected, answer.getList("corridors.nodes.id"));
        assertEquals(expected.size(), answer.getInt("corridors.totalCount"));
    }

    @Test
    void pagesThroughAllWithoutGapOrRepetition() {
        for (String order : List.of("ID", "NAME", "OPENED_EARLIEST_FIRST", "OPENED_LATEST_FIRST")) {
            List<String> ids = new ArrayList<>();
            Map<String, Object> variables = new HashMap<>(Map.of("order", order));
            JsonPath page;
            do {
                page = Graph.data("""
                        query ($order: CorridorOrder, $after: String) {
                          corridors(orderBy: $order, first: 5, after: $after) {
                            totalCount nodes { id } edges { cursor node { id } }
                            pageInfo { hasNextPage hasPreviousPage endCursor } } }
                        """, variables);
                assertEquals(50, page.getInt("corridors.totalCount"), order);
                assertEquals(page.getList("corridors.nodes.id"), page.getList("corridors.edges.node.id"), order);
                assertEquals(!ids.isEmpty(), page.getBoolean("corridors.pageInfo.hasPreviousPage"), order);
                ids.addAll(page.getList("corridors.nodes.id"));
                variables.put("after", page.getString("corridors.pageInfo.endCursor"));
            } while (page.getBoolean("corridors.pageInfo.hasNextPage"));

            assertEquals(50, ids.size(), order);
            assertEquals(50, new HashSet<>(ids).size(), order);
        }
    }

    /** 50 corridors: seven pages of 7 and one of 1, in the order in which the whole list has them. */
    @Test
    void pagesBackwardsFromTheEndInTheOrderOfTheList() {
        for (String order : List.of("ID", "NAME", "OPENED_LATEST_FIRST")) {
            List<String> all = Graph.data("{ corridors(orderBy: " + order + ") { nodes { id } } }")
                    .getList("corridors.nodes.id");
            List<String> ids = new ArrayList<>();
            String before = "";
            JsonPath page;
            do {
                page = Graph.data("{ corridors(orderBy: " + order + ", last: 7" + before
                        + ") { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor } } }");
                assertEquals(50, page.getInt("corridors.totalCount"), order);
                assertEquals(!ids.isEmpty(), page.getBoolean("corridors.pageInfo.hasNextPage"), order);
                ids.addAll(0, page.getList("corridors.nodes.id"));
                before = ", before: \"" + page.getString("corridors.pageInfo.startCursor") + "\"";
            } while (page.getBoolean("corridors.pageInfo.hasPreviousPage"));

            assertEquals(all, ids, order);
            assertEquals(1, page.getList("corridors.nodes").size(), order);
        }
    }

    @Test
    void ordersByOpeningWithTheUnopenedLast() {
        JsonPath answer = Graph.data("""
                { first: corridors(orderBy: OPENED_EARLIEST_FIRST, first: 2) { nodes { id } }
                  last: corridors(orderBy: OPENED_LATEST_FIRST, first: 3) { nodes { id } }
                  all: corridors(orderBy: OPENED_LATEST_FIRST) { nodes { id opened { target text } } } }
                """);

        assertEquals(List.of("khh-rail", "my-sg"), answer.getList("first.nodes.id"));
        assertEquals(List.of("th-la-fb5", "kh-exp", "cl-115kv"), answer.getList("last.nodes.id"));
        List<String> texts = answer.getList("all.nodes.findAll { it.opened != null && !it.opened.target }.opened.text");
        assertEquals(
                texts,
                answer.getList("all.nodes.opened.text").subList(0, texts.size()),
                "whatever has opened comes before all that has not");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    first: 0                                                      | `first` is 0; it must be from 1 to 500.
                    first: -1                                                     | `first` is -1; it must be from 1 to 500.
                    first: 501                                                    | `first` is 501; it must be from 1 to 500.
                    after: "x"                                                    | 'x' is no cursor.
                    before: "x"                                                   | 'x' is no cursor.
                    last: 501                                                     | `last` is 501; it must be from 1 to 500.
                    first: 2, last: 2                                             | A page is read by `first` and `after` or by `last` and `before`; arguments of both are given.
                    filter: {partner: "lao"}                                      | 'lao' is no ISO 3166 alpha-3 code of a country.
                    filter: {opened: {from: "2020-01-02", to: "2020-01-01"}}      | The range `opened` begins on 2020-01-02 and ends before, on 2020-01-01.
                    filter: {kinds: []}                                           | `kinds` is an empty list, which nothing can match.
                    filter: {partners: []}                                        | `partners` is an empty list, which nothing can match.
                    filter: {text: " - "}                                         | `text` is ' - ', which has no word to look for.
                    """)
    void refusesArgumentsThatBreakARule(String arguments, String message) {
        JsonPath error = Graph.error("{ corridors(" + arguments + ") { totalCount } }");

        assertEquals(message, error.getString("message"));
        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
        assertTrue(!error.getString("extensions.hint").isBlank());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    { corridor(id: "clr") { onDay(date: "2015") { openKm } } }    | `date` is '2015', which is no day. | Write YYYY-MM-DD.
                    { corridor(id: "clr", asOf: "2026-11-25") { id } }            | `asOf` is '2026-11-25', which is no moment. | Write a day, a time and its offset: 2026-01-31T00:00:00Z.
                    """)
    void tellsHowADayIsWritten(String query, String message, String hint) {
        JsonPath error = Graph.error(query);

        assertEquals(message, error.getString("message"));
        assertEquals(hint, error.getString("extensions.hint"));
        assertEquals("GRAPHQL_VALIDATION_FAILED", error.getString("extensions.code"));
    }

    @Test
    void tellsAFilterThatCannotBeReadAsItWasSent() {
        JsonPath error = Graph.error("{ corridors(filter: {opened: {from: \"2020\"}}) { totalCount } }");

        assertEquals(
                "`filter` is '{\"opened\":{\"from\":\"2020\"}}', which is not as its type demands.",
                error.getString("message"));
        assertTrue(error.getString("extensions.hint").contains("YYYY-MM-DD"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CLR         | Did you mean clr (China–Laos Railway)?
                    china-laos  | Did you mean clr (China–Laos Railway), cl-115kv (China–Laos 115 kV interconnection), cl-500kv (China–Laos 500 kV power interconnection)?
                    中老铁路      | Did you mean clr (China–Laos Railway)?
                    zzzzzz      | `corridors(filter: {text: …})` finds ids by name.
                    """)
    void suggestsWhatIsNearByIdOrName(String id, String hint) {
        JsonPath error = Graph.error("{ corridor(id: \"" + id + "\") { id } }");

        assertEquals("NOT_FOUND", error.getString("extensions.code"));
        assertEquals(hint, error.getString("extensions.hint"));
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        String cursor = Graph.data("{ corridors(first: 1) { pageInfo { endCursor } } }")
                .getString("corridors.pageInfo.endCursor");

        JsonPath error = Graph.error("{ corridors(orderBy: NAME, after: \"" + cursor + "\") { totalCount } }");

        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    { corridors { totalCont } }                            | GRAPHQL_VALIDATION_FAILED
                    { corridors(filter: {kinds: [TRAIN]}) { totalCount } } | GRAPHQL_VALIDATION_FAILED
                    { corridors(first: "ten") { totalCount } }             | GRAPHQL_VALIDATION_FAILED
                    { corridors(filter: {opened: {from: "May"}}) { totalCount } } | GRAPHQL_VALIDATION_FAILED
                    """)
    void refusesWhatIsNotOfTheSchema(String query, String code) {
        assertEquals(List.of(code), Graph.ask(query).getList("errors.extensions.code"), "one fault, one error");
    }
}
