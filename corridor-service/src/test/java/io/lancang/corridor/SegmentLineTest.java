package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lines along the equator on Sumatra, where a degree of longitude is 111.195 km as one of latitude is: from A (100 E) to B (101 E).
 * Of the line of {@code li-01} the third point is 0.01 degrees or 1,112 m off the straight one, and the second 0.003 degrees or 333.5 m
 * off the line from the first to the third.
 */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class SegmentLineTest extends RunningService {
    private static final String BENT = "[100, 0], [100.25, 0.002], [100.5, 0.01], [101, 0]";
    private static final String SEGMENTS =
            "segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,"
                    + "status,opened,cost,note,great_circle_km,source";

    private final Releases releases = new Releases();

    @BeforeEach
    void load() {
        releases.load("corridors", """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source
                li,Line,线,rail,"LA,ID",operational,,,,,S_W_BVR
                """);
        releases.load("locations", """
                node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                li-a,A,甲,ID,,town,,,0,100,survey,place,,S_W_BVR
                li-b,B,乙,ID,,town,,,0,101,survey,place,,S_W_BVR
                li-c,C,丙,ID,,town,,,,,,,,S_W_BVR
                """);
    }

    @AfterEach
    void withdraw() {
        releases.close();
    }

    private static String collection(String... features) {
        return "{\"type\": \"FeatureCollection\", \"features\": [\n" + String.join(",\n", features) + "]}";
    }

    private static String feature(int place, String to, String positions, String further) {
        return """
                {"type": "Feature", "id": "li-0%1$d", "geometry": {"type": "LineString", "coordinates": [%3$s]}, "properties": {
                  "corridor": "li", "position": %1$d, "from": "li-a", "to": "li-%2$s", "mode": "RAIL", "name": "N", "status": "OPERATIONAL",
                  %4$s"sources": ["S_W_BVR"]}}""".formatted(place, to, positions, further);
    }

    private static String bent() {
        return collection(feature(1, "b", BENT, ""));
    }

    private static JsonPath segment(String id, String fields) {
        return Graph.data("{ segment(id: \"" + id + "\") { " + fields + " } }").setRootPath("data.segment");
    }

    private static List<List<BigDecimal>> drawn(double tolerance) {
        return segment("li-01", "geometry(tolerance: " + tolerance + ")").getList("geometry.geometry.coordinates");
    }

    private static List<BigDecimal> position(String longitude, String latitude) {
        return List.of(new BigDecimal(longitude), new BigDecimal(latitude));
    }

    private static Response send(String file) {
        return given().contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=lines.geojson&dataset=segments");
    }

    /** The legs are sqrt(27.79877² + 0.22239²), sqrt(27.79877² + 0.88956²) and sqrt(55.59754² + 1.11195²): 27.79966, 27.81300, 55.60866. */
    @Test
    void measuresAllPoints() {
        releases.load("segments", bent());

        JsonPath answer = segment("li-01", "lineKm greatCircleKm lengthKm geometry");

        assertEquals(new BigDecimal("111.221"), answer.get("lineKm"));
        assertEquals(new BigDecimal("111.2"), answer.get("greatCircleKm"));
        assertNull(answer.get("lengthKm"), "no source states it");
        assertEquals("as its file draws it", answer.getString("geometry.properties.line"));
        assertEquals(new BigDecimal("111.221"), answer.get("geometry.properties.lineKm"));
        assertEquals(4, answer.getInt("geometry.properties.points"));
    }

    @Test
    void leavesOutWhatIsLessThanTheToleranceOffTheLine() {
        releases.load("segments", bent());

        assertEquals(
                List.of(
                        position("100.0", "0.0"),
                        position("100.25", "0.002"),
                        position("100.5", "0.01"),
                        position("101.0", "0.0")),
                drawn(0));
        assertEquals(4, drawn(333).size());
        assertEquals(
                List.of(position("100.0", "0.0"), position("100.5", "0.01"), position("101.0", "0.0")), drawn(334));
        assertEquals(3, drawn(1111).size());
        assertEquals(List.of(position("100.0", "0.0"), position("101.0", "0.0")), drawn(1113));
    }

    @Test
    void leavesOutHundredMetresUnlessAskedOtherwise() {
        releases.load(
                "segments", collection(feature(1, "b", "[100, 0], [100.2, 0.0008], [100.5, 0.01], [101, 0]", "")));

        // At 100.2 E the line from A to C is at 0.004 degrees: 0.0032 degrees or 356 m off. Moved to 0.0035 it is 56 m
        // off.
        assertEquals(
                4,
                segment("li-01", "geometry")
                        .getList("geometry.geometry.coordinates")
                        .size());
        releases.load(
                "segments", collection(feature(1, "b", "[100, 0], [100.2, 0.0035], [100.5, 0.01], [101, 0]", "")));
        assertEquals(
                3,
                segment("li-01", "geometry")
                        .getList("geometry.geometry.coordinates")
                        .size());
    }

    /** C has no coordinates: without a line nothing could be drawn to it. */
    @Test
    void drawsACorridorByTheLinesThatThereAreAndElseStraight() {
        releases.load(
                "segments",
                collection(
                        feature(1, "b", BENT, ""),
                        feature(2, "c", "[100, 0], [100, 1], [100.5, 1]", ""),
                        feature(3, "b", "[100, 0], [101, 0]", "")));

        JsonPath geometry = Graph.data("{ corridor(id: \"li\") { geometry(tolerance: 500) } }")
                .setRootPath("data.corridor.geometry");

        assertEquals(
                List.of(
                        List.of(position("100.0", "0.0"), position("100.5", "0.01"), position("101.0", "0.0")),
                        List.of(position("100.0", "0.0"), position("100.0", "1.0"), position("100.5", "1.0")),
                        List.of(position("100.0", "0.0"), position("101.0", "0.0"))),
                geometry.getList("geometry.coordinates"));
        assertEquals("as its file draws it, or straight between known points", geometry.getString("properties.line"));
        assertEquals(
                List.of("as its file draws it", "as its file draws it", "straight between known points"),
                geometry.getList("properties.segments.line"));
        assertEquals(List.of(), geometry.getList("properties.segmentsWithoutLine"));
    }

    @Test
    void keepsALineOfWhichALaterFileSaysNothing() {
        releases.load("segments", bent());
        releases.load("segments", SEGMENTS + "\nli-01,li,1,li-a,li-b,RAIL,New name,,,,OPERATIONAL,,,,,S_W_BVR\n");

        JsonPath answer = segment("li-01", "name lineKm");

        assertEquals("New name", answer.getString("name"));
        assertEquals(new BigDecimal("111.221"), answer.get("lineKm"));
    }

    @Test
    void takesAwayALineWhereAFileHasNoneOrOneBetweenTheEndsAlone() {
        releases.load("segments", bent());
        String before = Releases.lastMoment();
        releases.load("segments", collection(feature(1, "b", "[100, 0], [101, 0]", "")));

        assertNull(segment("li-01", "lineKm").get("lineKm"));
        assertEquals(
                "straight between known points", segment("li-01", "geometry").getString("geometry.properties.line"));
        JsonPath then = Graph.data("{ corridor(id: \"li\", asOf: \"" + before
                        + "\") { segments { lineKm geometry(tolerance: 0) } } }")
                .setRootPath("data.corridor.segments[0]");
        assertEquals(new BigDecimal("111.221"), then.get("lineKm"));
        assertEquals(4, then.getList("geometry.geometry.coordinates").size());
    }

    @Test
    void aWithdrawnFilePutsBackTheLineThatWasThere() {
        releases.load("segments", bent());
        String second = releases.load("segments", collection(feature(1, "b", "[100, 0], [100.5, 0.2], [101, 0]", "")));
        // 2 times sqrt(55.59754² + 22.23902²), nearly, on a sphere.
        assertEquals(119.76, segment("li-01", "lineKm").getDouble("lineKm"), 0.01);

        releases.withdrawLast(second);

        assertEquals(new BigDecimal("111.221"), segment("li-01", "lineKm").get("lineKm"));
    }

    @Test
    void readsALineOfACsvAsWellKnownText() {
        releases.load(
                "segments",
                SEGMENTS + ",line_wkt\nli-01,li,1,li-a,li-b,RAIL,N,,,,OPERATIONAL,,,,,S_W_BVR,"
                        + "\"LINESTRING (100 0, 100.5 0.01, 101 0)\"\n");

        assertEquals(new BigDecimal("111.217"), segment("li-01", "lineKm").get("lineKm"));
    }

    /** What is exported has all points, and is loaded again as what is there already. */
    @Test
    void exportsAllPoints() {
        releases.load("segments", bent());

        String exported = given().get("/export/segments.geojson")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        JsonPath feature = JsonPath.from(exported).setRootPath("features.find { it.id == 'li-01' }");

        assertEquals(
                List.of(List.of(100, 0), List.of(100.25f, 0.002f), List.of(100.5f, 0.01f), List.of(101, 0)),
                feature.getList("geometry.coordinates"));
        assertEquals("as its file draws it", feature.getString("properties.line"));
        String row = exported.lines()
                .filter(line -> line.contains("\"id\" : \"li-01\""))
                .findFirst()
                .orElseThrow();
        Response again = send(collection(row.endsWith(",") ? row.substring(0, row.length() - 1) : row));
        assertEquals("UNCHANGED", again.path("outcome"), again.asString());
    }

    /** The line begins half a degree or 55.6 km from A, and ends at B. */
    @Test
    void doubtsALineThatBeginsElsewhereAndALengthThatIsShorterThanTheLine() {
        Response sent = send(collection(
                feature(1, "b", "[100, 0.5], [100.5, 0.2], [101, 0]", "\"greatCircleKm\": 111.2, "),
                feature(2, "b", "[101, 0], [100.5, 0.01], [100, 0]", "\"lengthKm\": 106, \"greatCircleKm\": 111, ")));
        sent.then().statusCode(201);
        releases.loaded(sent.path("release"));

        assertEquals(
                List.of("LINE_OFF_ENDS"), segment("li-01", "findings { kind }").getList("findings.kind"));
        assertEquals(
                "its line begins and ends up to 55.6 km from its ends",
                segment("li-01", "findings { detail }").getString("findings[0].detail"));
        // From B to A it begins and ends where the segment does. 111.2 less 5 are 106.2, of the line as of the great
        // circle.
        assertEquals(
                List.of("106 km, its line 111.2 km"),
                segment("li-02", "findings { kind detail }")
                        .getList("findings.findAll { it.kind == 'SHORTER_THAN_LINE' }.detail"));
        assertTrue(
                sent.jsonPath().getList("doubts.reason", String.class).stream()
                        .anyMatch(reason -> reason.contains("55.6 km from its ends")),
                sent.asString());
    }

    /** 111.221 km less 5 are 106.221. 0.045 degrees are 5.004 km, in whole hundreds of metres 5.0, and 0.046 are 5.115. */
    @Test
    void doubtsALineBehindTheLimitAndNotAtIt() {
        releases.load(
                "segments",
                collection(
                        feature(1, "b", BENT, "\"lengthKm\": 106.22, \"greatCircleKm\": 111.2, "),
                        feature(2, "b", BENT, "\"lengthKm\": 106.221, \"greatCircleKm\": 111.2, "),
                        feature(3, "b", "[100, 0.045], [100.5, 0.01], [101, 0]", "\"greatCircleKm\": 111.2, "),
                        feature(4, "b", "[100, 0.046], [100.5, 0.01], [101, 0]", "\"greatCircleKm\": 111.2, ")));

        assertEquals(
                List.of(
                        List.of("106.22 km, its line 111.2 km"),
                        List.of(),
                        List.of(),
                        List.of("its line begins and ends up to 5.1 km from its ends")),
                Graph.data("{ corridor(id: \"li\") { segments { findings { detail } } } }")
                        .getList("corridor.segments.findings.detail"));
    }

    /**
     * Both lines begin and end in Ecuador, 179 degrees of the equator or 19,904 km west of A and B; the ends of theirs are twice as far apart
     * as A and B, so that a great circle of the line would be seen.
     */
    @ParameterizedTest
    @ValueSource(strings = {"[-79, 0], [-78.5, 0.01], [-77, 0]", "[-79, 0], [-77, 0]"})
    void doubtsALineOnAnotherContinentAndMeasuresBetweenThePlacesOnRecord(String positions) {
        Response sent = send(collection(feature(1, "b", positions, "")));
        sent.then().statusCode(201);
        releases.loaded(sent.path("release"));

        assertEquals(
                List.of("its line begins and ends up to 19903.9 km from its ends"),
                sent.jsonPath().getList("doubts.findAll { it.line == 2 }.reason"),
                sent.asString());
        JsonPath segment = segment("li-01", "greatCircleKm greatCircleComputed");
        assertEquals(new BigDecimal("111.2"), segment.get("greatCircleKm"));
        assertTrue(segment.getBoolean("greatCircleComputed"), "the file states none");
        // 1.15 times 111.195 km are 127.87.
        assertEquals(
                127.9,
                Graph.data(
                                "{ routes(from: \"li-a\", to: \"li-b\", modes: [RAIL], alternatives: 1) { routes { travel { km } } } }")
                        .getDouble("routes.routes[0].travel.km"),
                0.05);
    }

    /** C has no coordinates, so that nothing says whether a line to it is where it should be. */
    @Test
    void measuresNothingBetweenPlacesOfWhichOneIsNotKnown() {
        releases.load("segments", collection(feature(1, "c", "[100, 0], [100, 1]", "")));

        assertNull(segment("li-01", "greatCircleKm").get("greatCircleKm"));
    }

    /**
     * Three lines of 9,000 points each, 0.01 degrees up and down: 1,112 m. The second and third of their points lie on the line from the first to
     * the fourth, and are drawn where nothing is left out.
     */
    @Test
    void refusesAnAnswerOfTooManyPointsAndSaysTheWayOut() {
        String zigzag = zigzag(9000);
        releases.load(
                "segments",
                collection(feature(1, "b", zigzag, ""), feature(2, "b", zigzag, ""), feature(3, "b", zigzag, "")));

        JsonPath error = Graph.error("{ corridor(id: \"li\") { geometry(tolerance: 0) } }");

        assertEquals("LIMIT_EXCEEDED", error.getString("extensions.code"));
        assertEquals(
                "The lines have 27000 points together at a tolerance of 0.0 m; at most 20000 are answered.",
                error.getString("message"));
        assertEquals(
                3,
                Graph.data("{ corridor(id: \"li\") { geometry(tolerance: 2000) } }")
                        .getList("corridor.geometry.geometry.coordinates")
                        .size());
        // Each asks for 9,000 points, which are values of the answer: six are more than the 50,000 that it may have.
        JsonPath many = Graph.error(IntStream.range(0, 6)
                .mapToObj(name -> "g" + name + ": geometry(tolerance: 0." + name + ")")
                .collect(Collectors.joining(" ", "{ segment(id: \"li-01\") { ", " } }")));
        assertEquals("LIMIT_EXCEEDED", many.getString("extensions.code"));
        assertEquals("The answer has more than 50000 values.", many.getString("message"));
    }

    /** 9,000 points twice and 2,000 are as many as an answer may have. */
    @Test
    void answersAsManyPointsAsAreAllowed() {
        releases.load(
                "segments",
                collection(
                        feature(1, "b", zigzag(9000), ""),
                        feature(2, "b", zigzag(9000), ""),
                        feature(3, "b", zigzag(2000), "")));

        assertEquals(
                List.of(9000, 9000, 2000),
                Graph.data("{ corridor(id: \"li\") { geometry(tolerance: 0) } }")
                        .<List<?>>getList("corridor.geometry.geometry.coordinates")
                        .stream()
                        .map(List::size)
                        .toList());
    }

    private static String zigzag(int points) {
        return IntStream.range(0, points)
                .mapToObj(place ->
                        "[" + (100 + place / (double) points) + ", " + (place < 4 || place % 2 == 0 ? 0 : 0.01) + "]")
                .map(text -> text.replaceFirst("(\\.\\d{7})\\d*", "$1"))
                .collect(Collectors.joining(","));
    }

    /** Each box lies around one point of one of the lines, off the straight line: 1 km in the first, and 33 km in the second. */
    @Test
    void isOnTheMapWhereItsLineLeads() {
        releases.load(
                "segments",
                collection(feature(1, "b", BENT, ""), feature(2, "b", "[100, 0], [100.5, 0.3], [101, 0]", "")));

        assertEquals(List.of("li-01"), placed("100.49,0.005,100.51,0.02"));
        assertEquals(List.of("li-02"), placed("100.49,0.29,100.51,0.31"));
        assertEquals(List.of(), placed("100.49,-0.02,100.51,-0.01"));
    }

    private static List<String> placed(String box) {
        return JsonPath.from(given().urlEncodingEnabled(false)
                        .get("/ogc/collections/segments/items?limit=1000&bbox=" + box)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getList("features.findAll { it.geometry != null }.id");
    }

    @ParameterizedTest
    @CsvSource({"-1", "100000.5"})
    void refusesAToleranceThatIsNone(String tolerance) {
        JsonPath error = Graph.error("{ corridor(id: \"clr\") { geometry(tolerance: " + tolerance + ") } }");

        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
        assertEquals(
                "`tolerance` is " + Double.parseDouble(tolerance) + "; it must be from 0 to 100,000 metres.",
                error.getString("message"));
    }

    @Test
    void refusesALineWithAPointThatIsNowhere() {
        JsonPath refused = send(collection(feature(1, "b", "[100, 0], [100.5, 95], [101, 0]", "")))
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(List.of(2), refused.getList("rejections.line"));
        assertEquals(List.of("great_circle_km"), refused.getList("rejections.column"));
    }
}
