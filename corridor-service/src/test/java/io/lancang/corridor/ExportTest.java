package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lancang.kit.fixture.DuckDb;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExportTest extends RunningService {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void drawsCorridorsWithStraightLinesAndListsWhatHasNoPlace() {
        JsonPath map = JsonPath.from(exported("corridors.geojson", "application/geo+json"));

        assertEquals("FeatureCollection", map.getString("type"));
        assertEquals(50, map.getList("features").size());
        String railway = "features.find { it.id == 'clr' }";
        assertEquals("MultiLineString", map.getString(railway + ".geometry.type"));
        assertEquals(List.of(102.71833f, 25.03889f), map.getList(railway + ".geometry.coordinates[0][0]"));
        assertEquals("straight between known points", map.getString(railway + ".properties.line"));
        assertEquals(9, map.getList(railway + ".properties.segments").size());
        assertEquals(List.of("clr-04", "clr-06"), map.getList(railway + ".properties.segmentsDrawnByParts"));
        assertEquals(List.of("clr-12"), map.getList(railway + ".properties.segmentsWithoutLine"));
        assertEquals(List.of("vientiane-south"), map.getList(railway + ".properties.locationsWithoutCoordinates"));
        assertEquals(List.of("S_PD_20240403"), map.getList(railway + ".properties.sources"));
        assertNull(map.get("features.find { it.id == 'cicpec' }.geometry"));
    }

    @Test
    void drawsWhatTheGraphDraws() {
        JsonPath map = JsonPath.from(exported("corridors.geojson", "application/geo+json"));
        JsonPath graph = Graph.data("{ corridors(first: 500) { nodes { id geometry } } }");

        for (String id : List.of("clr", "gms-nsec", "lancang-mekong", "cm-gas", "cl-500kv")) {
            String coordinates = "find { it.id == '" + id + "' }.geometry%s.coordinates.flatten()";
            assertEquals(
                    graph.getList("corridors.nodes." + coordinates.formatted(".geometry"), Float.class),
                    map.getList("features." + coordinates.formatted(""), Float.class),
                    id);
        }
    }

    @Test
    void placesLocationsAndInventsNoPoint() {
        JsonPath map = JsonPath.from(exported("locations.geojson", "application/geo+json"));

        assertEquals(199, map.getList("features").size());
        assertEquals("Point", map.getString("features.find { it.id == 'mohan' }.geometry.type"));
        assertEquals("磨憨口岸", map.getString("features.find { it.id == 'mohan' }.properties.nameZh"));
        assertEquals(
                "UNVERIFIED", map.getString("features.find { it.id == 'khunjerab' }.properties.coordinatePrecision"));
        // 13 of the first release, and Kalewa, Yagyi, An, Prek Kdam and Chi Lang.
        assertEquals(18, map.getList("features.findAll { it.geometry == null }").size());
    }

    @Test
    void drawsSegmentsBetweenTheirEnds() {
        JsonPath map = JsonPath.from(exported("segments.geojson", "application/geo+json"));

        assertEquals(217, map.getList("features").size());
        String railway = "features.find { it.id == 'clr-01' }";
        assertEquals("LineString", map.getString(railway + ".geometry.type"));
        assertEquals(List.of(102.71833f, 25.03889f), map.getList(railway + ".geometry.coordinates[0]"));
        assertEquals("straight between known points", map.getString(railway + ".properties.line"));
        assertNull(map.get("features.find { it.id == 'clr-12' }.geometry"), "one end has no coordinates");
    }

    @ParameterizedTest
    @CsvSource({
        "corridors.csv, 50",
        "segments.csv, 217",
        "locations.csv, 199",
        "zones.csv, 13",
        "industrial-transfers.csv, 10",
        "throughput.csv, 96",
        "milestones.csv, 47",
        "names.csv, 451"
    })
    void writesEveryRowOfATableWithItsSources(String file, int rows) {
        List<NamedCsvRecord> table = table(file);

        assertEquals(rows, table.size());
        assertTrue(table.stream().anyMatch(row -> !row.getField("source").isEmpty()));
    }

    @Test
    void quotesWhatHasACommaAndLeavesBlankWhatIsNotKnown() {
        NamedCsvRecord whole = segment("clr-06");

        assertEquals("1435 mm electrified single track; 160 km/h passenger, 120 km/h freight", whole.getField("spec"));
        assertEquals("422", whole.getField("length_km"));
        assertEquals("2021-12-03", whole.getField("opened"));
        assertEquals("S_W_BVR", whole.getField("source"));
        assertEquals("", segment("clr-12").getField("great_circle_km"), "one end has no coordinates");
    }

    @Test
    void isNotSentToWhomHasItAndIsSentInParts() {
        String now = given().get("/export/segments.csv").getHeader("ETag");

        given().header("If-None-Match", now).get("/export/segments.csv").then().statusCode(304);
        given().head("/export/segments.csv").then().statusCode(200).header("ETag", now);
        given().header("Range", "bytes=0-9")
                .get("/export/segments.csv")
                .then()
                .statusCode(206)
                .body(equalTo("segment_id"));
    }

    /** All that ships was loaded before this moment, so that each file is the one of the present. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "corridors.geojson",
                "locations.geojson",
                "segments.geojson",
                "corridors.csv",
                "segments.csv",
                "locations.csv",
                "zones.csv",
                "industrial-transfers.csv",
                "throughput.csv",
                "milestones.csv",
                "names.csv",
                "sources.csv"
            })
    void writesThePastAsItWritesThePresent(String file) {
        String now = given().get("/export/" + file).asString();
        String moment = OffsetDateTime.now(ZoneOffset.UTC).toString();

        assertEquals(now, given().get("/export/" + file + "?asOf=" + moment).asString());
    }

    /** 30 files are listed: three maps, and nine tables in three formats. */
    @Test
    void listsEveryFileInADataPackageAtTheAddressThatTheClientHas() {
        JsonPath listed = given().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "lancang.example")
                .header("X-Forwarded-Prefix", "/exports/corridor")
                .get("/export/datapackage.json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(30, listed.getList("resources").size());
        String segments = "resources.find { it.name == 'segments-csv' }";
        assertEquals("https://lancang.example/exports/corridor/segments.csv", listed.getString(segments + ".path"));
        assertEquals("text/csv", listed.getString(segments + ".mediatype"));
        assertEquals("segment_id", listed.getString(segments + ".schema.fields[0].name"));
        assertEquals("integer", listed.getString(segments + ".schema.fields.find { it.name == 'seq' }.type"));
        assertTrue(listed.getList(segments + ".sources.name").contains("S_W_BVR"));
        assertEquals(
                List.of(
                        "S_FTZ",
                        "S_FTZ2",
                        "S_KP",
                        "S_MENGLAZONE",
                        "S_NEWPASS",
                        "S_PARK24",
                        "S_PARK24B",
                        "S_PARK24E",
                        "S_TDP"),
                listed.getList("resources.find { it.name == 'zones-csv' }.sources.name"),
                "each once, though several zones cite it");
        for (String path : listed.getList("resources.path", String.class)) {
            given().head(path.replace("https://lancang.example/exports/corridor", "/export"))
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void listsEveryFileInACatalogueOfDcat() {
        JsonPath listed = given().get("/export/catalog.jsonld")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(9, listed.getList("'dcat:dataset'").size());
        String segments = "'dcat:dataset'.find { it['dct:identifier'] == 'segments' }";
        assertEquals(4, listed.getList(segments + ".'dcat:distribution'").size());
        assertTrue(listed.getString(segments + ".'dcat:distribution'[0].'dcat:downloadURL'.'@id'")
                .endsWith("/export/segments.geojson"));
        assertTrue(listed.getList(segments + ".'prov:wasDerivedFrom'.'dct:identifier'")
                .contains("S_W_BVR"));
    }

    /** Each table is there in each format, with the same rows and numbers. */
    @Test
    void givesTablesAsParquetAndAsLinesOfJson() throws Exception {
        Files.writeString(folder.resolve("locations.csv"), exported("locations.csv", "text/csv"));
        Files.writeString(folder.resolve("locations.ndjson"), exported("locations.ndjson", "application/x-ndjson"));
        Files.write(
                folder.resolve("locations.parquet"),
                given().get("/export/locations.parquet")
                        .then()
                        .statusCode(200)
                        .header("content-type", "application/vnd.apache.parquet")
                        .extract()
                        .asByteArray());
        String lines = "read_csv('locations.csv', header = true, all_varchar = true, nullstr = '')";
        String columns = "node_id, name_en, country_iso2, lat::double as lat, lon::double as lon, source";

        assertEquals(List.of("199"), DuckDb.query(folder, "select count(*) from 'locations.parquet'"));
        assertEquals(
                List.of("lat DOUBLE", "name_en VARCHAR"),
                DuckDb.query(
                        folder,
                        "select column_name, column_type from (describe from 'locations.parquet')"
                                + " where column_name in ('lat', 'name_en') order by 1"));
        for (String other : List.of("'locations.parquet'", "read_json('locations.ndjson')")) {
            assertEquals(
                    List.of("0"),
                    DuckDb.query(
                            folder,
                            "select count(*) from (select " + columns + " from " + lines + " except all select "
                                    + columns + " from " + other + ")"),
                    other);
        }
    }

    /**
     * Corridor ex and the location ex have one id, and sources and doubts of their own. Of K and L no coordinates are known. ex-05 is the
     * whole of two segments that are drawn, and ex-04 that of one of them, though it begins at K; a part of ex-03 is of another corridor.
     * Positions and ids run against each other.
     */
    private static void loadSubjects(Releases releases) {
        releases.load("corridors", """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source,kind
                ex,An old name,名,multimodal,LA,operational,,,,,S_W_BVR,TRANSPORT
                """);
        releases.load("corridors", """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source,kind,doubts
                ex,A corridor,名,multimodal,LA,operational,,,,,S_W_BVR;S_W_KBE,TRANSPORT,UNVERIFIED: by nobody
                ey,Another,又,rail,LA,operational,,,,,S_W_BVR,,
                ez,Nothing,无,multimodal,LA,planned,,,,,S_W_BVR,TRANSPORT,
                """);
        releases.load("locations", """
                node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source,doubts
                ex,A place,地,LA,,town,,,18.0,103.0,survey,place,,S_W_KBE,SOURCES_DISAGREE: two | APPROXIMATE: one
                ex-b,B,乙,LA,,town,,,19.0,103.0,survey,place,,S_W_BVR,
                ex-c,C,丙,LA,,town,,,20.0,103.0,survey,place,,S_W_BVR,
                ex-k,K,丁,LA,,town,,,,,,,,S_W_BVR,
                ex-l,L,戊,LA,,town,,,,,,,,S_W_BVR,
                """);
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,whole_of
                ex-09,ex,1,ex,ex-b,road,N,,,,operational,,,,,S_W_BVR,
                ex-08,ex,2,ex-b,ex-c,rail,N,,,,operational,,,,,S_W_BVR,
                ex-07,ex,3,ex-k,ex,rail,N,,,,operational,,,,,S_W_BVR,
                ex-06,ex,4,ex,ex-k,rail,N,,,,operational,,,,,S_W_BVR,
                ex-05,ex,5,ex,ex-c,rail,N,,,,operational,,,,,S_W_BVR,ex-09;ex-08
                ex-04,ex,6,ex-k,ex-c,rail,N,,,,operational,,,,,S_W_BVR,ex-08
                ex-03,ex,7,ex,ex-c,rail,N,,,,operational,,,,,S_W_BVR,ex-09;ey-01
                ex-02,ex,8,ex-l,ex-k,rail,N,,,,operational,,,,,S_W_BVR,
                ey-01,ey,1,ex-b,ex-c,rail,N,,,,operational,,,,,S_W_BVR,
                """);
        releases.load("zones", """
                zone_id,name_en,name_zh,kind,node_id,date,note,area_km2,source
                ex-1,One,一,industrial_park,ex-b,,,,S_W_BVR
                ex-2,Two,二,industrial_park,ex-b,,,,S_W_BVR
                """);
        releases.load("industrial_transfers", """
                zone_id,subject,sector,fact,year,value,unit,source
                ex-1,First,textiles,moved in,2024,5,projects,S_W_BVR
                ex-2,Second,textiles,moved in,2024,5,projects,S_W_BVR
                """);
        releases.load("throughput", """
                subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
                corridor,ex,cargo,2023-01-01,2023-12-31,5,t,period,,S_W_BVR
                corridor,ex,cargo,2024-01-01,2024-12-31,6,t,period,,S_W_BVR
                node,ex,cargo,2024-01-01,2024-12-31,7,t,period,,S_W_BVR
                """);
        releases.load("milestones", """
                subject_kind,subject_id,event,planned,earliest,latest,stated_on,note,source
                segment,ex-09,OPENING,true,2096,2096,2024-01-01,,S_W_BVR
                segment,ex-09,OPENING,true,2097,2097,2025-01-01,,S_W_BVR
                """);
        releases.load("names", """
                subject_kind,subject_id,language,script,name,note,source
                segment,ex-09,vi,Latn,D,,S_W_BVR
                node,ex-c,vi,Latn,D,,S_W_BVR
                node,ex-b,vi,Latn,E,,S_W_BVR
                node,ex-b,vi,Latn,D,,S_W_BVR
                node,ex-b,de,Latn,F,,S_W_BVR
                corridor,ex,vi,Latn,D,,S_W_BVR
                """);
    }

    /** That a segment has a source does not give it to the corridor of the same id; a row that was revised is written once. */
    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void writesRowsInTheirOrderEachWithItsOwnSourcesAndDoubts() {
        try (Releases releases = new Releases()) {
            loadSubjects(releases);

            assertEquals(
                    List.of(
                            "ex | A corridor | multimodal | S_W_BVR;S_W_KBE | UNVERIFIED: by nobody",
                            "ey | Another | RAIL | S_W_BVR | ",
                            "ez | Nothing | multimodal | S_W_BVR | "),
                    rows("corridors.csv", "corridor_id", "corridor_id", "name_en", "mode", "source", "doubts"));
            assertEquals(
                    List.of(
                            "ex | S_W_KBE | APPROXIMATE: one | SOURCES_DISAGREE: two",
                            "ex-b | S_W_BVR | ",
                            "ex-c | S_W_BVR | ",
                            "ex-k | S_W_BVR | ",
                            "ex-l | S_W_BVR | "),
                    rows("locations.csv", "node_id", "node_id", "source", "doubts"));
            assertEquals(
                    List.of("ex-09", "ex-08", "ex-07", "ex-06", "ex-05", "ex-04", "ex-03", "ex-02", "ey-01"),
                    rows("segments.csv", "segment_id", "segment_id"));
            assertEquals(List.of("ex-1", "ex-2"), rows("zones.csv", "zone_id", "zone_id"));
            assertEquals(
                    List.of("ex-1 | First", "ex-2 | Second"),
                    rows("industrial-transfers.csv", "zone_id", "zone_id", "subject"));
            assertEquals(
                    List.of("corridor | ex | 2023-12-31", "corridor | ex | 2024-12-31", "node | ex | 2024-12-31"),
                    rows("throughput.csv", "subject_id", "subject_kind", "subject_id", "period_end"));
            assertEquals(
                    List.of("ex-09 | 2096", "ex-09 | 2097"),
                    rows("milestones.csv", "subject_id", "subject_id", "earliest"));
            assertEquals(
                    List.of(
                            "corridor | ex | vi | D",
                            "node | ex-b | de | F",
                            "node | ex-b | vi | D",
                            "node | ex-b | vi | E",
                            "node | ex-c | vi | D",
                            "segment | ex-09 | vi | D"),
                    rows("names.csv", "subject_id", "subject_kind", "subject_id", "language", "name"));
        }
    }

    /** Countries of a figure stand in the order of its source: it flows from the first to the others. */
    @Test
    void writesFromWhichCountryToWhichOthersAFigureIs() {
        assertEquals(
                List.of("CN-VN,LA,MM"),
                table("throughput.csv").stream()
                        .filter(row -> row.getField("metric").equals("POWER_EXPORT")
                                && row.getField("subject_kind").equals("country_pair"))
                        .map(row -> row.getField("subject_id"))
                        .toList());
        List<String> sources = table("sources.csv").stream()
                .map(row -> row.getField("source_id"))
                .toList();
        assertTrue(sources.indexOf("S_W_BVR") < sources.indexOf("S_W_KBE"), sources::toString);
    }

    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void drawsEachPartOfACorridorOnceAndNamesWhatIsNotDrawn() {
        try (Releases releases = new Releases()) {
            loadSubjects(releases);

            JsonPath map = JsonPath.from(exported("corridors.geojson", "application/geo+json"));

            String corridor = "features.find { it.id == 'ex' }";
            String properties = corridor + ".properties.";
            assertEquals(
                    List.of(
                            List.of(List.of(103, 18), List.of(103, 19)),
                            List.of(List.of(103, 19), List.of(103, 20)),
                            List.of(List.of(103, 18), List.of(103, 20))),
                    map.getList(corridor + ".geometry.coordinates"));
            assertEquals(List.of("ex-09", "ex-08", "ex-03"), map.getList(properties + "segments.id"));
            assertEquals(List.of("ex-07", "ex-06", "ex-02"), map.getList(properties + "segmentsWithoutLine"));
            assertEquals(List.of("ex-05", "ex-04"), map.getList(properties + "segmentsDrawnByParts"));
            assertEquals(List.of("ex-k", "ex-l"), map.getList(properties + "locationsWithoutCoordinates"));
            assertEquals(List.of("RAIL", "ROAD"), map.getList(properties + "modes"));
            assertEquals(List.of("S_W_BVR", "S_W_KBE"), map.getList(properties + "sources"));
            assertEquals(
                    "APPROXIMATE: one | SOURCES_DISAGREE: two",
                    JsonPath.from(exported("locations.geojson", "application/geo+json"))
                            .getString(properties + "doubts"));
            String nothing = "features.find { it.id == 'ez' }.properties.";
            for (String list : List.of(
                    "modes",
                    "segments",
                    "segmentsWithoutLine",
                    "segmentsDrawnByParts",
                    "locationsWithoutCoordinates")) {
                assertEquals(List.of(), map.get(nothing + list), list);
            }
        }
    }

    /** The fields of those rows of a file whose id is one that the test loaded. */
    private static List<String> rows(String file, String id, String... fields) {
        return table(file).stream()
                .filter(row -> row.getField(id).matches("e[xyz](-.*)?"))
                .map(row -> Arrays.stream(fields).map(row::getField).collect(Collectors.joining(" | ")))
                .toList();
    }

    @Test
    void refusesWhatIsNoParameterAndAMomentBeforeAllReleases() {
        given().get("/export/segments.csv?corridor=clr")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"))
                .body("errors[0].message", equalTo("There is no parameter 'corridor'."));
        given().get("/export/segments.csv?asOf=1999-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("before the first release"));
    }

    @Test
    void namesTheExportsThatThereAreForAnUnknownOne() {
        given().get("/export/rivers.csv")
                .then()
                .statusCode(404)
                .body("errors[0].extensions.code", equalTo("NOT_FOUND"))
                .body("errors[0].extensions.hint", containsString("corridors.geojson"));
    }

    private static NamedCsvRecord segment(String id) {
        return table("segments.csv").stream()
                .filter(row -> row.getField("segment_id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<NamedCsvRecord> table(String file) {
        return CsvReader.builder().ofNamedCsvRecord(exported(file, "text/csv")).stream()
                .toList();
    }

    private static String exported(String file, String contentType) {
        return given().get("/export/" + file)
                .then()
                .statusCode(200)
                .header("content-type", containsString(contentType))
                .extract()
                .asString();
    }
}
