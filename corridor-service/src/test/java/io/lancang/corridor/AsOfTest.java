package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network as it was loaded at a moment, with what a later file revised. */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class AsOfTest extends RunningService {
    private static final String CORRIDORS =
            "corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source\n";
    private static final String LOCATIONS =
            "node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source\n";
    private static final String SEGMENTS =
            "segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source\n";

    private static final String SHIPPED_SOURCE =
            "source_id,title,locator,licence,date\nS_W_KBE,Wikipedia (2014 copy): Kunming–Bangkok Expressway,http://the-uncensored-wiki.com:20141/2014-wikipedia_en_all_02_2014/A/html/K/u/n/m/Kunming%E2%80%93Bangkok_Expressway.html,CC BY-SA (facts),2014-02\n";

    private final Releases releases = new Releases();
    private String before = "";

    @BeforeEach
    void rememberTheMoment() {
        before = Releases.lastMoment();
    }

    @AfterEach
    void withdraw() {
        releases.close();
    }

    @Test
    void showsWhatALaterFileRevisedAsItWasBefore() {
        releases.load(
                "corridors", CORRIDORS + "kbe,Kunming-Bangkok road,昆曼公路,road,\"CN,LA,TH\",LIMITED,,,1880,,S_W_BVR\n");
        releases.load(
                "locations",
                LOCATIONS + "mohan,Mohan port,磨憨口岸,CN,Yunnan,border_crossing,CNMHN,,21.2,101.7,survey,place,,\n");
        String fields = "{ status name lengthKm { km } sources { id } locations { id name corridors { id status } } }";
        JsonPath graph = Graph.data("{ now: corridor(id: \"kbe\") " + fields + " then: corridor(id: \"kbe\", asOf: \""
                + before + "\") " + fields + " limited: corridors(filter: {statuses: [LIMITED]}, first: 500, asOf: \""
                + before + "\") { nodes { id } } mohan: location(id: \"CNMHN\", asOf: \"" + before + "\") { name } }");

        assertEquals("LIMITED", graph.getString("now.status"));
        assertEquals("OPERATIONAL", graph.getString("then.status"));
        assertEquals(List.of("S_W_BVR"), graph.getList("now.sources.id"));
        assertEquals(List.of("S_W_KBE"), graph.getList("then.sources.id"));
        String mohan = ".locations.find { it.id == 'mohan' }";
        assertEquals("Mohan port", graph.getString("now" + mohan + ".name"));
        assertEquals("Mohan road/rail border port", graph.getString("then" + mohan + ".name"));
        assertEquals("LIMITED", graph.getString("now" + mohan + ".corridors.find { it.id == 'kbe' }.status"));
        assertEquals("OPERATIONAL", graph.getString("then" + mohan + ".corridors.find { it.id == 'kbe' }.status"));
        assertNull(graph.get("limited.nodes.find { it.id == 'kbe' }"));
        assertEquals("Mohan road/rail border port", graph.getString("mohan.name"));
    }

    @Test
    void saysWhichReleaseWasTheLastWhereItShowsThePastAndNothingWhereItShowsThePresent() {
        String row = "kbe,Kunming-Bangkok road,昆曼公路,road,\"CN,LA,TH\",LIMITED,,,%d,,S_W_BVR\n";
        String first = releases.load("corridors", CORRIDORS + row.formatted(1880));
        String moment = Releases.lastMoment();
        releases.load("corridors", CORRIDORS + row.formatted(1881));

        String fields = "{ asOfRelease segments { asOfRelease from { asOfRelease zones { asOfRelease } } } }";
        JsonPath graph = Graph.data("{ now: corridor(id: \"kbe\") " + fields + " then: corridor(id: \"kbe\", asOf: \""
                + moment + "\") " + fields + " zones(asOf: \"" + moment + "\") { asOfRelease } }");

        assertEquals(first, graph.getString("then.asOfRelease"));
        assertEquals(first, graph.getString("then.segments[0].asOfRelease"));
        assertEquals(first, graph.getString("then.segments[0].from.asOfRelease"));
        assertEquals(first, graph.getString("zones[0].asOfRelease"));
        assertNull(graph.get("now.asOfRelease"));
        assertNull(graph.get("now.segments[0].asOfRelease"));
        assertNull(graph.get("now.segments[0].from.asOfRelease"));
    }

    @Test
    void showsZonesAndTheTransfersIntoThemAsTheyWere() {
        releases.load("zones", """
                zone_id,name_en,name_zh,kind,node_id,date,note,area_km2,source
                ruili-park,Ruili park,瑞丽园区,industrial_park,muse,,,12,S_W_BVR
                """);
        releases.load("industrial_transfers", """
                zone_id,subject,sector,fact,year,value,unit,source
                ruili-park,Test works,textiles,moved in,2024,5,projects,S_W_BVR
                """);
        String zone =
                " { id name location { id zones { id } } areaKm2 sources { id } industrialTransfers { subject sources"
                        + " { id } } } ";
        JsonPath graph = Graph.data("{ now: zones(filter: {location: \"muse\"}) " + zone
                + " there: zones(filter: {location: \"muse\"}, asOf: \"" + before + "\") { id }"
                + " then: zones(filter: {location: \"ruili\"}, asOf: \"" + before + "\")" + zone
                + " transfers: industrialTransfers { subject } transfersThen: industrialTransfers(asOf: \"" + before
                + "\") { subject } }");

        String park = "find { it.id == 'ruili-park' }";
        assertEquals("Ruili park", graph.getString("now." + park + ".name"));
        assertEquals(2, graph.getList("now." + park + ".industrialTransfers").size());
        assertNull(graph.get("there." + park));
        assertEquals("ruili", graph.getString("then." + park + ".location.id"));
        assertEquals(List.of("ftz-dehong", "ruili-park"), graph.getList("then." + park + ".location.zones.id"));
        assertNull(graph.get("then." + park + ".areaKm2"));
        assertEquals(1, graph.getList("then." + park + ".industrialTransfers").size());
        assertEquals(11, graph.getList("transfers").size());
        assertEquals(10, graph.getList("transfersThen").size());
    }

    @Test
    void callsASourceWhatItWasCalledThen() {
        String sources = "source_id,title,locator,licence,date\n";
        String shipped = Graph.data("{ corridor(id: \"kbe\") { sources { title licence } } }")
                .getString("corridor.sources[0].title");
        try {
            releases.loadForGood("sources", sources + "S_W_KBE,Renamed page,https://example.org,unverified,2026\n");

            String fields = "{ sources { title licence } findings { kind } }";
            JsonPath graph = Graph.data("{ now: corridor(id: \"kbe\") " + fields
                    + " then: corridor(id: \"kbe\", asOf: \"" + before + "\") " + fields + " }");
            assertEquals("Renamed page", graph.getString("now.sources[0].title"));
            assertTrue(graph.getList("now.findings.kind").contains("UNVERIFIED_SOURCE"));
            assertEquals(shipped, graph.getString("then.sources[0].title"));
            assertFalse(graph.getList("then.findings.kind").contains("UNVERIFIED_SOURCE"));
        } finally {
            releases.loadForGood("sources", SHIPPED_SOURCE);
        }
    }

    @Test
    void findsRoutesOnTheNetworkThatWasKnownThen() {
        releases.load("locations", LOCATIONS + "then-halt,Test halt,测试站,LA,,town,,,21.0,101.7,survey,place,,S_W_BVR\n");
        releases.load(
                "segments",
                SEGMENTS
                        + "clr-05,clr,5,mohan,boten,rail,Friendship Tunnel border crossing,,1435 mm,,PLANNED,,,,3.5,S_W_BVR\n"
                        + "test-line,clr,90,mohan,then-halt,rail,Test line,20,1435 mm,,OPERATIONAL,2024,,,,S_W_BVR\n");
        String railway = "routes(from: \"kunming\", to: \"boten\", modes: [RAIL], alternatives: 1%s) { routes { legs {"
                + " segment { id status } to { name } } } missing { id } }";
        JsonPath graph = Graph.data("{ now: " + railway.formatted("") + " then: "
                + railway.formatted(", asOf: \"" + before + "\"")
                + " halt: routes(from: \"kunming\", to: \"then-halt\", modes: [RAIL], alternatives: 1) { routes {"
                + " knownLengthKm } } }");

        assertEquals(List.of(), graph.getList("now.routes"));
        assertEquals(List.of("clr-05"), graph.getList("now.missing.id"));
        assertEquals("clr-05", graph.getString("then.routes[0].legs[-1].segment.id"));
        assertEquals("OPERATIONAL", graph.getString("then.routes[0].legs[-1].segment.status"));
        assertEquals(1, graph.getList("halt.routes").size());
        assertEquals(
                "NOT_FOUND",
                Graph.error("{ routes(from: \"kunming\", to: \"then-halt\", asOf: \"" + before + "\") { complete } }")
                        .getString("extensions.code"));
    }

    @Test
    void countsConnectivityAndFindsWhatWouldCutACountryOffAsItWasKnownThen() {
        releases.load(
                "corridors",
                CORRIDORS
                        + "test-link,Test link,测试线,fibre_terrestrial,\"CN,LA\",OPERATIONAL,2024-01,OPENED,,,S_W_BVR\n");
        releases.load(
                "segments",
                SEGMENTS
                        + "clr-05,clr,5,mohan,boten,rail,Friendship Tunnel border crossing,7,1435 mm,,PLANNED,,,,3.5,S_W_BVR\n");
        String connectivity = """
                %s: connectivity%s { corridors { kind status count } acrossBorder { mode status segments measured }
                  inside { km } borderCrossingCount digitalLinks { id } openedSince(year: 2024) { id }
                  resilience(modes: [RAIL]) { connected segments { id } locations { id } } }
                """;
        String query = "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Partner {"
                + connectivity.formatted("now", "") + connectivity.formatted("then", "(asOf: \"" + before + "\")")
                + " digital: corridors(kinds: [DIGITAL]) { id } digitalThen: corridors(kinds: [DIGITAL], asOf: \""
                + before + "\") { id } crossings: borderCrossings(asOf: \"" + before + "\") { id zones { id } } } } }";
        JsonPath laos = Graph.data(query, Map.of("of", List.of(Map.of("__typename", "Partner", "code", "LAO"))))
                .setRootPath("data._entities[0]");

        assertTrue(laos.getList("now.digitalLinks.id").contains("test-link"));
        assertFalse(laos.getList("then.digitalLinks.id").contains("test-link"));
        assertEquals(List.of("test-link", "th-la-fb5"), laos.getList("now.openedSince.id"));
        assertEquals(List.of("th-la-fb5"), laos.getList("then.openedSince.id"));
        String digital = ".corridors.find { it.kind == 'DIGITAL' && it.status == 'OPERATIONAL' }.count";
        assertEquals(1, laos.getInt("now" + digital) - laos.getInt("then" + digital));
        String planned = ".acrossBorder.find { it.mode == 'RAIL' && it.status == 'PLANNED' }";
        assertTrue(laos.get("now" + planned) != null);
        assertEquals(
                laos.getInt("then.borderCrossingCount"),
                laos.getList("crossings").size());
        assertFalse(laos.getBoolean("now.resilience.connected"));
        assertTrue(laos.getBoolean("then.resilience.connected"));
        assertTrue(laos.getList("then.resilience.segments.id").contains("clr-05"));
        assertTrue(laos.getList("digital.id").contains("test-link"));
        assertFalse(laos.getList("digitalThen.id").contains("test-link"));
    }

    @Test
    void showsFiguresOfCountriesAndOfCorridorsAsTheyWere() {
        releases.load("throughput", """
                subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
                country_pair,"CN-VN,LA,MM",power_export,2016-01-01,2016-12-31,1750000000,kWh,period,,S_POW16
                corridor,kbe,cargo,2023-01-01,2023-12-31,5,t,period,,S_W_KBE
                """);
        String query = "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Partner {"
                + " now: throughput(metric: POWER_EXPORT) { value }"
                + " then: throughput(metric: POWER_EXPORT, asOf: \"" + before + "\") { value sources { id } }"
                + " series: throughputSeries(metric: POWER_EXPORT, asOf: \"" + before + "\") { latest { value } }"
                + " } } now: corridor(id: \"kbe\") { throughput { value } } then: corridor(id: \"kbe\", asOf: \""
                + before + "\") { throughput { value } } }";
        JsonPath graph = Graph.data(query, Map.of("of", List.of(Map.of("__typename", "Partner", "code", "MMR"))));

        assertEquals(List.of(1750000000), graph.getList("_entities[0].now.value"));
        assertEquals(List.of(1700000000), graph.getList("_entities[0].then.value"));
        assertEquals(List.of(1700000000), graph.getList("_entities[0].series.latest.value"));
        assertEquals(List.of(5), graph.getList("now.throughput.value"));
        assertEquals(List.of(), graph.getList("then.throughput.value"));
    }

    @Test
    void findsTheDoubtsThatThereWereThen() {
        releases.load("segments", SEGMENTS + "test-01,clr,90,mandalay,muse,RAIL,N,20,,,PLANNED,2019,,,491.6,S_W_BVR\n");
        String kinds = "(kinds: [OPENED_BUT_NOT_IN_SERVICE, CORRIDOR_IN_PIECES]%s) { subject }";
        JsonPath graph = Graph.data("{ now: networkFindings" + kinds.formatted("") + " then: networkFindings"
                + kinds.formatted(", asOf: \"" + before + "\"")
                + " clr: corridor(id: \"clr\") { findings { kind } } clrThen: corridor(id: \"clr\", asOf: \"" + before
                + "\") { findings { kind } segments { findings { kind } } } }");

        assertTrue(graph.getList("now.subject").containsAll(List.of("clr", "test-01")));
        assertFalse(graph.getList("then.subject").contains("clr"));
        assertFalse(graph.getList("then.subject").contains("test-01"));
        assertEquals(List.of("CORRIDOR_IN_PIECES"), graph.getList("clr.findings.kind"));
        assertEquals(List.of(), graph.getList("clrThen.findings"));
    }

    @Test
    void pairsTheCrossingsThatWereKnownThen() {
        releases.load(
                "locations",
                LOCATIONS + "test-post,Test post,测试口岸,LA,,border_crossing,,,21.1,101.8,survey,place,,S_W_BVR\n");
        releases.load(
                "segments",
                SEGMENTS + "test-road,kbe,90,mohan,test-post,ROAD,Test road,4,,,OPERATIONAL,2020,,,,S_W_KBE\n");
        JsonPath graph = Graph.data("{ now: borderCrossings(from: \"CHN\", to: \"LAO\") { to { id } } then:"
                + " borderCrossings(from: \"CHN\", to: \"LAO\", asOf: \"" + before + "\") { to { id } } }");

        assertTrue(graph.getList("now.to.id").contains("test-post"));
        assertFalse(graph.getList("then.to.id").contains("test-post"));
        assertTrue(graph.getList("then.to.id").contains("boten"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "corridor(id: \"clr\", asOf: $moment) { id }",
                "zones(asOf: $moment) { id }",
                "industrialTransfers(asOf: $moment) { subject }",
                "routes(from: \"kunming\", to: \"boten\", asOf: $moment) { complete }",
                "networkFindings(asOf: $moment) { kind }",
                "borderCrossings(from: \"CHN\", to: \"LAO\", asOf: $moment) { modes }"
            })
    void refusesAMomentBeforeTheFirstRelease(String field) {
        JsonPath error = Graph.error("{ " + field.replace("$moment", "\"1999-01-01T00:00:00Z\"") + " }");

        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
        assertTrue(error.getString("message").contains("before the first release"), error.getString("message"));
    }
}
