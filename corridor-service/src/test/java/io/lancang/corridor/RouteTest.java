package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RouteTest extends RunningService {
    private static final String IN_SERVICE = "[OPERATIONAL, PARTLY_OPERATIONAL]";

    @Test
    void endsAtJohorBahruOnTheWayFromKunmingToSingaporeByRail() {
        JsonPath answer = Graph.data("""
                { routes(from: "kunming", to: "singapore", modes: [RAIL]) { routes { legs { segment { id } } } complete
                  reachFrom { id } reachTo { id } missing { id status statusNote corridor { id } } gapKm } }
                """).setRootPath("data.routes");

        assertEquals(List.of(), answer.getList("routes"));
        assertEquals("kunming", answer.getString("reachFrom[0].id"));
        assertEquals("johor-bahru", answer.getString("reachFrom[-1].id"));
        assertEquals(List.of("singapore"), answer.getList("reachTo.id"));
        assertEquals(
                List.of(Map.of(
                        "id",
                        "ksr-central-08",
                        "status",
                        "PARTLY_OPERATIONAL",
                        "statusNote",
                        "operational to Woodlands",
                        "corridor",
                        Map.of("id", "ksr-central"))),
                answer.getList("missing"));
        assertEquals(new BigDecimal("22.1"), answer.get("gapKm"));
        assertTrue(answer.getBoolean("complete"));
    }

    @Test
    void leadsFromKunmingToSingaporeOverLinesThatAreInServiceInPart() {
        JsonPath answer = Graph.data("""
                { routes(from: "kunming", to: "singapore", modes: [RAIL], statuses: %s, alternatives: 1) { routes {
                  legs { segment { id } from { id } to { id } } partners { code }
                  transfers { at { id } fromMode toMode fromGaugesMm toGaugesMm } crossings { from { id } to { id } }
                  knownLengthKm greatCircleKm measuredShare legsOfUnknownLength } reachFrom { id } missing { id } gapKm } }
                """.formatted(IN_SERVICE)).setRootPath("data.routes");

        assertEquals(1, answer.getList("routes").size());
        assertEquals(
                List.of(
                        "kunming",
                        "yuxi",
                        "jinghong",
                        "mohan",
                        "boten",
                        "nateuy",
                        "oudomxay",
                        "luang-prabang",
                        "vang-vieng",
                        "vientiane",
                        "vientiane-south",
                        "thanaleng-dry-port",
                        "nong-khai",
                        "bangkok",
                        "hat-yai",
                        "padang-besar",
                        "kuala-lumpur",
                        "johor-bahru"),
                answer.getList("routes[0].legs.from.id"));
        assertEquals("singapore", answer.getString("routes[0].legs[-1].to.id"));
        assertEquals(List.of("CHN", "LAO", "THA", "MYS", "SGP"), answer.getList("routes[0].partners.code"));
        assertEquals(
                List.of("mohan", "thanaleng-dry-port", "padang-besar", "johor-bahru"),
                answer.getList("routes[0].crossings.from.id"));
        assertEquals(
                List.of(Map.of(
                        "at",
                        Map.of("id", "thanaleng-dry-port"),
                        "fromMode",
                        "RAIL",
                        "toMode",
                        "RAIL",
                        "fromGaugesMm",
                        List.of(1435),
                        "toGaugesMm",
                        List.of(1000))),
                answer.getList("routes[0].transfers"));
        // Yuxi-Mohan 503.9, Boten-Vientiane 422, Thanaleng-Nong Khai 6, Nong Khai-Bangkok 621, Hat Yai-Padang Besar 45:
        // of wholes all parts are travelled.
        assertEquals(new BigDecimal("1597.9"), answer.get("routes[0].knownLengthKm"));
        // Kunming-Yuxi, the tunnel at the border, Bangkok-Hat Yai, Padang Besar-Kuala Lumpur-Johor Bahru-Singapore.
        assertEquals(new BigDecimal("1570.2"), answer.get("routes[0].greatCircleKm"));
        assertEquals(0.504, answer.getDouble("routes[0].measuredShare"), 0.001);
        assertEquals(2, answer.getInt("routes[0].legsOfUnknownLength"));
        assertEquals(List.of(), answer.getList("reachFrom"));
        assertEquals(List.of(), answer.getList("missing"));
        assertNull(answer.get("gapKm"));
    }

    @Test
    void namesThePlannedLinksThatAreMissingBetweenTwoEnds() {
        JsonPath answer = Graph.data("""
                { routes(from: "kunming", to: "lashio", modes: [RAIL]) {
                  reachFrom { id } reachTo { id } missing { id status } } }
                """).setRootPath("data.routes");

        assertEquals(List.of("kunming", "dali", "baoshan"), answer.getList("reachFrom.id"));
        assertEquals(List.of("cm-rail-03", "cm-rail-04", "cm-rail-05"), answer.getList("missing.id"));
        assertEquals(List.of("UNDER_CONSTRUCTION", "PLANNED", "PLANNED"), answer.getList("missing.status"));
        assertEquals(List.of("lashio"), answer.getList("reachTo.id"));
    }

    @Test
    void tellsTheNearestReachWhereNotEvenAPlanJoinsTheEnds() {
        JsonPath answer = Graph.data("""
                { routes(from: "kathmandu", to: "kunming", modes: [RAIL]) {
                  routes { knownLengthKm } reachFrom { id } reachTo { id } missing { id } gapKm } }
                """).setRootPath("data.routes");

        assertEquals(List.of(), answer.getList("routes"));
        assertEquals(List.of("kathmandu"), answer.getList("reachFrom.id"));
        assertEquals("kunming", answer.getString("reachTo.id[-1]"));
        assertEquals("baoshan", answer.getString("reachTo.id[0]"), "the westernmost railway station");
        assertEquals(List.of(), answer.getList("missing"));
        assertEquals(new BigDecimal("1407.4"), answer.get("gapKm"));
    }

    @Test
    void offersAlternativesThatPassOtherPlaces() {
        JsonPath answer = Graph.data("""
                { routes(from: "CNKNM", to: "HAN", modes: [ROAD, RAIL], statuses: %s, alternatives: 5, maxOverlap: 1) {
                    routes { legs { from { id } to { id } segment { mode } } knownLengthKm greatCircleKm } }
                  hanoi: location(id: "HAN") { id } }
                """.formatted(IN_SERVICE));

        assertEquals("noi-bai-airport", answer.getString("hanoi.id"));
        assertEquals(List.of(), answer.getList("routes.routes"), "no segment leads to the airport");

        JsonPath toHanoi = Graph.data("""
                { routes(from: "CNKNM", to: "hanoi", modes: [ROAD, RAIL], statuses: %s, alternatives: 5, maxOverlap: 1) {
                    routes { legs { to { id } } } } }
                """.formatted(IN_SERVICE));
        List<List<String>> ways = toHanoi.getList("routes.routes.legs.to.id");
        assertEquals(5, ways.size());
        assertEquals(5, new HashSet<>(ways).size());
        for (List<String> way : ways) {
            assertEquals(way.size(), new HashSet<>(way).size(), "no loop");
        }
        // By road 1.15 times 200.4 and 109.2 km, 0.136 and 245: 601.2. By rail to Hekou it is 371.8 and then the same
        // road, 616.9, and a
        // change that counts as 100 km.
        assertEquals(List.of("mengzi", "hekou", "lao-cai", "hanoi"), ways.getFirst());
    }

    @Test
    void optimisesWhatItIsAskedTo() {
        JsonPath answer = Graph.data("""
                { length: routes(from: "kunming", to: "bangkok", optimise: LENGTH, alternatives: 1) { ...way }
                  transfers: routes(from: "kunming", to: "bangkok", optimise: TRANSFERS, alternatives: 1) { ...way }
                  borders: routes(from: "kunming", to: "bangkok", optimise: BORDER_CROSSINGS, alternatives: 1) { ...way } }
                fragment way on RouteResult { routes { transfers { at { id } } crossings { to { id } } legs { to { id } } } }
                """);

        assertEquals(
                List.of(),
                answer.getList("transfers.routes[0].transfers.at.id"),
                "by road all the way, over Mohan and Chiang Khong");
        assertTrue(answer.getList("length.routes[0].transfers").size() > 1, "rail and road mixed are shorter");
        assertEquals(2, answer.getList("borders.routes[0].crossings").size());
    }

    @Test
    void takesWaysForGoodsAndPeopleUnlessOtherModesAreNamed() {
        JsonPath answer = Graph.data("""
                { usual: routes(from: "kunming", to: "bangkok", alternatives: 10, maxOverlap: 1) { routes { legs { segment { mode } } } }
                  energy: routes(from: "shweli-1", to: "ruili", modes: [POWER]) { routes { legs { segment { mode } } } }
                  river: routes(from: "shweli-1", to: "ruili") { routes { legs { segment { mode } } } missing { id } } }
                """);

        assertEquals(10, answer.getList("usual.routes").size());
        Set<String> modes = new HashSet<>(answer.getList("usual.routes.legs.flatten().segment.mode"));
        assertTrue(Set.of("RAIL", "ROAD", "WATERWAY", "SEA").containsAll(modes), modes::toString);
        assertEquals(List.of("POWER"), answer.getList("energy.routes[0].legs.segment.mode"));
        assertEquals(List.of(), answer.getList("river.routes"));
        assertEquals(List.of(), answer.getList("river.missing"), "a power line is not what a road lacks");
    }

    @Test
    void keepsClearOfCountriesAndLocations() {
        JsonPath answer = Graph.data("""
                { aroundLaos: routes(from: "kunming", to: "bangkok", avoid: ["LAO"], alternatives: 1) {
                    routes { partners { code } } }
                  aroundTwo: routes(from: "kunming", to: "bangkok", avoid: ["LAO", "MMR"], alternatives: 1) {
                    routes { partners { code } } }
                  aroundYuxi: routes(from: "kunming", to: "mohan", avoid: ["yuxi"], statuses: [OPERATIONAL]) {
                    routes { legs { to { id } } } reachFrom { id } } }
                """);

        assertEquals(List.of("CHN", "VNM", "KHM", "THA"), answer.getList("aroundLaos.routes[0].partners.code"));
        assertEquals(List.of("CHN", "VNM", "KHM", "THA"), answer.getList("aroundTwo.routes[0].partners.code"));
        List<List<String>> aroundYuxi = answer.getList("aroundYuxi.routes.legs.to.id");
        assertEquals(
                List.of("mengzi", "hekou", "lao-cai"), aroundYuxi.getFirst().subList(0, 3), "over Vietnam instead");
        assertEquals(
                List.of(),
                aroundYuxi.stream().filter(way -> way.contains("yuxi")).toList());
    }

    @Test
    void goesOverTheNetworkAsItStoodOnADay() {
        String query = "{ routes(from: \"kunming\", to: \"vientiane\", modes: [RAIL], asOfDate: \"%s\") {"
                + " routes { legs { segment { id } } } reachFrom { id } missing { id } } }";

        JsonPath before = Graph.data(query.formatted("2021-12-02")).setRootPath("data.routes");
        JsonPath opened = Graph.data(query.formatted("2021-12-03")).setRootPath("data.routes");

        assertEquals(List.of(), before.getList("routes"));
        assertEquals(List.of("kunming", "yuxi"), before.getList("reachFrom.id"));
        assertEquals("clr-02", before.getString("missing[0].id"));
        assertEquals(1, opened.getList("routes").size());
    }

    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void followsTheDataWhenTheyChange() {
        String query =
                "{ routes(from: \"johor-bahru\", to: \"singapore\", modes: [RAIL]) { routes { knownLengthKm } } }";

        assertEquals(0, Graph.data(query).getList("routes.routes").size());
        try (Releases releases = new Releases()) {
            releases.load("segments", """
                    segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                    ksr-central-08,ksr-central,8,johor-bahru,singapore,rail,To the port,,1000 mm,,operational,,,,22.1,S_KSR_WW
                    """);
            assertEquals(1, Graph.data(query).getList("routes.routes").size());
        }
        assertEquals(0, Graph.data(query).getList("routes.routes").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    from: "kunming", to: "kunming"                          | BAD_USER_INPUT | `from` and `to` are the same location 'kunming'.
                    from: "kunming", to: "singapur"                         | NOT_FOUND      | There is no location 'singapur'.
                    from: "kunming", to: "singapore", avoid: ["nowhere"]    | NOT_FOUND      | There is no location 'nowhere'.
                    from: "kunming", to: "singapore", avoid: ["SGP"]        | BAD_USER_INPUT | `avoid` names the location 'singapore' or its country, but the route begins or ends there.
                    from: "kunming", to: "singapore", avoid: ["lao"]        | BAD_USER_INPUT | 'lao' is no ISO 3166 alpha-3 code of a country.
                    from: "kunming", to: "singapore", alternatives: 11      | BAD_USER_INPUT | `alternatives` is 11; it must be from 1 to 10.
                    from: "kunming", to: "singapore", alternatives: 0       | BAD_USER_INPUT | `alternatives` is 0; it must be from 1 to 10.
                    from: "kunming", to: "singapore", modes: []             | BAD_USER_INPUT | `modes` is an empty list, which nothing can match.
                    """)
    void refusesArgumentsThatBreakARule(String arguments, String code, String message) {
        JsonPath error = Graph.error("{ routes(" + arguments + ") { complete } }");

        assertEquals(message, error.getString("message"));
        assertEquals(code, error.getString("extensions.code"));
    }
}
