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
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
