package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What routes make of a railway of eleven places that nothing joins to the packaged network. Places lie on the meridian of 103° E
 * but for the island; a degree of it is 111.195 km.
 *
 * <pre>
 *  21 N   sn-d          sn-05, planned, to sn-t in Thailand (19.5 N, 101.2 E), and sn-07 to sn-u (17 N)
 *           | sn-04, 40 km, opened 2010-05-01
 *  20 N   sn-c
 *           | sn-02, no length, no date        } together sn-03, measured as a whole: 250 km
 *  19 N   sn-b                                 }
 *           | sn-01, no length, opened in 2010 }
 *  18 N   sn-a
 *
 *  the island: sn-i (15 N, 106 E) and sn-j (21.5 N, 106.5 E), joined by sn-06
 *
 *  of unknown places: sn-p - sn-08, planned, 100 km - sn-q - sn-10, planned, 20 km - sn-r - sn-09, 300 km - sn-p
 * </pre>
 */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class SmallNetworkTest extends RunningService {
    private final Releases releases = new Releases();

    @BeforeEach
    void load() {
        releases.load("corridors", """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source
                sn,Small network,小网,rail,"LA,TH",operational,,,,,S_W_BVR
                """);
        releases.load("locations", """
                node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                sn-a,A,甲,LA,,town,,,18.0,103.0,survey,place,,S_W_BVR
                sn-b,B,乙,LA,,town,,,19.0,103.0,survey,place,,S_W_BVR
                sn-c,C,丙,LA,,town,,,20.0,103.0,survey,place,,S_W_BVR
                sn-d,D,丁,LA,,town,,,21.0,103.0,survey,place,,S_W_BVR
                sn-t,T,戊,TH,,town,,,19.5,101.2,survey,place,,S_W_BVR
                sn-u,U,辛,TH,,town,,,17.0,103.0,survey,place,,S_W_BVR
                sn-i,I,己,LA,,town,,,15.0,106.0,survey,place,,S_W_BVR
                sn-j,J,庚,VN,,town,,,21.5,106.5,survey,place,,S_W_BVR
                sn-p,P,壬,LA,,town,,,,,,,,S_W_BVR
                sn-q,Q,癸,LA,,town,,,,,,,,S_W_BVR
                sn-r,R,子,LA,,town,,,,,,,,S_W_BVR
                """);
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,whole_of
                sn-01,sn,1,sn-a,sn-b,rail,A-B,,1435 mm,,operational,2010,,part of 250 km,111.2,S_W_BVR,
                sn-02,sn,2,sn-b,sn-c,rail,B-C,,1435 mm,,operational,,,part of 250 km,111.2,S_W_BVR,
                sn-03,sn,3,sn-a,sn-c,rail,A-C (whole),250,1435 mm,,operational,,,,222.4,S_W_BVR,sn-01;sn-02
                sn-04,sn,4,sn-c,sn-d,rail,C-D,40,1435 mm,,operational,2010-05-01,,,111.2,S_W_BVR,
                sn-05,sn,5,sn-d,sn-t,rail,D-T,,1435 mm,,planned,,,,251.2,S_W_BVR,
                sn-07,sn,7,sn-d,sn-u,rail,D-U,,1435 mm,,planned,,,,444.8,S_W_BVR,
                sn-06,sn,6,sn-i,sn-j,rail,I-J,,1435 mm,,operational,,,,725.0,S_W_BVR,
                sn-08,sn,8,sn-p,sn-q,rail,P-Q,100,1435 mm,,planned,,,,,S_W_BVR,
                sn-09,sn,9,sn-p,sn-r,rail,P-R,300,1435 mm,,operational,,,,,S_W_BVR,
                sn-10,sn,10,sn-r,sn-q,rail,R-Q,20,1435 mm,,planned,,,,,S_W_BVR,
                """);
    }

    @AfterEach
    void withdraw() {
        releases.close();
    }

    private static JsonPath routes(String from, String to, String further) {
        return Graph.data("""
                        { routes(from: "%s", to: "%s", modes: [RAIL]%s) {
                            routes { legs { segment { id } } partners { code } knownLengthKm greatCircleKm measuredShare
                              legsOfUnknownLength }
                            reachFrom { id } reachTo { id } missing { id status } gapKm } }""".formatted(from, to, further)).setRootPath("data.routes");
    }

    @Test
    void twoSegmentsOfAFileMayChangePlaces() {
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                sn-06,sn,7,sn-i,sn-j,rail,I-J,,1435 mm,,operational,,,,725.0,S_W_BVR
                sn-07,sn,6,sn-d,sn-u,rail,D-U,,1435 mm,,planned,,,,444.8,S_W_BVR
                """);

        assertEquals(
                List.of("sn-01", "sn-02", "sn-03", "sn-04", "sn-05", "sn-07", "sn-06", "sn-08", "sn-09", "sn-10"),
                Graph.data("{ corridor(id: \"sn\") { segments { id } } }").getList("corridor.segments.id"));
    }

    @Test
    void allPartsOfAWholeHaveItsLength() {
        JsonPath answer = routes("sn-a", "sn-d", "");

        assertEquals(List.of("sn-01", "sn-02", "sn-04"), answer.getList("routes[0].legs.segment.id"));
        // 250 of the whole and 40
        assertEquals(new BigDecimal("290.0"), answer.get("routes[0].knownLengthKm"));
        assertEquals(new BigDecimal("0.0"), answer.get("routes[0].greatCircleKm"));
        assertEquals(1, answer.getDouble("routes[0].measuredShare"));
        assertEquals(0, answer.getInt("routes[0].legsOfUnknownLength"));
        assertEquals(List.of("LAO"), answer.getList("routes[0].partners.code"));
    }

    @Test
    void aPartAloneHasNoLengthOfTheWhole() {
        JsonPath answer = routes("sn-b", "sn-d", "");

        assertEquals(List.of("sn-02", "sn-04"), answer.getList("routes[0].legs.segment.id"));
        assertEquals(new BigDecimal("40.0"), answer.get("routes[0].knownLengthKm"));
        // one degree
        assertEquals(new BigDecimal("111.2"), answer.get("routes[0].greatCircleKm"));
        // 40 of 151.2
        assertEquals(0.2646, answer.getDouble("routes[0].measuredShare"), 1e-4);
    }

    @Test
    void aRouteTellsOfItsSegmentsWhatIsOnRecordNow() {
        String asked = "{ routes(from: \"sn-c\", to: \"sn-d\") { routes { legs { segment { name } } } } }";
        assertEquals(List.of("C-D"), Graph.data(asked).getList("routes.routes[0].legs.segment.name"));

        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                sn-04,sn,4,sn-c,sn-d,rail,The tunnel,40,1435 mm,,operational,2010-05-01,,,111.2,S_W_BVR
                """);

        assertEquals(List.of("The tunnel"), Graph.data(asked).getList("routes.routes[0].legs.segment.name"));
    }

    @Test
    void aPlannedLinkIsMissing() {
        JsonPath answer = routes("sn-b", "sn-t", "");

        assertEquals(List.of(), answer.getList("routes"));
        assertEquals(List.of("sn-b", "sn-c", "sn-d"), answer.getList("reachFrom.id"));
        assertEquals(List.of("sn-t"), answer.getList("reachTo.id"));
        assertEquals(List.of("sn-05"), answer.getList("missing.id"));
        assertEquals(List.of("PLANNED"), answer.getList("missing.status"));
        // 1.5 degrees of latitude and 1.8 of longitude times cos 20.25: 2.259 degrees
        assertEquals(new BigDecimal("251.2"), answer.get("gapKm"));
    }

    /** From A it is one degree to U, of which nothing is on record; the planned link from D is four degrees long. */
    @Test
    void aPlannedLinkFarRoundAboutIsNotWhatIsMissing() {
        JsonPath answer = routes("sn-b", "sn-u", "");

        assertEquals(List.of("sn-b", "sn-a"), answer.getList("reachFrom.id"));
        assertEquals(List.of("sn-u"), answer.getList("reachTo.id"));
        assertEquals(List.of(), answer.getList("missing"));
        assertEquals(new BigDecimal("111.2"), answer.get("gapKm"));
    }

    /**
     * To Q two ways are planned: 100 km at once, or 20 km after 300 in service. A missing kilometre weighs ten in service, so the first
     * weighs 1,000 and the second 300 + 200: the 20 km are missing. With equal weights it would be 100 against 320.
     */
    @Test
    void whatIsMissingHasFewKilometresThoughTheWayInServiceIsLong() {
        JsonPath answer = routes("sn-p", "sn-q", "");

        assertEquals(List.of("sn-10"), answer.getList("missing.id"));
        assertEquals(List.of("sn-p", "sn-r"), answer.getList("reachFrom.id"));
        assertEquals(List.of("sn-q"), answer.getList("reachTo.id"));
    }

    @Test
    void aPlannedLinkIsTravelledByWhoAsksForIt() {
        JsonPath answer = routes("sn-d", "sn-t", ", statuses: [PLANNED]");

        assertEquals(List.of("sn-05"), answer.getList("routes[0].legs.segment.id"));
        assertEquals(List.of("LAO", "THA"), answer.getList("routes[0].partners.code"));
        assertEquals(List.of(), answer.getList("missing"));
        assertNull(answer.get("gapKm"));
    }

    /**
     * Of all pairs D and J are nearest: half a degree and 3.5 degrees of longitude times cos 21.25, 3.3 degrees or 367 km. From A to
     * I it is 3 degrees and 3 times cos 16.5, 4.2 degrees or 462 km, though A is the place of its side that is nearest to I.
     */
    @Test
    void anIslandIsReachedOverTheNearestOfAllPairs() {
        JsonPath answer = routes("sn-b", "sn-i", "");

        assertEquals(List.of("sn-b", "sn-c", "sn-d"), answer.getList("reachFrom.id"));
        assertEquals(List.of("sn-j", "sn-i"), answer.getList("reachTo.id"));
        assertEquals(List.of(), answer.getList("missing"));
    }

    @Test
    void aLinkIsInServiceFromTheDayThatItOpened() {
        assertEquals(
                List.of(), routes("sn-c", "sn-d", ", asOfDate: \"2010-04-30\"").getList("routes"));
        assertEquals(
                List.of("sn-04"),
                routes("sn-c", "sn-d", ", asOfDate: \"2010-05-01\"").getList("routes[0].legs.segment.id"));
    }

    @Test
    void aLinkThatOpenedOnAnUnknownDayWasNotKnownToBeInService() {
        assertEquals(
                List.of(), routes("sn-b", "sn-c", ", asOfDate: \"2020-01-01\"").getList("routes"));
    }

    @Test
    void aLinkWhoseYearOfOpeningIsKnownIsInServiceWhenTheYearIsOver() {
        assertEquals(
                List.of(), routes("sn-a", "sn-b", ", asOfDate: \"2010-12-30\"").getList("routes"));
        assertEquals(
                List.of("sn-01"),
                routes("sn-a", "sn-b", ", asOfDate: \"2011-01-01\"").getList("routes[0].legs.segment.id"));
    }

    @Test
    void aLinkThatIsInServiceTodayIsSoTodayThoughItsDayOfOpeningIsUnknown() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();

        assertEquals(
                List.of("sn-02"),
                routes("sn-b", "sn-c", ", asOfDate: \"" + today + "\"").getList("routes[0].legs.segment.id"));
    }

    @Test
    void aLinkWhoseOpeningIsUnknownIsUnknownAndNotMissing() {
        JsonPath answer = Graph.data("""
                { unknown: routes(from: "sn-b", to: "sn-c", modes: [RAIL], asOfDate: "2020-01-01") {
                    gapKind missing { id } unknown { id } }
                  later: routes(from: "sn-c", to: "sn-d", modes: [RAIL], asOfDate: "2010-04-30") {
                    gapKind missing { id } unknown { id } } }
                """);

        assertEquals("NOT_KNOWN_ON_DAY", answer.getString("unknown.gapKind"));
        assertEquals(List.of("sn-02"), answer.getList("unknown.unknown.id"));
        assertEquals(List.of(), answer.getList("unknown.missing"));
        assertEquals("NOT_IN_SERVICE", answer.getString("later.gapKind"));
        assertEquals(List.of("sn-04"), answer.getList("later.missing.id"), "it opened the day after");
        assertEquals(List.of(), answer.getList("later.unknown"));
    }

    /** B-C is in service, and nobody knows since when; D-T is planned. */
    @Test
    void aWayOfWhichOneLinkIsPlannedIsNotInServiceThoughAnotherIsUnknown() {
        JsonPath answer = Graph.data("""
                { routes(from: "sn-b", to: "sn-t", modes: [RAIL], asOfDate: "2020-01-01") { gapKind missing { id } unknown { id } } }
                """).setRootPath("data.routes");

        assertEquals(List.of("sn-05"), answer.getList("missing.id"));
        assertEquals(List.of("sn-02"), answer.getList("unknown.id"));
        assertEquals("NOT_IN_SERVICE", answer.getString("gapKind"));
    }

    /** The last statement with a date is that of 2025. Nobody knows when 2098 was said, and in 2026 no date was given. */
    @Test
    void theLastStatementWithADayOfItsOwnAndWithADateDecidesWhenALinkOpens() {
        releases.load("milestones", """
                subject_kind,subject_id,event,planned,earliest,latest,stated_on,note,source,doubts
                segment,sn-05,OPENING,true,2098,2098,,,S_W_BVR,
                segment,sn-05,OPENING,true,2096,2096,2025-01-01,,S_W_BVR,
                segment,sn-05,OPENING,true,,,2026-01-01,delayed,S_W_BVR,
                """);

        JsonPath answer = Graph.data("""
                { routes(from: "sn-d", to: "sn-t", modes: [RAIL], asOfDate: "2096-12-31") {
                    routes { legs { segment { id } announced } } } }
                """).setRootPath("data.routes");

        assertEquals(List.of("sn-05"), answer.getList("routes[0].legs.segment.id"));
        assertEquals(List.of(true), answer.getList("routes[0].legs.announced"));
    }

    /**
     * The 300 km from A to D are the whole of sn-01, -02 and -04, and the 250 km from A to C are that of the first two: the longer one
     * counts. Beside it are measured sn-09, 300 km and in service, and sn-08 and -10, 100 and 20 km and planned. Of Laos as it ships
     * 422 km of railway are measured.
     */
    @Test
    void ofWholesThatOverlapTheOneWithMorePartsCounts() {
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,whole_of
                sn-11,sn,11,sn-a,sn-d,rail,A-D (whole),300,1435 mm,,operational,,,,333.6,S_W_BVR,sn-01;sn-02;sn-04
                """);

        JsonPath answer = Graph.data("""
                query ($of: [_Any!]!) {
                  corridor(id: "sn") { lengthKm { km coverage { measured countable } }
                    onDay(date: "2098-12-31") { openKm coverage { measured countable } } }
                  _entities(representations: $of) { ... on Partner { connectivity { inside { mode status km } } } } }
                """, Map.of("of", List.of(Map.of("__typename", "Partner", "code", "LAO"))));

        // 300 + 300 + 100 + 20; of nine parts sn-05, -06 and -07 are not measured.
        assertEquals(new BigDecimal("720.0"), answer.get("corridor.lengthKm.km"));
        assertEquals(Map.of("measured", 6, "countable", 9), answer.getMap("corridor.lengthKm.coverage"));
        // 300 + 300; of the five parts in service sn-06 is not measured.
        assertEquals(new BigDecimal("600.0"), answer.get("corridor.onDay.openKm"));
        assertEquals(Map.of("measured", 4, "countable", 5), answer.getMap("corridor.onDay.coverage"));
        // 422 + 300 + 300
        assertEquals(
                new BigDecimal("1022.0"),
                answer.get(
                        "_entities[0].connectivity.inside.find { it.mode == 'RAIL' && it.status == 'OPERATIONAL' }.km"));
    }

    /** sn-13 goes from A over B and K to C, and nobody knows where K is: of its parts sn-01 alone has a line. */
    @Test
    void aWholeIsDrawnWhereNotAllOfItsPartsHaveALine() {
        releases.load("locations", """
                node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                sn-k,K,丑,LA,,town,,,,,,,,S_W_BVR
                """);
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,whole_of
                sn-11,sn,11,sn-b,sn-k,rail,B-K,,1435 mm,,operational,,,,,S_W_BVR,
                sn-12,sn,12,sn-k,sn-c,rail,K-C,,1435 mm,,operational,,,,,S_W_BVR,
                sn-13,sn,13,sn-a,sn-c,rail,A-C over K,260,1435 mm,,operational,,,,222.4,S_W_BVR,sn-01;sn-11;sn-12
                """);
        List<String> drawn = List.of("sn-01", "sn-02", "sn-04", "sn-05", "sn-06", "sn-07", "sn-13");

        JsonPath graph = Graph.data("{ corridor(id: \"sn\") { geometry } }").setRootPath("data.corridor.geometry");
        JsonPath file = JsonPath.from(given().get("/export/corridors.geojson").asString());

        assertEquals(drawn, graph.getList("properties.segments.id"));
        assertEquals(List.of("sn-03"), graph.getList("properties.segmentsDrawnByParts"));
        String exported = "features.find { it.id == 'sn' }.properties.";
        assertEquals(drawn, file.getList(exported + "segments.id"));
        assertEquals(List.of("sn-03"), file.getList(exported + "segmentsDrawnByParts"));
    }

    /** Announced first for 2096, then for 2098; of the other planned link nothing is announced. */
    @Test
    void aDayToComeTakesForOpenWhatWasAnnouncedLastForThen() {
        releases.load("milestones", """
                subject_kind,subject_id,event,planned,earliest,latest,stated_on,note,source,doubts
                segment,sn-05,OPENING,true,2096,2096,2025-01-01,,S_W_BVR,
                segment,sn-05,OPENING,true,2098,2098,2026-01-01,,S_W_BVR,
                """);
        String asked = """
                { routes(from: "sn-c", to: "%s", modes: [RAIL], asOfDate: "%s") {
                    routes { legs { segment { id } announced } } gapKind missing { id } unknown { id } } }
                """;

        JsonPath before = Graph.data(asked.formatted("sn-t", "2097-01-01")).setRootPath("data.routes");
        JsonPath then = Graph.data(asked.formatted("sn-t", "2098-12-31")).setRootPath("data.routes");
        JsonPath never = Graph.data(asked.formatted("sn-u", "2098-12-31")).setRootPath("data.routes");

        assertEquals(List.of("sn-05"), before.getList("missing.id"), "it is announced for later");
        assertEquals(List.of("sn-04", "sn-05"), then.getList("routes[0].legs.segment.id"));
        assertEquals(List.of(false, true), then.getList("routes[0].legs.announced"));
        assertEquals(List.of(), never.getList("missing"));
    }

    /** Measured are sn-04, 40 km, sn-09, 300 km, and sn-03, 250 km, the whole of sn-01 and -02, of which no length is on record. */
    @Test
    void aCorridorOnADayToComeHasWhatIsAnnouncedForThenAndSaysSo() {
        releases.load("milestones", """
                subject_kind,subject_id,event,planned,earliest,latest,stated_on,note,source,doubts
                segment,sn-05,OPENING,true,2096,2096,2025-01-01,,S_W_BVR,
                segment,sn-05,OPENING,true,2098,2098,2026-01-01,,S_W_BVR,
                """);

        JsonPath answer = Graph.data("""
                { corridor(id: "sn") { before: onDay(date: "2097-12-31") { open { id } announced { id } notOpen { id } unknown { id } }
                    within: onDay(date: "2098-06-30") { notOpen { id } unknown { id } }
                    then: onDay(date: "2098-12-31") { open { id } announced { id } notOpen { id } unknown { id } openKm }
                    past: onDay(date: "2020-01-01") { open { id } announced { id } notOpen { id } unknown { id } } } }
                """).setRootPath("data.corridor");

        assertEquals(List.of("sn-01", "sn-02", "sn-03", "sn-04", "sn-06", "sn-09"), answer.getList("before.open.id"));
        assertEquals(List.of(), answer.getList("before.announced"));
        assertEquals(List.of("sn-05"), answer.getList("before.notOpen.id"));
        assertEquals(List.of("sn-07", "sn-08", "sn-10"), answer.getList("before.unknown.id"), "nothing is announced");
        assertEquals(List.of("sn-05", "sn-07", "sn-08", "sn-10"), answer.getList("within.unknown.id"));
        assertEquals(
                List.of("sn-01", "sn-02", "sn-03", "sn-04", "sn-05", "sn-06", "sn-09"), answer.getList("then.open.id"));
        assertEquals(List.of("sn-05"), answer.getList("then.announced.id"));
        assertEquals(List.of(), answer.getList("then.notOpen"));
        assertEquals(new BigDecimal("590.0"), answer.get("then.openKm"));
        // Of sn-02, -03, -06 and -09 no date is on record.
        assertEquals(List.of("sn-01", "sn-04"), answer.getList("past.open.id"));
        assertEquals(List.of(), answer.getList("past.announced"));
        assertEquals(List.of("sn-05", "sn-07", "sn-08", "sn-10"), answer.getList("past.notOpen.id"));
    }

    @Test
    void whatIsAvoidedIsNotPassed() {
        JsonPath answer = routes("sn-a", "sn-d", ", avoid: [\"sn-b\"]");

        assertEquals(List.of(), answer.getList("routes"));
    }
}
