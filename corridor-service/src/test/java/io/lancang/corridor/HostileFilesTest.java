package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to break the service, or a spreadsheet: what is wrong is named with its line, nothing is loaded. */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class HostileFilesTest extends RunningService {
    private static final String LOCATIONS =
            "node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source\n";
    private static final Map<String, String> HEADERS = Map.of(
            "locations",
            LOCATIONS,
            "corridors",
            "corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,length_km,note,source\n",
            "segments",
            "segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,"
                    + "great_circle_km,source\n",
            "same lines",
            "segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,"
                    + "great_circle_km,source,counted_in\n",
            "zones",
            "zone_id,name_en,name_zh,kind,node_id,date,note,area_km2,source,key_date_event\n",
            "industrial_transfers",
            "zone_id,subject,sector,fact,year,value,unit,source\n",
            "throughput",
            "subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source\n");
    /** Of headers that are not called like what they are of. */
    private static final Map<String, String> DATASETS = Map.of("same lines", "segments");

    private static final String HEAD = "{\"type\": \"FeatureCollection\", \"features\": [\n";

    @ParameterizedTest
    @CsvSource({"1e999999999,102", "18,1e999999999", "91,102", "18,-181", "18,0.123456789012345678901"})
    void refusesACoordinateThatIsNowhere(String latitude, String longitude) {
        JsonPath csv =
                refused("locations", LOCATIONS + "t,T,T,LA,,town,,," + latitude + "," + longitude + ",s,place,,\n");
        JsonPath point = refused("locations", HEAD + feature("""
                {"type": "Point", "coordinates": [%s, %s]}""".formatted(longitude, latitude)) + "]}");
        JsonPath line = refused("segments", HEAD + feature("""
                {"type": "LineString", "coordinates": [[%s, %s], [102, 18]]}""".formatted(longitude, latitude)) + "]}");

        assertEquals(List.of(2), csv.getList("rejections.line"));
        assertEquals(List.of(2), point.getList("rejections.line"));
        assertEquals(List.of(2), line.getList("rejections.line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e999999999", "123456789012345678901"})
    void refusesALengthThatNothingHas(String length) {
        JsonPath reply = refused("segments", HEAD + """
                {"type": "Feature", "id": "t-1", "geometry": null, "properties": {"corridor": "clr", "position": 90,
                 "from": "mohan", "to": "boten", "mode": "RAIL", "name": "N", "lengthKm": %s, "status": "PLANNED"}}]}
                """.formatted(length));

        assertEquals(List.of("length_km"), reply.getList("rejections.column"));
        assertTrue(reply.getString("rejections[0].reason").contains("has at most 20 digits"), reply.prettify());
    }

    @Test
    void refusesNumbersNestingAndFeaturesThatTakeMemory() {
        JsonPath digits = refused("locations", HEAD + feature("""
                {"type": "Point", "coordinates": [%s, 18]}""".formatted("1".repeat(5_000))) + "]}");
        JsonPath deep = refused("locations", HEAD + feature("[".repeat(100_000)));
        JsonPath wide = refused("segments", HEAD + "\n" + feature("""
                {"type": "LineString", "coordinates": [%s[102, 18]]}""".formatted("[102,18],".repeat(100_000))) + "]}");
        JsonPath text = refused("locations", "{\"name\": \"" + "x".repeat(1 << 20) + "\", \"features\": []}");
        JsonPath property = refused("locations", HEAD + """
                {"type": "Feature", "id": "t", "geometry": null, "properties": {"name": "%s", "nameZh": "T",
                 "country": "LAO", "kind": "TOWN"}}]}""".formatted("n".repeat(5_000)));

        assertEquals(List.of(2), digits.getList("rejections.line"));
        assertEquals(List.of(2), deep.getList("rejections.line"));
        assertTrue(deep.getString("rejections[0].reason").contains("too deeply nested"), deep.prettify());
        assertEquals(List.of(3), wide.getList("rejections.line"));
        assertTrue(wide.getString("rejections[0].reason").startsWith("has more than 262144 bytes"), wide.prettify());
        assertEquals(List.of(1), text.getList("rejections.line"));
        assertEquals("has 5000 characters and may have 4000", property.getString("rejections[0].reason"));
    }

    @Test
    void tellsTheLineAtWhichJsonEndsOrIsNone() {
        JsonPath cut = refused("locations", HEAD + "{\"type\": \"Feature\",\n \"id\": \"t\",");
        JsonPath latin =
                JsonPath.from(send("locations", (HEAD + "{\"id\": \"ü\"}]}").getBytes(StandardCharsets.ISO_8859_1))
                        .then()
                        .statusCode(422)
                        .extract()
                        .asString());

        assertEquals(List.of(3), cut.getList("rejections.line"));
        assertTrue(cut.getString("rejections[0].reason").startsWith("is no JSON that can be read"), cut.prettify());
        assertEquals("is not UTF-8: byte 9 is 0xFC; save the file as UTF-8", latin.getString("rejections[0].reason"));
        assertEquals(List.of(2), latin.getList("rejections.line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0999-01", "3000-01-01", "9999", "9999-12-31", "+999999999-01-01"})
    void refusesADateOfNoTimeThatAnybodyTells(String date) {
        JsonPath reply = refused("throughput", """
                subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
                corridor,clr,cargo,%s,%s,5,t,period,,S_W_KBE
                """.formatted(date, date));

        assertEquals(List.of("period_start", "period_end"), reply.getList("rejections.column"));
    }

    /** The rules that a steward's mutation has: see {@link EditTest}. The land of Laos that is nearest to Bangkok is at 17.48 N, 101.105 E. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            locations  | LAO,T,T,LA,,town,,,,,,,,                               | node_id    | 'LAO' is not of lower-case letters and digits, joined by hyphens, at most 60 characters
            locations  | KMG,T,T,LA,,town,,,,,,,,                               | node_id    | 'KMG' is not of lower-case letters and digits, joined by hyphens, at most 60 characters
            locations  | CNKNM,T,T,LA,,town,,,,,,,,                             | node_id    | 'CNKNM' is not of lower-case letters and digits, joined by hyphens, at most 60 characters
            locations  | t,T,T,LA,,town,,,22.8167,108.3667,s,place,,            | lat        | 22.8167, 108.3667 is in CHN, 459 km from LAO
            locations  | t,T,T,LA,,town,,,13.75,100.5,s,place,,                 | lat        | 13.75, 100.5 is in THA, 420 km from LAO
            locations  | t,T,T,LA,,town,la tst,,,,,,,                           | unlocode   | 'la tst' is no UN/LOCODE: two letters of the country, then three letters or digits from 2 to 9, without a blank
            locations  | t,T,T,LA,,town,THTST,,,,,,,                            | unlocode   | 'THTST' is of the country TH, and the location is in LAO
            locations  | t,T,T,LA,,airport,,Halt,,,,,,                          | iata       | 'Halt' is no IATA code: three letters in capitals
            throughput | corridor,clr,cargo,,,5,t,period,,S_W_KBE               | period_end | a figure of basis PERIOD must have both ends of its period
            throughput | corridor,clr,cargo,2020-01-01,2020-12-31,5,bananas,period,,S_W_KBE | unit | 'bananas' is no unit of cargo, which is in t or t/y
            throughput | corridor,clr,cargo,2020-01-01,2999-12-31,5,t,period,,S_W_KBE | period_end | 2999-12-31 is still to come
            throughput | corridor,clr,cargo,2020-02-01,2020-01-31,5,t,period,,S_W_KBE | period_end | 2020-01-31 is before the start 2020-02-01
            segments   | T-1,clr,90,mohan,boten,RAIL,N,,,,PLANNED,,,,,          | segment_id | 'T-1' is not of lower-case letters and digits, joined by hyphens, at most 60 characters
            segments   | t-1,clr,90,mohan,boten,RAIL,N,1000000000,,,PLANNED,,,,, | length_km | 1000000000 is no length: it must be above 0 and at most 50000 kilometres
            segments   | t-1,clr,90,mohan,boten,RAIL,N,,,,OPERATIONAL,2999,,,,   | opened     | 2999-01-01 is still to come
            corridors  | clr,T,T,rail,LA,operational,2999,,,                    | key_date   | 2999-01-01 is still to come
            corridors  | T,T,T,rail,LA,planned,,500,,                           | corridor_id | 'T' is not of lower-case letters and digits, joined by hyphens, at most 60 characters
            same lines | t-1,clr,90,mohan,boten,RAIL,N,,,,PLANNED,,,,,,clr-01    | counted_in | 'clr-01' is of the same corridor 'clr'
            segments   | t-1,clr,90,mohan,mohan,RAIL,N,,,,PLANNED,,,,,          | to_node    | 'mohan' is where the segment begins, too
            segments   | t-1,clr,90,mohan,boten,RAIL,N,0,,,PLANNED,,,,,         | length_km  | 0 is no length: it must be above 0 and at most 50000 kilometres
            locations  | t,T,T,LA,,town,,,18,,s,place,,                         | lon        | latitude and longitude must both be given or both be blank
            zones      | t,T,T,INDUSTRIAL_PARK,mohan,,,0,,                      | area_km2   | 0 is no area: it must be above 0
            zones      | t,T,T,INDUSTRIAL_PARK,mohan,,,5,,OPENED                | key_date_event | a date and what happened then must both be given or both be blank
            industrial_transfers | ,S,all,F,1948,,,                             | year       | 1948 is not from 1949 to 2100
            corridors  | t,T,T,rail,LA,planned,,50001,,                         | length_km  | 50001 is no length: it must be above 0 and at most 50000 kilometres
            """)
    void refusesWhatAStewardMayNotGiveEither(String dataset, String row, String column, String reason) {
        JsonPath reply = refused(DATASETS.getOrDefault(dataset, dataset), HEADERS.get(dataset) + row + "\n");

        assertEquals(List.of(column), reply.getList("rejections.column"), reply.prettify());
        assertEquals(List.of(reason), reply.getList("rejections.reason"));
    }

    @Test
    void refusesAnIdOfASourceThatNoMutationMayGive() {
        JsonPath reply = refused("sources", "source_id,title,locator,licence,date\nlao notes,T,,,\n");

        assertEquals(List.of("source_id"), reply.getList("rejections.column"));
        assertEquals(
                List.of("'lao notes' must be of 2 to 63 capital letters, digits and underscores, a letter first"),
                reply.getList("rejections.reason"));
    }

    @Test
    void refusesAKeyThatNoIndexKeeps() {
        JsonPath reply = refused(
                "names",
                "subject_kind,subject_id,language,script,name,note,source\nnode,kunming,und,Latn," + "测".repeat(401)
                        + ",,GEONAMES\n");

        assertEquals(List.of("row"), reply.getList("rejections.column"));
        assertEquals(List.of("has a key of 401 characters, which may have 400"), reply.getList("rejections.reason"));
    }

    @Test
    void keepsFormulasFromSpreadsheetsAndReadsThemBack() {
        try (Releases releases = new Releases()) {
            releases.load(
                    "locations",
                    LOCATIONS + "formula,=HYPERLINK(\"x\"),＋1,LA,-1+1,town,,,,,,,''=1,\n"
                            + "number,-5,@x,LA,'x,town,,,,,,,,\n");

            String safe = exported("");
            assertTrue(safe.contains("formula,\"'=HYPERLINK(\"\"x\"\")\",'＋1,LAO,'-1+1,TOWN,,,,,,,''=1,"), safe);
            assertTrue(safe.contains("number,-5,'@x,LAO,'x,TOWN"), safe);
            String plain = exported("?spreadsheetSafe=false");
            assertTrue(plain.contains("formula,\"=HYPERLINK(\"\"x\"\")\",＋1,LAO,-1+1,TOWN,,,,,,,''=1,"), plain);
            String features = given().get("/export/locations.geojson")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            for (String file : List.of(safe, plain, features)) {
                JsonPath again = send("locations&dryRun=true", file.getBytes(StandardCharsets.UTF_8))
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                assertEquals(0, again.getInt("added") + again.getInt("closed"), again.prettify());
            }
        }
        given().get("/export/locations.csv?spreadsheetSafe=maybe").then().statusCode(400);
    }

    @Test
    @TestSecurity
    void tellsInJsonThatNobodyMayLoad() {
        JsonPath reply = send("locations", LOCATIONS.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(401)
                .extract()
                .jsonPath();

        assertEquals("UNAUTHENTICATED", reply.getString("error.code"));
        assertEquals("corridor", reply.getString("error.service"));
    }

    @Test
    @TestSecurity(user = "reader", roles = "viewer")
    void tellsInJsonThatAReaderMayNotLoad() {
        JsonPath reply = send("locations", LOCATIONS.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(403)
                .extract()
                .jsonPath();

        assertEquals("FORBIDDEN", reply.getString("error.code"));
    }

    private static String exported(String parameters) {
        return given().get("/export/locations.csv" + parameters)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String feature(String geometry) {
        return """
                {"type": "Feature", "id": "t", "geometry": %s, "properties": {"name": "T", "nameZh": "T",
                 "country": "LAO", "kind": "TOWN", "coordinatePrecision": "PLACE", "corridor": "clr", "position": 90,
                 "from": "mohan", "to": "boten", "mode": "RAIL", "status": "PLANNED"}}""".formatted(geometry);
    }

    private static JsonPath refused(String dataset, String file) {
        return send(dataset, file.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();
    }

    private static Response send(String dataset, byte[] file) {
        return given().contentType("application/octet-stream")
                .body(file)
                .post("/releases?fileName=hostile.csv&dataset=" + dataset);
    }
}
