package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What if, on a network of this test: a railway from A to D in three parts, another one round B to C, a branch from C to the dead end
 * E, and a road from B to C. The whole of the first two parts is a segment, too, and line `cw` counts its only part in `cx`.
 *
 * <pre>
 * cx-a - 100 - cx-b - 120 - cx-c - 100 - cx-d
 *                \--- 200 ---/ \- 50 - cx-e (Thailand)
 *                 \- 150, road, to cx-d
 * </pre>
 */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class ClosureTest extends RunningService {
    private final Releases releases = new Releases();

    @BeforeEach
    void load() {
        releases.load("corridors", """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source
                cx,Main,主,rail,"LA,TH",operational,,,,,S_W_BVR
                cy,Round,环,rail,LA,operational,,,,,S_W_BVR
                cw,Same,同,rail,LA,operational,,,,,S_W_BVR
                cp,Power,电,power,LA,operational,,,,,S_W_BVR
                """);
        releases.load("locations", """
                node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                cx-a,A,甲,LA,,town,,,,,,,,S_W_BVR
                cx-b,B,乙,LA,,town,,,,,,,,S_W_BVR
                cx-c,C,丙,LA,,town,,,,,,,,S_W_BVR
                cx-d,D,丁,LA,,town,,,,,,,,S_W_BVR
                cx-e,E,戊,TH,,town,,,,,,,,S_W_BVR
                """);
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,status_note,whole_of,counted_in,doubts
                cx-01,cx,1,cx-a,cx-b,rail,A-B,100,1435 mm,,operational,,,,,S_W_BVR,,,,
                cx-02,cx,2,cx-b,cx-c,rail,B-C,120,1435 mm,,operational,,,,,S_W_BVR,,,,
                cx-03,cx,3,cx-c,cx-d,rail,C-D,100,1435 mm,,operational,,,,,S_W_BVR,,,,
                cx-04,cx,4,cx-c,cx-e,rail,C-E,50,1000 mm,,operational,,,,,S_W_BVR,,,,
                cx-05,cx,5,cx-a,cx-c,rail,A-C (whole),220,1435 mm,,operational,,,,,S_W_BVR,,cx-01;cx-02,,
                cy-01,cy,1,cx-b,cx-c,rail,Round,200,1435 mm,,operational,,,,,S_W_BVR,,,,
                cy-02,cy,2,cx-b,cx-d,road,Road,150,,,operational,,,,,S_W_BVR,,,,
                cw-01,cw,1,cx-b,cx-c,rail,Same line,120,1435 mm,,operational,,,,,S_W_BVR,,,cx-02,
                cp-01,cp,1,cx-a,cx-b,power,Power line,100,,,operational,,,,,S_W_BVR,,,,
                """);
    }

    @AfterEach
    void withdraw() {
        releases.close();
    }

    private static JsonPath closure(String arguments) {
        return Graph.data("""
                        { closure(%s) { segments { id } locations { id } corridors { id } partners { code } pairsCutOff pairCount
                            pairs { corridor { id } from { id } to { id } effect
                              before { legs { segment { id } } travel { hours } } after { legs { segment { id } } }
                              otherModes { legs { segment { id } } }
                              difference { km hours usdPerTonne crossings transfers gaugeChanges } } } }""".formatted(arguments)).setRootPath("data.closure");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** Ends of cx are A, D and E; the detour goes round, 200 instead of 120 km: 1.6 hours and US$3.2 more. */
    @Test
    void tellsTheDetourBetweenEachPairOfEnds() {
        JsonPath answer = closure("segments: [\"cx-02\"]");

        assertEquals(List.of("cw", "cx"), answer.getList("corridors.id"));
        assertEquals(List.of("LAO", "THA"), answer.getList("partners.code"));
        assertEquals(List.of("cw", "cx", "cx", "cx"), answer.getList("pairs.corridor.id"));
        assertEquals(List.of("cx-b", "cx-a", "cx-a", "cx-d"), answer.getList("pairs.from.id"));
        assertEquals(List.of("cx-c", "cx-d", "cx-e", "cx-e"), answer.getList("pairs.to.id"));
        assertEquals(List.of("DETOUR", "DETOUR", "DETOUR", "UNAFFECTED"), answer.getList("pairs.effect"));
        assertEquals(List.of("cx-01", "cx-02", "cx-03"), answer.getList("pairs[1].before.legs.segment.id"));
        assertEquals(List.of("cx-01", "cy-01", "cx-03"), answer.getList("pairs[1].after.legs.segment.id"));
        assertEquals(
                Map.of(
                        "km",
                        number("80.0"),
                        "hours",
                        number("1.6"),
                        "usdPerTonne",
                        number("3.2"),
                        "crossings",
                        0,
                        "transfers",
                        0,
                        "gaugeChanges",
                        0),
                answer.getMap("pairs[1].difference"));
        assertEquals(0, answer.getInt("pairsCutOff"));
        assertEquals(4, answer.getInt("pairCount"));
    }

    @Test
    void closesThePartsOfAWholeAndTheSameLinesOfOtherCorridors() {
        assertEquals(
                List.of("cw-01", "cx-01", "cx-02", "cx-05"),
                closure("segments: [\"cx-05\"]").getList("segments.id"));
        assertEquals(
                List.of("cw-01", "cx-02", "cx-05"),
                closure("segments: [\"cw-01\"]").getList("segments.id"),
                "the other part of the whole is open");
    }

    /**
     * cw-02 counts its part in the whole of cx-01 and cx-02, of which it is not the same line: what has a closed part is closed, and its other
     * parts are open. cy-03 is a whole of another corridor.
     */
    @Test
    void closesNoPartsOfWhatCountsOnlyALengthAndNoWholeOfAnotherCorridor() {
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,status_note,whole_of,counted_in,doubts
                cw-02,cw,2,cx-b,cx-d,rail,Counted,120,1435 mm,,operational,,,,,S_W_BVR,,,cx-05,
                cy-03,cy,3,cx-b,cx-d,rail,Of another,320,1435 mm,,operational,,,,,S_W_BVR,,cx-02;cx-03,,
                """);

        assertEquals(List.of("cw-02", "cx-05"), closure("segments: [\"cw-02\"]").getList("segments.id"));
        assertEquals(
                List.of("cw-01", "cx-02", "cx-05"),
                closure("segments: [\"cx-02\"]").getList("segments.id"));
    }

    /**
     * Laos has ten links by rail as it ships, and here cx-01, -02, -03 and -04 and cy-01: cw-01 is cx-02, in whichever direction it is
     * written, and cx-05 is the whole of the first two.
     */
    @Test
    void aLineThatTwoCorridorsWriteFromOppositeEndsIsOneWay() {
        String asked = "{ routes(from: \"cx-a\", to: \"cx-d\", modes: [RAIL]) { coverage { mode segments } } }";
        assertEquals(List.of(15), Graph.data(asked).getList("routes.coverage.segments"));

        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,status_note,whole_of,counted_in,doubts
                cw-01,cw,1,cx-c,cx-b,rail,Same line,120,1435 mm,,operational,,,,,S_W_BVR,,,cx-02,
                """);

        assertEquals(List.of(15), Graph.data(asked).getList("routes.coverage.segments"));
    }

    /**
     * Three count in another and are ways of their own beside the fifteen: cw-03 has other ends than cx-03, though cy-04 has the same ones, and
     * cw-04 is a railway between the ends of a power line.
     */
    @Test
    void aSegmentThatCountsInOneOfOtherEndsOrAnotherModeIsAWayOfItsOwn() {
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,status_note,whole_of,counted_in,doubts
                cw-03,cw,3,cx-b,cx-d,rail,Other ends,120,1435 mm,,operational,,,,,S_W_BVR,,,cx-03,
                cw-04,cw,4,cx-a,cx-b,rail,Other mode,120,1435 mm,,operational,,,,,S_W_BVR,,,cp-01,
                cy-04,cy,4,cx-b,cx-d,rail,Same ends,120,1435 mm,,operational,,,,,S_W_BVR,,,,
                """);

        assertEquals(
                List.of(18),
                Graph.data("{ routes(from: \"cx-a\", to: \"cx-d\", modes: [RAIL]) { coverage { segments } } }")
                        .getList("routes.coverage.segments"));
    }

    /** From A to D there is no other railway; by road from B it is 150 km. To E there is nothing at all. */
    @Test
    void tellsWhatIsCutOffAndWhatIsLeftByOtherModes() {
        JsonPath answer = closure("segments: [\"cx-03\", \"cx-04\"]");

        assertEquals(List.of("OTHER_MODES", "CUT_OFF", "CUT_OFF"), answer.getList("pairs.effect"));
        assertNull(answer.get("pairs[0].after"));
        assertEquals(List.of("cx-01", "cy-02"), answer.getList("pairs[0].otherModes.legs.segment.id"));
        // 250 instead of 320 km
        assertEquals(number("-70.0"), answer.get("pairs[0].difference.km"));
        assertEquals(1, answer.getInt("pairs[0].difference.transfers"));
        assertEquals(0, answer.getInt("pairs[0].difference.gaugeChanges"), "from rail to road");
        assertNull(answer.get("pairs[1].otherModes"));
        assertNull(answer.get("pairs[1].difference"));
        assertEquals(2, answer.getInt("pairsCutOff"));
    }

    @Test
    void powerIsCutOffThoughARailwayJoinsTheSamePlaces() {
        JsonPath answer = closure("segments: [\"cp-01\"]");

        assertEquals(List.of("CUT_OFF"), answer.getList("pairs.effect"));
        assertNull(answer.get("pairs[0].otherModes"));
    }

    @Test
    void aClosedLocationIsPassedByNothing() {
        JsonPath answer = closure("locations: [\"cx-c\"]");

        assertEquals(List.of("cx-c"), answer.getList("locations.id"));
        assertEquals(List.of(), answer.getList("segments"));
        assertEquals(List.of("cw", "cx", "cy"), answer.getList("corridors.id"));
        // cw ends at C; of cx A and D have the road left; cy has the ends C and D.
        assertEquals(
                List.of("CUT_OFF", "OTHER_MODES", "CUT_OFF", "CUT_OFF", "CUT_OFF"), answer.getList("pairs.effect"));
    }

    @Test
    void theChinaLaosRailwayIsTheOnlyOneToVientiane() {
        JsonPath answer = Graph.data("""
                { closure(segments: ["clr-05"]) { corridors { id throughput { metric } } pairs { corridor { id } from { id } to { id }
                    effect otherModes { crossings { from { id } } } difference { km hours } } } }
                """).setRootPath("data.closure");

        assertTrue(answer.getList("corridors.id").contains("clr"));
        assertTrue(answer.getList("corridors.find { it.id == 'clr' }.throughput.metric")
                .contains("FREIGHT_TOTAL"));
        String pair = "pairs.find { it.corridor.id == 'clr' && it.from.id == 'kunming' }";
        assertEquals("OTHER_MODES", answer.getString(pair + ".effect"));
        assertEquals(
                List.of("mohan"), answer.getList(pair + ".otherModes.crossings.from.id"), "by road at the same border");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    segments: []                               | BAD_USER_INPUT | `segments` and `locations` name 0 together; it must be from 1 to 50.
                    segments: ["cx-99"]                        | NOT_FOUND      | There is no segment 'cx-99'.
                    locations: ["nowhere"]                     | NOT_FOUND      | There is no location 'nowhere'.
                    segments: ["cx-01"], statuses: []          | BAD_USER_INPUT | `statuses` is an empty list, which nothing can match.
                    """)
    void refusesWhatBreaksARule(String arguments, String code, String message) {
        JsonPath error = Graph.error("{ closure(" + arguments + ") { pairCount } }");

        assertEquals(message, error.getString("message"));
        assertEquals(code, error.getString("extensions.code"));
    }
}
