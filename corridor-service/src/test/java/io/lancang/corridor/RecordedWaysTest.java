package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ways that planners know, and gaps that are named as what they are: on the files that ship. */
@QuarkusTest
class RecordedWaysTest extends RunningService {
    @Test
    void leadsFromKunmingToBangkokByRoadOverMohanAndChiangKhong() {
        JsonPath way = way("kunming", "bangkok", "[ROAD]");

        List<String> places = way.getList("routes[0].legs.to.id");
        assertTrue(places.containsAll(List.of("mohan", "boten", "houayxay", "chiang-khong")), places::toString);
        // China 86 + 112 + 147 + 71 + 97 + 167, Laos 20 + 45 + 197, the bridge 1.2, Thailand 113 + 562 + 194 + 49.
        assertEquals(1861.2, way.getDouble("routes[0].knownLengthKm"), 0.01);
        assertEquals(3.5, way.getDouble("routes[0].greatCircleKm"), 0.01, "Mohan-Boten, which no source measures");
    }

    @Test
    void leadsFromKunmingToVientianeByRoad() {
        JsonPath way = way("kunming", "vientiane", "[ROAD]");

        assertEquals(
                List.of("kbe-15", "kbe-07", "r13n-02", "r13n-03", "r13n-04", "lc-exp-01"),
                way.getList("routes[0].legs.segment.id").subList(6, 12));
        // China 680, Boten-Na Teuy 20, the expressway 109; the whole of the old road is not travelled, so its 660 km
        // say nothing.
        assertEquals(809.0, way.getDouble("routes[0].knownLengthKm"), 0.01);
        // 3.5 + 56 + 87.8 + 112.5.
        assertEquals(259.8, way.getDouble("routes[0].greatCircleKm"), 0.11);
    }

    @Test
    void namesTheClosedCrossingBetweenBangkokAndPhnomPenh() {
        JsonPath way = way("bangkok", "phnom-penh", "[ROAD]");

        assertEquals(List.of(), way.getList("routes"));
        assertEquals("NOT_IN_SERVICE", way.getString("gapKind"));
        assertEquals(List.of("bangkok", "aranyaprathet"), way.getList("reachFrom.id"));
        assertEquals("poipet", way.getString("reachTo[0].id"));
        assertEquals(List.of("CLOSED"), way.getList("missing.status"));
        assertTrue(way.getString("missing[0].statusNote").startsWith("closed since 2025-06-23"));

        JsonPath open = way("bangkok", "phnom-penh", "[ROAD]", ", statuses: [OPERATIONAL, PARTLY_OPERATIONAL, CLOSED]");
        assertEquals("phnom-penh", open.getString("routes[0].legs[-1].to.id"));
    }

    @Test
    void leadsFromKunmingToYangonByRoadAndOnceNamedTheStretchFromMuseToLashioAsNotOnRecord() {
        JsonPath way = way("kunming", "yangon", "[ROAD]");

        List<String> segments = way.getList("routes[0].legs.segment.id");
        assertTrue(segments.containsAll(List.of("cmec-05", "ah14-mm-01", "ah14-mm-02")), segments::toString);
        // Kunming-Chuxiong 106.9, Chuxiong-Dali 201, Longling-Ruili 128, Muse-Mandalay 460, Mandalay-Yangon 586.7.
        assertEquals(1482.6, way.getDouble("routes[0].knownLengthKm"), 0.01);

        // Before the second release of segments: the last of the first release were the figures of throughput.
        String before = given().get("/releases?dataset=throughput")
                .then()
                .extract()
                .jsonPath()
                .getString("find { it.fileName == 'flows.csv' }.loadedAt");
        JsonPath then = way("kunming", "yangon", "[ROAD]", ", asOf: \"" + before + "\"");
        assertEquals("NOT_ON_RECORD", then.getString("gapKind"));
        assertEquals("muse", then.getString("reachFrom[-1].id"));
        assertEquals("lashio", then.getString("reachTo[0].id"));
        assertEquals(List.of(), then.getList("missing"), "nobody says that there is no road");
        assertEquals(117.5, then.getDouble("gapKm"), 0.05);
    }

    @Test
    void takesTheRailwayOverTheCausewayIntoSingaporeAndKnowsTheRtsLinkAsPlanned() {
        JsonPath way = way("kunming", "woodlands", "[RAIL]");
        assertEquals("my-sg-02", way.getString("routes[0].legs[-1].segment.id"));

        JsonPath rest = way("kunming", "singapore", "[RAIL]");
        assertEquals("NOT_IN_SERVICE", rest.getString("gapKind"));
        assertEquals(List.of("ksr-central-08"), rest.getList("missing.id"), "the tracks behind Woodlands are closed");

        JsonPath link = Graph.data("""
                { corridor(id: "my-sg") { segments { id status milestones { event planned latest { text } } } } }
                """);
        String rts = "corridor.segments.find { it.id == 'my-sg-04' }";
        assertEquals("UNDER_CONSTRUCTION", link.getString(rts + ".status"));
        assertEquals(List.of("2026-12", "2027-01-01"), link.getList(rts + ".milestones.latest.text"));
    }

    @Test
    void leadsFromKunmingToNanningWithoutHanoi() {
        JsonPath way = way("kunming", "nanning", "[RAIL, ROAD]");

        assertEquals(List.of("km-nn-01"), way.getList("routes[0].legs.segment.id"));
        assertEquals(715.8, way.getDouble("routes[0].knownLengthKm"), 0.01);
    }

    @Test
    void linksSingaporeByRoadAndRail() {
        JsonPath singapore = Graph.data("""
                query ($of: [_Any!]!) { _entities(representations: $of) { ... on Partner { borderCrossings { id }
                  connectivity { acrossBorder { mode status segments } } } } }
                """, Map.of("of", List.of(Map.of("__typename", "Partner", "code", "SGP"))));

        assertEquals(List.of("tuas", "woodlands"), singapore.getList("_entities[0].borderCrossings.id"));
        String across = "_entities[0].connectivity.acrossBorder.find { it.mode == '%s' && it.status == '%s' }.segments";
        assertEquals(2, singapore.getInt(across.formatted("ROAD", "OPERATIONAL")), "the Causeway and the Second Link");
        assertEquals(1, singapore.getInt(across.formatted("RAIL", "UNDER_CONSTRUCTION")), "the RTS Link");
        assertEquals(
                List.of("my-sg-01", "my-sg-05"),
                way("johor-bahru", "singapore", "[ROAD]").getList("routes[0].legs.segment.id"));
    }

    @Test
    void namesNoLinkFarRoundAboutBetweenTwoTownsOfOneProvince() {
        String before = given().get("/releases?dataset=throughput")
                .then()
                .extract()
                .jsonPath()
                .getString("find { it.fileName == 'flows.csv' }.loadedAt");
        JsonPath then = way("kunming", "lincang", "[RAIL, ROAD, WATERWAY, SEA]", ", asOf: \"" + before + "\"");

        assertEquals("NOT_IN_SERVICE", then.getString("gapKind"));
        assertEquals(
                List.of("cm-rail-05"),
                then.getList("missing.id"),
                "the railway that is planned from Muse to Lashio, and not the tracks from Johor Bahru to Singapore");
        assertEquals("muse", then.getString("reachFrom[-1].id"));
        assertEquals("lashio", then.getString("reachTo[0].id"));

        JsonPath now = way("kunming", "lincang", "[RAIL]");
        assertEquals(List.of("cm-rail-01", "cm-rail-08"), now.getList("routes[0].legs.segment.id"));
        // Kunming-Dali 280 and Dali-Lincang 201.8.
        assertEquals(481.8, now.getDouble("routes[0].knownLengthKm"), 0.01);
    }

    /** cm-rail-03 is to be completed in 2028: not before, by the last day of that year, and between nobody can say. */
    @Test
    void takesTheRailwayToRuiliForOpenFromTheEndOfTheYearThatIsAnnounced() {
        JsonPath before = way("baoshan", "ruili", "[RAIL]", ", asOfDate: \"2027-12-31\"");
        assertEquals(List.of(), before.getList("routes"));
        assertEquals(List.of("cm-rail-03"), before.getList("missing.id"));

        JsonPath between = way("baoshan", "ruili", "[RAIL]", ", asOfDate: \"2028-12-30\"");
        assertEquals(List.of(), between.getList("routes"));
        assertEquals(List.of("cm-rail-03"), between.getList("unknown.id"));

        JsonPath then = way("baoshan", "ruili", "[RAIL]", ", asOfDate: \"2028-12-31\"");
        assertEquals(List.of("cm-rail-03"), then.getList("routes[0].legs.segment.id"));
        assertEquals(List.of(true), then.getList("routes[0].legs.announced"));
        assertEquals(197.0, then.getDouble("routes[0].knownLengthKm"), 0.01);
    }

    /**
     * From Dali by rail at 50 km/h, loaded and unloaded in 12 hours: Baoshan 133, Lincang 201.8 and Kunming 280 km away. Yuxi, of
     * which only the great circle of 78.1 km is known, needs 1.796 hours more than Kunming: 19.396.
     */
    @Test
    void reachesFromDaliByRailWhatIsWithinNineteenHours() {
        JsonPath reach = Graph.data("""
                { reach(from: "dali", modes: [RAIL], withinHours: 19) { totalCount locations { hours location { id } } } }
                """).setRootPath("data.reach");

        assertEquals(List.of("baoshan", "lincang", "kunming"), reach.getList("locations.location.id"));
        assertEquals(
                List.of("14.7", "16.0", "17.6"),
                reach.getList("locations.hours").stream().map(String::valueOf).toList());
        assertEquals(3, reach.getInt("totalCount"));
    }

    /** The bridge of Hekou has metre gauge, as has the line to Hanoi, of a single track; those before it do not say how many they have. */
    @Test
    void namesTheChangeOfGaugeAtHekouAndTheSingleTrackBehindIt() {
        JsonPath way = Graph.data("""
                { routes(from: "kunming", to: "hanoi", modes: [RAIL], alternatives: 1) {
                    routes { bottlenecks { kind segment { id } at { id } } } } }
                """).setRootPath("data.routes.routes[0]");

        assertEquals(List.of("GAUGE_CHANGE", "SINGLE_TRACK"), way.getList("bottlenecks.kind"));
        assertEquals(List.of("ksr-eastern-04", "ksr-eastern-05"), way.getList("bottlenecks.segment.id"));
        assertEquals("hekou", way.getString("bottlenecks[0].at.id"));
    }

    /**
     * Before: 715.8 km. After: by metre gauge from Kunming to Hekou 466, Lao Cai 5.0, Hanoi 296, Dong Dang 162, Pingxiang
     * 18.8, Chongzuo 81.12, Nanning 121, together 1149.92 km, over two borders, and on to standard gauge. Over Mengzi it is
     * 105.9 km shorter and slower: a change of gauge more takes 12 hours.
     */
    @Test
    void leadsFromKunmingToNanningOverHanoiIfTheRailwayIsClosed() {
        JsonPath closure = Graph.data("""
                { closure(segments: ["km-nn-01"]) { pairsCutOff pairs { from { id } to { id } effect
                    after { legs { to { id } } } difference { km crossings gaugeChanges } } } }
                """).setRootPath("data.closure");

        assertEquals(List.of("DETOUR"), closure.getList("pairs.effect"));
        assertEquals(0, closure.getInt("pairsCutOff"));
        assertTrue(closure.getList("pairs[0].after.legs.to.id").containsAll(List.of("hekou", "hanoi", "dong-dang")));
        assertEquals(434.12, closure.getDouble("pairs[0].difference.km"), 0.2, "great circles are given to 100 m");
        assertEquals(2, closure.getInt("pairs[0].difference.crossings"));
        assertEquals(1, closure.getInt("pairs[0].difference.gaugeChanges"));
    }

    @Test
    void saysHowDenseTheRecordIsInTheCountriesOfTheAnswer() {
        JsonPath way = way("bangkok", "phnom-penh", "[RAIL]");

        assertEquals(List.of("KHM", "THA"), way.getList("coverage.partner.code"));
        Map<String, Object> cambodia = way.getMap("coverage.find { it.partner.code == 'KHM' && it.mode == 'RAIL' }");
        // Phnom Penh, Poipet, Bat Doeng, Sihanoukville, Battambang, Bavet, Kep, and Sisophon and Prek Kdam that were
        // added.
        assertEquals(9, cambodia.get("locations"));
        // The lines to Bat Doeng, Poipet and Sihanoukville, across to Loc Ninh and Aranyaprathet.
        assertEquals(5, cambodia.get("segments"));
        assertEquals(4, cambodia.get("reached"));
        // Loc Ninh-Bat Doeng 255, Phnom Penh-Poipet 386, Poipet-Aranyaprathet 6, Phnom Penh-Sihanoukville 264.
        assertEquals(4, cambodia.get("measured"));
    }

    @Test
    void callsNoSingleFibreTheOnlyWayToChina() {
        JsonPath laos = Graph.data("""
                query ($of: [_Any!]!) { _entities(representations: $of) { ... on Partner { connectivity {
                  fibre: resilience(modes: [FIBRE]) { connected conclusive reason segments { id }
                    coverage { mode reached locations } }
                  rail: resilience(modes: [RAIL]) { conclusive reason segments { id } } } } } }
                """, Map.of("of", List.of(Map.of("__typename", "Partner", "code", "LAO"))))
                .setRootPath("data._entities[0].connectivity");

        assertTrue(laos.getBoolean("fibre.connected"));
        assertFalse(laos.getBoolean("fibre.conclusive"));
        assertEquals(List.of(), laos.getList("fibre.segments"));
        assertEquals(
                "Of [FIBRE] the record holds single works and no network, so that others may exist.",
                laos.getString("fibre.reason"));
        assertEquals(List.of(1), laos.getList("fibre.coverage.reached"), "Boten alone");
        assertTrue(laos.getBoolean("rail.conclusive"));
        assertNull(laos.get("rail.reason"));
        assertEquals(List.of("clr-05"), laos.getList("rail.segments.id"));
    }

    @Test
    void takesALineThatTwoCorridorsShareForOneWay() {
        JsonPath vietnam = Graph.data("""
                query ($of: [_Any!]!) { _entities(representations: $of) { ... on Partner { connectivity {
                  resilience(modes: [RAIL], from: "CHN", statuses: [OPERATIONAL]) { segments { id } } } } } }
                """, Map.of("of", List.of(Map.of("__typename", "Partner", "code", "VNM"))));

        // Two railways cross the border, at Hekou and at Pingxiang.
        assertEquals(List.of(), vietnam.getList("_entities[0].connectivity.resilience.segments"));
        assertEquals(
                List.of("ksr-eastern-05"),
                way("lao-cai", "hanoi", "[RAIL]").getList("routes[0].legs.segment.id"),
                "khh-rail-02 is the same line");
    }

    private static JsonPath way(String from, String to, String modes) {
        return way(from, to, modes, "");
    }

    private static JsonPath way(String from, String to, String modes, String more) {
        return Graph.data("""
            { routes(from: "%s", to: "%s", modes: %s, alternatives: 1%s) { gapKind gapKm
              routes { legs { from { id } to { id } segment { id mode } announced } knownLengthKm greatCircleKm legsOfUnknownLength }
              reachFrom { id } reachTo { id } missing { id status statusNote } unknown { id }
              coverage { partner { code } mode locations reached segments measured } } }
            """.formatted(from, to, modes, more)).setRootPath("data.routes");
    }
}
