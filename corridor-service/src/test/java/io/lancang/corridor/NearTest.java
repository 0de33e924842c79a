package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places by where they are. */
@QuarkusTest
class NearTest extends RunningService {
    private static final String VIENTIANE = "near: {latitude: 17.96667, longitude: 102.6";

    @Test
    void ordersLocationsByDistance() {
        JsonPath answer = Graph.data("{ locations(" + VIENTIANE
                + "}, first: 4) { totalCount edges { distanceKm node { id } } nodes { id } } }");

        assertEquals(
                List.of("vientiane", "wattay-airport", "thanaleng-dry-port", "nong-khai"),
                answer.getList("locations.nodes.id"));
        assertEquals(0.0, answer.getDouble("locations.edges[0].distanceKm"), 0.001);
        assertEquals(4.591, answer.getDouble("locations.edges[1].distanceKm"), 0.01);
        assertEquals(19.166, answer.getDouble("locations.edges[3].distanceKm"), 0.01);
        assertEquals(181, answer.getInt("locations.totalCount"), "those with coordinates");
    }

    @Test
    void readsFromTheFarEndToo() {
        JsonPath last = Graph.data("{ locations(" + VIENTIANE
                + ", radiusKm: 19}, last: 2) { nodes { id } pageInfo { hasPreviousPage hasNextPage startCursor } } }");
        assertEquals(List.of("wattay-airport", "thanaleng-dry-port"), last.getList("locations.nodes.id"));
        assertTrue(last.getBoolean("locations.pageInfo.hasPreviousPage"));
        JsonPath before = Graph.data("{ locations(" + VIENTIANE + ", radiusKm: 19}, last: 2, before: \""
                + last.getString("locations.pageInfo.startCursor")
                + "\") { nodes { id } pageInfo { hasPreviousPage hasNextPage } } }");
        assertEquals(List.of("vientiane"), before.getList("locations.nodes.id"));
        assertFalse(before.getBoolean("locations.pageInfo.hasPreviousPage"));
        assertTrue(before.getBoolean("locations.pageInfo.hasNextPage"));
    }

    @Test
    void keepsToTheRadiusAndTheFilter() {
        JsonPath answer = Graph.data("{ locations(" + VIENTIANE
                + ", radiusKm: 19}) { totalCount nodes { id } } thai: locations(" + VIENTIANE
                + ", radiusKm: 100}, filter: {partner: \"THA\"}) { nodes { id } } }");

        assertEquals(
                List.of("vientiane", "wattay-airport", "thanaleng-dry-port"), answer.getList("locations.nodes.id"));
        assertEquals(3, answer.getInt("locations.totalCount"));
        assertEquals(List.of("nong-khai", "udon-thani"), answer.getList("thai.nodes.id"));
    }

    /** Half around the earth is 20,015 km: who looks farther, or once around, looks everywhere. */
    @Test
    void findsAllWithinARadiusBeyondHalfOfTheEarth() {
        JsonPath answer = Graph.data("{ beyond: locations(" + VIENTIANE + ", radiusKm: 30000}, first: 1) { totalCount }"
                + " around: locations(" + VIENTIANE + ", radiusKm: 40030}, first: 1) { totalCount } }");

        assertEquals(181, answer.getInt("beyond.totalCount"));
        assertEquals(181, answer.getInt("around.totalCount"));
    }

    @Test
    void pagesByDistanceWithoutGapOrRepetition() {
        List<String> ids = new ArrayList<>();
        List<Float> distances = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>();
        JsonPath page;
        do {
            page = Graph.data(
                    "query ($after: String) { locations(" + VIENTIANE + "}, first: 50, after: $after) {"
                            + " edges { distanceKm } nodes { id } pageInfo { hasNextPage endCursor } } }",
                    variables);
            ids.addAll(page.getList("locations.nodes.id"));
            distances.addAll(page.getList("locations.edges.distanceKm", Float.class));
            variables.put("after", page.getString("locations.pageInfo.endCursor"));
        } while (page.getBoolean("locations.pageInfo.hasNextPage"));

        assertEquals(181, ids.size());
        assertEquals(181, ids.stream().distinct().count());
        assertEquals(distances.stream().sorted().toList(), distances);
    }

    @Test
    void findsWhatIsInABoxAlsoAcrossTheAntimeridian() {
        JsonPath answer = Graph.data("""
                { box: locations(filter: {box: {south: 17.9, west: 102.5, north: 18, east: 102.65}}) { nodes { id } }
                  around: locations(filter: {box: {south: -90, west: 103.9, north: 90, east: 51}}) {
                    nodes { coordinates { longitude } } } }
                """);

        assertEquals(List.of("vientiane", "wattay-airport"), answer.getList("box.nodes.id"));
        List<Float> longitudes = answer.getList("around.nodes.coordinates.longitude", Float.class);
        assertTrue(longitudes.size() > 20);
        assertTrue(longitudes.stream().allMatch(east -> east >= 103.9f || east <= 51));
    }

    @Test
    void pairsTheTwoSidesOfABorder() {
        JsonPath answer = Graph.data("""
                { laos: borderCrossings(from: "CHN", to: "LAO") { from { id } to { id } modes segments { id } }
                  back: borderCrossings(from: "LAO", to: "CHN") { from { id } to { id } }
                  none: borderCrossings(from: "CHN", to: "NPL") { from { id } }
                  cable: borderCrossings(from: "CHN", to: "MMR") { to { id } modes }
                  studied: crossBorderLines(from: "CHN", to: "NPL") { id }
                  lines: crossBorderLines(from: "CHN", to: "MMR") { id }
                  singapore: borderCrossings(from: "MYS", to: "SGP") { from { id } to { id } modes } }
                """);

        Map<String, Object> mohan = answer.getMap("laos.find { it.from.id == 'mohan' && it.to.id == 'boten' }");
        assertEquals(List.of("RAIL", "ROAD"), mohan.get("modes"));
        assertEquals(List.of(Map.of("id", "clr-05"), Map.of("id", "kbe-15")), mohan.get("segments"));
        Map<String, Object> mengkang = answer.getMap("laos.find { it.from.id == 'mengkang' }");
        assertEquals(Map.of("id", "lantouy"), mengkang.get("to"));
        assertEquals(List.of(), mengkang.get("segments"), "known as a pair only");
        assertEquals(answer.getList("laos").size(), answer.getList("back").size());
        assertEquals(List.of(), answer.getList("none"), "a railway to Kathmandu is studied, and crosses nowhere yet");
        assertEquals(List.of("np-rail-01"), answer.getList("studied.id"));
        assertEquals(List.of("ROAD", "RAIL"), answer.getList("cable.find { it.to.id == 'muse' }.modes.reverse()"));
        assertEquals(
                List.of("cm-gas-01", "cm-oil-01", "cmi-cable-01", "km-gateway-01", "mm-hydro-01", "mm-hydro-02"),
                answer.getList("lines.id"),
                "pipelines, cables and power lines; of the whole cable the part that crosses");
        assertEquals(
                List.of("johor-bahru", "johor-bahru"),
                answer.getList("singapore.findAll { it.from.id == 'johor-bahru' }.from.id"),
                "the Causeway, and the Second Link");
    }

    /**
     * Between Japan and Korea nothing is on record otherwise. A and B are crossings of Japan, X and Y of Korea, C and Z are towns; that P and
     * Q are a pair Japan's side says, and of R and S Korea's. bo-10 is the whole of bo-01, and bp-01 is the same line.
     */
    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void tellsSidesOfABorderFromWhatOnlyLeadsAcross() {
        try (Releases releases = new Releases()) {
            releases.load("corridors", """
                    corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source,kind
                    bo,Across,过,multimodal,"JP,KR",operational,,,,,S_W_BVR,TRANSPORT
                    bp,Same,同,multimodal,"JP,KR",operational,,,,,S_W_BVR,TRANSPORT
                    """);
            releases.load("locations", """
                    node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source,paired_with
                    bo-a,A,甲,JP,,border_crossing,,,,,,,,S_W_BVR,
                    bo-b,B,乙,JP,,border_crossing,,,,,,,,S_W_BVR,
                    bo-c,C,丙,JP,,town,,,,,,,,S_W_BVR,
                    bo-p,P,丁,JP,,border_crossing,,,,,,,,S_W_BVR,bo-q
                    bo-q,Q,戊,KR,,border_crossing,,,,,,,,S_W_BVR,
                    bo-r,R,己,JP,,border_crossing,,,,,,,,S_W_BVR,
                    bo-s,S,庚,KR,,border_crossing,,,,,,,,S_W_BVR,bo-r
                    bo-x,X,辛,KR,,border_crossing,,,,,,,,S_W_BVR,
                    bo-y,Y,壬,KR,,border_crossing,,,,,,,,S_W_BVR,
                    bo-z,Z,癸,KR,,town,,,,,,,,S_W_BVR,
                    """);
            releases.load("segments", """
                    segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,whole_of,counted_in
                    bo-01,bo,1,bo-a,bo-x,road,N,,,,operational,,,,,S_W_BVR,,
                    bo-02,bo,2,bo-x,bo-a,rail,N,,,,operational,,,,,S_W_BVR,,
                    bo-03,bo,3,bo-a,bo-x,sea,N,,,,operational,,,,,S_W_BVR,,
                    bo-04,bo,4,bo-a,bo-x,power,N,,,,operational,,,,,S_W_BVR,,
                    bo-05,bo,5,bo-a,bo-y,road,N,,,,operational,,,,,S_W_BVR,,
                    bo-06,bo,6,bo-b,bo-x,road,N,,,,operational,,,,,S_W_BVR,,
                    bo-07,bo,7,bo-b,bo-y,sea,N,,,,operational,,,,,S_W_BVR,,
                    bo-08,bo,8,bo-c,bo-x,road,N,,,,operational,,,,,S_W_BVR,,
                    bo-09,bo,9,bo-a,bo-z,road,N,,,,operational,,,,,S_W_BVR,,
                    bo-10,bo,10,bo-a,bo-x,road,N,,,,operational,,,,,S_W_BVR,bo-01,
                    bo-11,bo,11,bo-a,bo-c,road,N,,,,operational,,,,,S_W_BVR,,
                    bo-12,bo,12,bo-b,mohan,road,N,,,,operational,,,,,S_W_BVR,,
                    bp-01,bp,1,bo-a,bo-x,road,N,,,,operational,,,,,S_W_BVR,,bo-01
                    """);

            JsonPath answer = Graph.data("""
                    { there: borderCrossings(from: "JPN", to: "KOR") { from { id } to { id } segments { id } }
                      back: borderCrossings(from: "KOR", to: "JPN") { from { id } to { id } segments { id } }
                      lines: crossBorderLines(from: "JPN", to: "KOR") { id } }
                    """);

            assertEquals(
                    List.of(
                            "bo-a bo-x [bo-01, bo-02, bo-03]",
                            "bo-a bo-y [bo-05]",
                            "bo-b bo-x [bo-06]",
                            "bo-p bo-q []",
                            "bo-r bo-s []"),
                    pairs(answer, "there"));
            assertEquals(
                    List.of(
                            "bo-q bo-p []",
                            "bo-s bo-r []",
                            "bo-x bo-a [bo-01, bo-02, bo-03]",
                            "bo-x bo-b [bo-06]",
                            "bo-y bo-a [bo-05]"),
                    pairs(answer, "back"));
            assertEquals(List.of("bo-04", "bo-07", "bo-08", "bo-09"), answer.getList("lines.id"));
        }
    }

    private static List<String> pairs(JsonPath answer, String field) {
        return answer.getList(field + ".collect { it.from.id + ' ' + it.to.id + ' ' + it.segments.id }");
    }

    @Test
    void listsAllThatItCountsAcrossABorder() {
        List<String> neighbours = List.of("CHN", "THA", "VNM", "MMR", "KHM");
        JsonPath listed = Graph.data("{ "
                + neighbours.stream()
                        .map(neighbour ->
                                "%1$s: borderCrossings(from: \"LAO\", to: \"%1$s\") { segments { id } } lines%1$s: crossBorderLines(from: \"LAO\", to: \"%1$s\") { id } "
                                        .formatted(neighbour))
                        .collect(Collectors.joining())
                + "}");
        JsonPath counted = Graph.data(
                "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Partner { connectivity {"
                        + " acrossBorder { segments } } } } }",
                Map.of("of", List.of(Map.of("__typename", "Partner", "code", "LAO"))));

        int found = 0;
        for (String neighbour : neighbours) {
            found += listed.getList(neighbour + ".segments.id.flatten()").size();
            found += listed.getList("lines" + neighbour).size();
        }
        List<Integer> counts = counted.getList("_entities[0].connectivity.acrossBorder.segments", Integer.class);
        assertEquals(counts.stream().mapToInt(Integer::intValue).sum(), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    locations(near: {latitude: 91, longitude: 0}) { totalCount }                                    | `latitude` is 91.0; it must be from -90 to 90 degrees.
                    locations(near: {latitude: 1, longitude: 0, radiusKm: 0}) { totalCount }                        | `radiusKm` is 0.0; it must be above 0.
                    locations(filter: {box: {south: 2, west: 0, north: 1, east: 9}}) { totalCount }                 | The box has its south at 2.0, north of its north at 1.0.
                    borderCrossings(from: "LAO", to: "LAO") { modes }                                               | `from` and `to` are the same country LAO.
                    """)
    void refusesWhatIsNoPlace(String field, String message) {
        JsonPath error = Graph.error("{ " + field + " }");

        assertEquals(message, error.getString("message"));
        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
    }

    @Test
    void refusesACodeThatNoCountryHas() {
        for (String field : List.of(
                "borderCrossings(from: \"LAO\", to: \"LAP\") { modes }",
                "corridors(filter: {partner: \"LAP\"}) { totalCount }",
                "corridors(filter: {partners: [\"LAO\", \"LAP\"]}) { totalCount }",
                "locations(filter: {partner: \"LAP\"}) { totalCount }")) {
            JsonPath error = Graph.error("{ " + field + " }");

            assertEquals("BAD_USER_INPUT", error.getString("extensions.code"), field);
            assertEquals("'LAP' is no ISO 3166 alpha-3 code of a country.", error.getString("message"), field);
            assertTrue(error.getString("extensions.hint").contains("LAO"), field);
        }
    }
}
