package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectivityTest extends RunningService {
    private static final String ENTITIES = "query ($of: [_Any!]!) { _entities(representations: $of) { ";

    @Test
    void countsCorridorsCrossingsAndKilometresOfLaos() {
        JsonPath laos = ofPartner("LAO", """
                corridors { kind status count } borderCrossingCount
                inside { mode status segments measured km } acrossBorder { mode status segments km }
                energyLinks { id } digitalLinks { id } partners { code }
                coverage { partner { code } mode locations reached segments measured }
                """);

        assertEquals(List.of("LAO"), laos.getList("partners.code"));
        // Boten, Dansavan, Houayxay, Lantouy, Panghai and Pakxan.
        assertEquals(6, laos.getInt("borderCrossingCount"));
        // clr, gms-ewec, gms-nsec, kbe, lancang-mekong, and the road 13 North and the fifth bridge that were added.
        assertEquals(7, laos.getInt("corridors.find { it.kind == 'TRANSPORT' && it.status == 'OPERATIONAL' }.count"));
        assertEquals(
                1, laos.getInt("corridors.find { it.kind == 'ENERGY' && it.status == 'UNDER_CONSTRUCTION' }.count"));
        // Boten-Vientiane in five parts, the two stations of Vientiane and the link to the dry port: the whole of the
        // five is
        // measured, 422 km.
        Map<String, Object> rail = laos.getMap("inside.find { it.mode == 'RAIL' && it.status == 'OPERATIONAL' }");
        assertEquals(7, rail.get("segments"));
        assertEquals(5, rail.get("measured"));
        assertEquals(new BigDecimal("422.0"), rail.get("km"));
        // Boten-Na Teuy 20, Na Teuy-Luang Namtha 45, Luang Namtha-Houayxay 197, Vientiane-Vang Vieng 109,
        // Vientiane-Thanaleng 20,
        // and the whole of 660 from Na Teuy to Vientiane; Boten-Na Teuy is a line of two corridors and counts once.
        Map<String, Object> road = laos.getMap("inside.find { it.mode == 'ROAD' && it.status == 'OPERATIONAL' }");
        assertEquals(new BigDecimal("1051.0"), road.get("km"));
        // Beside these five and the four parts of the whole there is Savannakhet-Dansavan.
        assertEquals(10, road.get("segments"));
        assertEquals(9, road.get("measured"));
        assertEquals(2, laos.getInt("acrossBorder.find { it.mode == 'RAIL' && it.status == 'OPERATIONAL' }.segments"));
        assertEquals(List.of("cl-115kv", "cl-500kv"), laos.getList("energyLinks.id"));
        assertEquals(List.of("cl-cable", "gms-is"), laos.getList("digitalLinks.id"));
        // Of 19 locations the railways reach Boten, Nateuy, Oudomxay, Luang Prabang, Vang Vieng, Vientiane,
        // Vientiane South and the dry port: clr-05 and clr-07 to clr-12, ksr-central-01 and 02, th-hsr-03, of which
        // the last two have a length of their own.
        assertEquals(
                Map.of(
                        "partner",
                        Map.of("code", "LAO"),
                        "mode",
                        "RAIL",
                        "locations",
                        19,
                        "reached",
                        8,
                        "segments",
                        10,
                        "measured",
                        2),
                laos.getMap("coverage.find { it.mode == 'RAIL' }"));
        assertEquals(
                0, laos.getInt("coverage.find { it.mode == 'SEA' }.segments"), "a mode of which nothing is on record");
    }

    @Test
    void listsWhatOpenedSinceAYearEarliestFirst() {
        JsonPath laos =
                ofPartner("LAO", "since: openedSince(year: 2020) { id openedOn } ever: openedSince(year: 1900) { id }");

        assertEquals(List.of("lc-exp", "clr", "cl-115kv", "th-la-fb5"), laos.getList("since.id"));
        assertTrue(laos.getList("ever.id").containsAll(List.of("lancang-mekong", "gms-ewec", "kbe", "clr")));
    }

    @Test
    void namesTheOneTunnelThatCutsLaosOffByRail() {
        JsonPath laos = ofPartner("LAO", """
                rail: resilience(modes: [RAIL]) { connected locations { id } segments { id } }
                all: resilience { connected segments { id } }
                lines: resilience(modes: [POWER, FIBRE]) { connected }
                """);

        assertTrue(laos.getBoolean("rail.connected"));
        assertEquals(List.of("boten", "mohan"), laos.getList("rail.locations.id"));
        assertEquals(List.of("clr-05"), laos.getList("rail.segments.id"));
        assertTrue(laos.getBoolean("all.connected"));
        assertTrue(laos.getBoolean("lines.connected"));
        assertEquals(
                List.of(), laos.getList("all.segments"), "road, rail and river cross the border at several places");
    }

    @Test
    void saysThatNepalIsNotConnected() {
        JsonPath nepal = ofPartner("NPL", "resilience { connected locations { id } segments { id } }");

        assertFalse(nepal.getBoolean("resilience.connected"));
        assertEquals(List.of(), nepal.getList("resilience.locations"));
    }

    @Test
    void takesABlocForOne() {
        JsonPath bloc = Graph.data(
                        ENTITIES + "... on Bloc { connectivity { partners { code } borderCrossingCount"
                                + " acrossBorder { mode status segments } inside { mode status segments }"
                                + " resilience(modes: [RAIL]) { connected segments { id } } } } } }",
                        Map.of("of", List.of(bloc("TWO", "LAO", "THA"))))
                .setRootPath("data._entities[0].connectivity");

        assertEquals(List.of("LAO", "THA"), bloc.getList("partners.code"));
        // From China, Malaysia and Cambodia; Thanaleng-Nong Khai is inside.
        assertEquals(3, bloc.getInt("acrossBorder.find { it.mode == 'RAIL' && it.status == 'OPERATIONAL' }.segments"));
        assertTrue(bloc.getBoolean("resilience.connected"));
        assertEquals(List.of("clr-05"), bloc.getList("resilience.segments.id"), "no railway leads through Cambodia");
    }

    /**
     * Through Laos or Thailand lead clr, kbe, gms-nsec, gms-ewec, gms-sec, lancang-mekong, r13n, th-south and th-la-fb5: nine. Seven
     * lead through Laos and eight through Thailand, six of them through both.
     */
    @Test
    void countsACorridorThroughTwoMembersOnceForTheirBloc() {
        JsonPath bloc = Graph.data(
                        ENTITIES + "... on Bloc { connectivity { corridors { kind status count } } } } }",
                        Map.of("of", List.of(bloc("TWO", "LAO", "THA"))))
                .setRootPath("data._entities[0].connectivity");

        assertEquals(9, bloc.getInt("corridors.find { it.kind == 'TRANSPORT' && it.status == 'OPERATIONAL' }.count"));
    }

    /** Within the two there is one tunnel, at Boten; to others railways lead at Hekou, at Pingxiang and over the Mekong. */
    @Test
    void asksABlocWithChinaAboutAllCountriesOutsideOfIt() {
        JsonPath bloc = Graph.data(
                        ENTITIES + "... on Bloc { connectivity { resilience(modes: [RAIL]) {"
                                + " connected conclusive locations { id } segments { id } } } } } }",
                        Map.of("of", List.of(bloc("TWO", "CHN", "LAO"))))
                .setRootPath("data._entities[0].connectivity.resilience");

        assertTrue(bloc.getBoolean("connected"));
        assertTrue(bloc.getBoolean("conclusive"));
        assertEquals(List.of(), bloc.getList("segments"));
        assertEquals(List.of(), bloc.getList("locations"));
    }

    /** Beside China, which they lead to: each country has the links that it has when it is asked for alone. */
    @Test
    void tellsTwoCountriesWhatLiesBetweenThem() {
        JsonPath both = Graph.data(
                ENTITIES + "... on Partner { code connectivity { energyLinks { id } digitalLinks { id } } } } }",
                Map.of(
                        "of",
                        List.of(
                                Map.of("__typename", "Partner", "code", "LAO"),
                                Map.of("__typename", "Partner", "code", "CHN"))));

        assertEquals(List.of("cl-115kv", "cl-500kv"), both.getList("_entities[0].connectivity.energyLinks.id"));
        assertEquals(List.of("cl-cable", "gms-is"), both.getList("_entities[0].connectivity.digitalLinks.id"));
    }

    /** By rail one bridge joins Thailand and Laos, over the Mekong between Nong Khai and Thanaleng. */
    @Test
    void tellsABlocWhatCutsItOffFromOneOfItsMembers() {
        JsonPath bloc = Graph.data(
                        ENTITIES + "... on Bloc { connectivity {"
                                + " resilience(modes: [RAIL], from: \"LAO\") { connected segments { id } } } } } }",
                        Map.of("of", List.of(bloc("TWO", "LAO", "THA"))))
                .setRootPath("data._entities[0].connectivity.resilience");

        assertTrue(bloc.getBoolean("connected"));
        assertEquals(List.of("ksr-central-02"), bloc.getList("segments.id"));
    }

    /**
     * Of Japan and Korea nothing is on record otherwise. Of the wholes within Japan co-03 alone is measured for its parts: those of co-06
     * are measured themselves, co-09 has no length, of co-12 one part is planned, and of co-14 one is counted in cp-01.
     */
    private static void loadJapan(Releases releases) {
        releases.load("corridors", """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source
                co,Railway,铁,rail,"JP,KR",operational,2018-12-31,OPENED,,,S_W_BVR
                cp,Other railway,又,rail,JP,planned,,,,,S_W_BVR
                ce,Power within,电,power,JP,operational,2018-12-31,OPENED,,,S_W_BVR
                cq,Power across,电,power,"JP,KR",operational,2019-01-01,OPENED,,,S_W_BVR
                cr,Power across,电,power,"JP,KR",planned,2019-01-01,OPENED,,,S_W_BVR
                cs,Cable,缆,submarine_cable,"JP,KR",operational,2019-01-01,OPENED,,,S_W_BVR
                """);
        releases.load("locations", """
                node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                co-a,A,甲,JP,,town,,,,,,,,S_W_BVR
                co-b,B,乙,JP,,town,,,,,,,,S_W_BVR
                co-k,K,丙,KR,,town,,,,,,,,S_W_BVR
                """);
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,whole_of,counted_in
                cp-01,cp,1,co-a,co-b,rail,N,12,,,operational,,,,,S_W_BVR,,
                co-01,co,1,co-a,co-b,rail,N,,,,operational,,,,,S_W_BVR,,
                co-02,co,2,co-a,co-b,rail,N,,,,operational,,,,,S_W_BVR,,
                co-03,co,3,co-a,co-b,rail,N,100,,,operational,,,,,S_W_BVR,co-01;co-02,
                co-04,co,4,co-a,co-b,rail,N,30,,,operational,,,,,S_W_BVR,,
                co-05,co,5,co-a,co-b,rail,N,40,,,operational,,,,,S_W_BVR,,
                co-06,co,6,co-a,co-b,rail,N,75,,,operational,,,,,S_W_BVR,co-04;co-05,
                co-07,co,7,co-a,co-b,rail,N,,,,operational,,,,,S_W_BVR,,
                co-08,co,8,co-a,co-b,rail,N,,,,operational,,,,,S_W_BVR,,
                co-09,co,9,co-a,co-b,rail,N,,,,operational,,,,,S_W_BVR,co-07;co-08,
                co-10,co,10,co-a,co-b,rail,N,,,,operational,,,,,S_W_BVR,,
                co-11,co,11,co-a,co-b,rail,N,,,,planned,,,,,S_W_BVR,,
                co-12,co,12,co-a,co-b,rail,N,60,,,operational,,,,,S_W_BVR,co-10;co-11,
                co-13,co,13,co-a,co-b,rail,N,,,,operational,,,,,S_W_BVR,,
                co-14,co,14,co-a,co-b,rail,N,80,,,operational,,,,,S_W_BVR,co-13;co-15,
                co-15,co,15,co-a,co-b,rail,N,,,,operational,,,,,S_W_BVR,,cp-01
                co-16,co,16,co-a,co-b,road,N,7,,,operational,,,,,S_W_BVR,,
                co-17,co,17,co-b,co-k,rail,N,5,,,operational,,,,,S_W_BVR,,
                """);
    }

    /** In service by rail are co-01, -02, -04, -05, -07, -08, -10, -13 and cp-01; measured are 100 for the first two, 30, 40 and 12. */
    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void measuresByAWholeOnlyWhatItsPartsLackAndHaveAllInOneTotal() {
        try (Releases releases = new Releases()) {
            loadJapan(releases);

            JsonPath japan =
                    ofPartner("JPN", "inside { mode status segments measured km } acrossBorder { mode segments km }");

            assertEquals(
                    List.of("RAIL OPERATIONAL 9 5 182.0", "RAIL PLANNED 1 0 null", "ROAD OPERATIONAL 1 1 7.0"),
                    japan.<Map<String, Object>>getList("inside").stream()
                            .map(each -> each.get("mode") + " " + each.get("status") + " " + each.get("segments") + " "
                                    + each.get("measured") + " " + each.get("km"))
                            .toList());
            assertEquals(1, japan.getInt("acrossBorder[0].segments"));
            assertEquals(new BigDecimal("5.0"), japan.get("acrossBorder[0].km"));
        }
    }

    /** A power line within Japan leads nowhere else, whether Japan is asked about with Korea beside it or in one bloc with it. */
    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void listsLinksAndCountsInTheirOrder() {
        try (Releases releases = new Releases()) {
            loadJapan(releases);

            JsonPath answer = Graph.data(
                    ENTITIES + "... on Partner { connectivity { corridors { kind status count } energyLinks { id }"
                            + " digitalLinks { id } then: openedSince(year: 2019) { id } before: openedSince(year: 2018) { id } } }"
                            + " ... on Bloc { connectivity { energyLinks { id } digitalLinks { id } } } } }",
                    Map.of(
                            "of",
                            List.of(
                                    Map.of("__typename", "Partner", "code", "JPN"),
                                    Map.of("__typename", "Partner", "code", "KOR"),
                                    bloc("TWO", "JPN", "KOR"))));

            String japan = "_entities[0].connectivity.";
            assertEquals(
                    List.of(
                            "DIGITAL OPERATIONAL 1",
                            "ENERGY OPERATIONAL 2",
                            "ENERGY PLANNED 1",
                            "TRANSPORT OPERATIONAL 1",
                            "TRANSPORT PLANNED 1"),
                    answer.<Map<String, Object>>getList(japan + "corridors").stream()
                            .map(each -> each.get("kind") + " " + each.get("status") + " " + each.get("count"))
                            .toList());
            assertEquals(List.of("cq", "cr"), answer.getList(japan + "energyLinks.id"));
            assertEquals(List.of("cs"), answer.getList(japan + "digitalLinks.id"));
            assertEquals(List.of("cq", "cr", "cs"), answer.getList(japan + "then.id"));
            assertEquals(List.of("ce", "co", "cq", "cr", "cs"), answer.getList(japan + "before.id"));
            assertEquals(List.of("cq", "cr"), answer.getList("_entities[1].connectivity.energyLinks.id"));
            assertEquals(List.of(), answer.getList("_entities[2].connectivity.energyLinks"));
            assertEquals(List.of(), answer.getList("_entities[2].connectivity.digitalLinks"));
        }
    }

    @Test
    void refusesAYearAndACountryThatBreakARule() {
        JsonPath year = Graph.ask(
                ENTITIES + "... on Partner { connectivity { openedSince(year: 20) { id } } } } }", partner("LAO"));
        JsonPath itself = Graph.ask(
                ENTITIES + "... on Partner { connectivity { resilience(from: \"LAO\") { connected } } } } }",
                partner("LAO"));

        JsonPath nothing = Graph.ask(
                ENTITIES + "... on Partner { connectivity { resilience(modes: []) { connected } } } } }",
                partner("LAO"));

        assertEquals("`modes` is an empty list, which nothing can match.", nothing.getString("errors[0].message"));
        assertEquals("BAD_USER_INPUT", year.getString("errors[0].extensions.code"));
        assertEquals("`year` is 20; it must be from 1800 to 2100.", year.getString("errors[0].message"));
        assertEquals("`from` is LAO, which cannot be cut off from itself.", itself.getString("errors[0].message"));
    }

    private static JsonPath ofPartner(String code, String fields) {
        return Graph.data(ENTITIES + "... on Partner { connectivity { " + fields + " } } } }", partner(code))
                .setRootPath("data._entities[0].connectivity");
    }

    private static Map<String, Object> partner(String code) {
        return Map.of("of", List.of(Map.of("__typename", "Partner", "code", code)));
    }

    private static Map<String, Object> bloc(String code, String... members) {
        List<Map<String, Map<String, String>>> memberships = Arrays.stream(members)
                .map(member -> Map.of("partner", Map.of("code", member)))
                .toList();
        return Map.of("__typename", "Bloc", "code", code, "members", memberships);
    }
}
