package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ids are read off the packaged files. */
@QuarkusTest
class SegmentListTest extends RunningService {
    @Inject
    DataSource database;

    private static List<String> ids(String filter) {
        return Graph.data("{ segments(first: 500, filter: {" + filter + "}) { nodes { id } } }")
                .getList("segments.nodes.id");
    }

    /**
     * Of the 36 costs on record nine name US$1bn or more first: clr-06 5.95, nn-hanoi-05 6, nn-hanoi-07 7, lc-exp-01 1.2, kh-exp-01 2.02,
     * kh-exp-02 1.35, cm-gas-01 2.5, hav-khu-01 10.5, funan-01 1.7. VND 203,231bn (~US$7.7bn) is in VND.
     */
    @Test
    void findsSegmentsAndCorridorsByTheCostThatIsStated() {
        JsonPath answer = Graph.data("""
                { billions: segments(first: 500, filter: {cost: {currency: "USD", atLeast: 1e9}}) { totalCount nodes { id } }
                  some: segments(first: 500, filter: {cost: {currency: "USD", atLeast: 2.02e9, atMost: 5.95e9}}) { nodes { id } }
                  vnd: segments(filter: {cost: {currency: "VND", atLeast: 203231e9}}) { nodes { id } }
                  corridors(filter: {cost: {currency: "USD", atLeast: 1e9}}) { nodes { id } } }
                """);

        assertEquals(9, answer.getInt("billions.totalCount"));
        assertEquals(Set.of("clr-06", "kh-exp-01", "cm-gas-01"), Set.copyOf(answer.getList("some.nodes.id")));
        assertEquals(List.of("lchnhp-rail-03"), answer.getList("vnd.nodes.id"));
        assertEquals(
                List.of("clr", "cm-gas", "funan", "hav-khu", "kh-exp", "lc-exp", "nn-hanoi"),
                answer.getList("corridors.nodes.id"));
    }

    /** What the filter compares is what the graph tells, of every segment. */
    @Test
    void comparesTheCostThatItTells() throws SQLException {
        Set<String> listed = new TreeSet<>();
        Graph.data("{ segments(first: 500) { nodes { id costStated { amount currency } } } }")
                .<String>getList("segments.nodes.findAll { it.costStated != null }"
                        + ".collect { it.id + ' ' + it.costStated.amount + ' ' + it.costStated.currency }")
                .forEach(cost -> {
                    String[] parts = cost.split(" ", -1);
                    listed.add(cost(parts[0], parts[1], parts[2]));
                });
        Set<String> compared = new TreeSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select s.id, k.amount, k.currency from current_segment s, stated_cost(s.cost) k where k.amount is not null")) {
            while (rows.next()) {
                compared.add(cost(rows.getString("id"), rows.getString("amount"), rows.getString("currency")));
            }
        }

        assertEquals(listed, compared);
        assertEquals(36, listed.size());
    }

    private static String cost(String id, String amount, String currency) {
        return id + " " + new BigDecimal(amount).stripTrailingZeros().toPlainString() + " " + currency;
    }

    @Test
    void aSegmentIsFoundById() {
        JsonPath answer = Graph.data("{ segment(id: \"clr-05\") { id mode corridor { id } from { id } to { id } } }");

        assertEquals("RAIL", answer.getString("segment.mode"));
        assertEquals("clr", answer.getString("segment.corridor.id"));
        assertEquals("mohan", answer.getString("segment.from.id"));
        assertEquals("boten", answer.getString("segment.to.id"));
    }

    /** "Route 13N, AH12", "National Highway 1, AH1", "NH 102, AH1", "R3A / AH3" and no word of any. */
    @Test
    void aSegmentTellsTheAsianHighwaysOfItsWords() {
        JsonPath answer = Graph.data("""
                { laos: segment(id: "r13n-02") { asianHighways } myanmar: segment(id: "ah14-mm-07") { asianHighways }
                  india: segment(id: "tlh-01") { asianHighways }
                  railway: segment(id: "clr-05") { asianHighways } corridor(id: "kbe") { asianHighways }
                  segments(first: 500, filter: {text: "AH12"}) { nodes { id asianHighways } } }
                """);

        assertEquals(List.of("AH12"), answer.getList("laos.asianHighways"));
        assertEquals(List.of("AH1"), answer.getList("myanmar.asianHighways"));
        assertEquals(List.of("AH1"), answer.getList("india.asianHighways"), "102 is a national number");
        assertEquals(List.of(), answer.getList("railway.asianHighways"));
        assertEquals(List.of("AH3"), answer.getList("corridor.asianHighways"));
        assertEquals(List.of("r13n-02", "r13n-06"), answer.getList("segments.nodes.id"));
    }

    @Test
    void anUnknownIdSuggestsTheNearest() {
        JsonPath error = Graph.error("{ segment(id: \"clr-055\") { id } }");

        assertEquals("NOT_FOUND", error.getString("extensions.code"));
        assertTrue(error.getString("extensions.hint").contains("clr-05"), error.getString("extensions.hint"));
    }

    @Test
    void allOfThemComeInPagesOfTheOrderOfIds() {
        List<String> found = new ArrayList<>();
        String after = null;
        boolean hasNext = true;
        while (hasNext) {
            JsonPath page = Graph.data(
                            "query ($after: String) { segments(first: 100, after: $after) { totalCount edges { cursor node { id } }"
                                    + " pageInfo { hasNextPage endCursor } } }",
                            after == null ? Map.of() : Map.of("after", after))
                    .setRootPath("data.segments");
            assertEquals(217, page.getInt("totalCount"));
            found.addAll(page.getList("edges.node.id"));
            after = page.getString("pageInfo.endCursor");
            hasNext = page.getBoolean("pageInfo.hasNextPage");
        }
        assertEquals(217, found.size());
        assertEquals(found.stream().sorted().distinct().toList(), found);
    }

    @Test
    void areFoundByModeAndCountryOfEitherEnd() {
        assertEquals(
                List.of(
                        "clr-05",
                        "clr-06",
                        "clr-07",
                        "clr-08",
                        "clr-09",
                        "clr-10",
                        "clr-11",
                        "clr-12",
                        "ksr-central-01",
                        "ksr-central-02",
                        "th-hsr-03"),
                ids("modes: [RAIL], partners: [\"LAO\"]"));
        assertEquals(
                List.of("clr-05", "ksr-central-02", "th-hsr-03"),
                ids("modes: [RAIL], partners: [\"LAO\"], crossesBorder: true"));
        assertEquals(
                List.of("clr-06", "clr-07", "clr-08", "clr-09", "clr-10", "clr-11", "clr-12", "ksr-central-01"),
                ids("modes: [RAIL], partners: [\"LAO\"], crossesBorder: false"));
    }

    @Test
    void areFoundByStatusAndCorridor() {
        assertEquals(List.of("gms-sec-04", "gms-sec-05"), ids("statuses: [CLOSED]"));
        assertEquals(List.of("nn-hanoi-18"), ids("corridors: [\"nn-hanoi\"], statuses: [UNDER_CONSTRUCTION]"));
    }

    @Test
    void areFoundByTheProgrammeOfTheirCorridor() {
        List<String> ofProgramme =
                ids("programmes: [CHINA_MYANMAR_ECONOMIC_CORRIDOR], modes: [SUBMARINE_CABLE, OIL_PIPELINE]");

        assertTrue(ofProgramme.containsAll(List.of("cm-oil-01", "cm-oil-02")), ofProgramme::toString);
        assertTrue(ofProgramme.stream().allMatch(id -> id.startsWith("cm")), ofProgramme::toString);
    }

    @Test
    void areFoundByText() {
        List<String> bridges = ids("text: \"FRIENDSHIP bridge\"");

        assertTrue(bridges.containsAll(List.of("r13n-08", "th-la-fb5-01", "gms-sec-05")), bridges::toString);
    }

    /** In the box are Mohan, Boten and Na Teuy. */
    @Test
    void areFoundByABoxThatOneOfTheirEndsLiesIn() {
        assertEquals(
                List.of("clr-03", "clr-04", "clr-05", "clr-06", "clr-07", "clr-08"),
                ids("box: {south: 21.0, west: 101.4, north: 21.4, east: 101.9}, corridors: [\"clr\"]"));
    }

    /** Mohan lies 3.5 km from Boten, Na Teuy 13.4. */
    @Test
    void areFoundByACircleThatOneOfTheirEndsLiesIn() {
        String boten = "latitude: 21.16667, longitude: 101.66667";
        assertEquals(
                List.of("clr-03", "clr-04", "clr-05", "clr-06", "clr-07"),
                ids("within: {" + boten + ", radiusKm: 5}, corridors: [\"clr\"]"));
        assertEquals(
                List.of("clr-03", "clr-04", "clr-05", "clr-06", "clr-07", "clr-08"),
                ids("within: {" + boten + ", radiusKm: 14}, corridors: [\"clr\"]"));
    }

    /** Na Teuy lies in the box, and too far from Boten. */
    @Test
    void areFoundByABoxAndACircleThatOneOfTheirEndsLiesInAtOnce() {
        assertEquals(
                List.of("clr-03", "clr-04", "clr-05", "clr-06", "clr-07"),
                ids("box: {south: 21.0, west: 101.4, north: 21.4, east: 101.9},"
                        + " within: {latitude: 21.16667, longitude: 101.66667, radiusKm: 5}, corridors: [\"clr\"]"));
    }

    /**
     * By the last statement that gives a date: phase 1 of the Thai high-speed railway is only not to be before 2030, and does not
     * count; phase 2 was announced for 2028, then for 2030.
     */
    @Test
    void areFoundByWhenTheyOpenedOrAreToOpen() {
        assertEquals(
                List.of(
                        "cl-500kv-01",
                        "cl-500kv-02",
                        "cm-rail-03",
                        "ecrl-01",
                        "ecrl-02",
                        "lchnhp-rail-03",
                        "my-sg-04",
                        "th-hsr-02",
                        "th-hsr-03"),
                ids("opensBetween: {from: \"2026-01-01\", to: \"2030-12-31\"}"));
        assertEquals(
                List.of("my-sg-04"),
                ids("opensBetween: {from: \"2026-12-31\", to: \"2027-01-30\"}"),
                "a month counts if all of it lies in the range");
        assertEquals(
                List.of("nn-hanoi-02", "th-la-fb5-01"),
                ids("opensBetween: {from: \"2025-12-01\", to: \"2025-12-31\"}"));
    }

    @Test
    void corridorsAreFoundByWhereAndWhenTheirSegmentsAre() {
        JsonPath answer = Graph.data("""
                { box: corridors(filter: {box: {south: 21.0, west: 101.4, north: 21.4, east: 101.9}, modes: [RAIL]}) {
                    nodes { id } }
                  circle: corridors(filter: {within: {latitude: 1.35, longitude: 103.8, radiusKm: 40}, modes: [RAIL]}) {
                    nodes { id } }
                  opening: corridors(filter: {opensBetween: {from: "2026-01-01", to: "2028-12-31"}}) { nodes { id } } }
                """);

        assertEquals(List.of("clr"), answer.getList("box.nodes.id"));
        assertTrue(answer.getList("circle.nodes.id").containsAll(List.of("ksr-central", "my-sg")));
        assertEquals(List.of("cl-500kv", "cm-rail", "ecrl", "my-sg"), answer.getList("opening.nodes.id"));
    }

    @Test
    void locationsAreFoundByWhatBeginsAndEndsThere() {
        JsonPath answer = Graph.data("""
                { closed: locations(filter: {modes: [ROAD], statuses: [CLOSED]}) { nodes { id } }
                  programme: locations(filter: {programmes: [KUNMING_SINGAPORE_RAILWAY], partners: ["LAO", "SGP"]}) { nodes { id } }
                  circle: locations(filter: {within: {latitude: 1.35, longitude: 103.8, radiusKm: 40}, partners: ["SGP"]}) {
                    nodes { id } } }
                """);

        assertEquals(List.of("aranyaprathet", "poipet"), answer.getList("closed.nodes.id"));
        assertTrue(answer.getList("programme.nodes.id").containsAll(List.of("boten", "vientiane", "singapore")));
        assertTrue(answer.getList("circle.nodes.id").containsAll(List.of("singapore", "woodlands")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    corridors: []                                              | `corridors` is an empty list, which nothing can match.
                    partners: ["lao"]                                          | 'lao' is no ISO 3166 alpha-3 code of a country.
                    text: "-"                                                  | `text` is '-', which has no word to look for.
                    within: {latitude: 20, longitude: 100, radiusKm: 0}        | `radiusKm` is 0.0; it must be above 0.
                    box: {south: 22, west: 100, north: 21, east: 101}          | The box has its south at 22.0, north of its north at 21.0.
                    opensBetween: {from: "2030-01-01", to: "2029-01-01"}       | The range `opensBetween` begins on 2030-01-01 and ends before, on 2029-01-01.
                    """)
    void refusesFiltersThatBreakARule(String filter, String message) {
        JsonPath error = Graph.error("{ segments(filter: {" + filter + "}) { totalCount } }");

        assertEquals(message, error.getString("message"));
        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
    }

    @Test
    void areSeenAsTheyWereAtAMoment() {
        JsonPath answer = Graph.data("""
                { segments(asOf: "%s", filter: {programmes: [KUNMING_SINGAPORE_RAILWAY], partners: ["LAO"], opensBetween: {},
                    within: {latitude: 21.2, longitude: 101.7, radiusKm: 50}}) { nodes { id } } }
                """.formatted(Releases.lastMoment()));

        assertTrue(answer.getList("segments.nodes.id").contains("clr-07"));
    }
}
