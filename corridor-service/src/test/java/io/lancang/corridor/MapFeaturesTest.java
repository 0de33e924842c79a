package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * OGC API – Features over HTTP, on the files that ship: 50 corridors, 217 segments and 199 locations. 18 locations have no coordinates,
 * and so 25 segments have no line.
 */
@QuarkusTest
class MapFeaturesTest extends RunningService {
    private static final int UNDRAWN_SEGMENTS = 25;
    private static final int UNPLACED = 18;

    @Test
    void theLandingPageLeadsToDescriptionConformanceAndCollections() {
        JsonPath page = json("/ogc");

        for (String rel : List.of("self", "service-desc", "conformance", "data")) {
            String link = page.getString("links.find { it.rel == '" + rel + "' }.href");
            given().get(link).then().statusCode(200);
        }
        assertEquals(
                List.of("core", "geojson", "oas30"),
                json("/ogc/conformance").<String>getList("conformsTo").stream()
                        .map(one -> one.substring(one.lastIndexOf('/') + 1))
                        .toList());
    }

    @Test
    void everyCollectionSaysWhereItsFeaturesAre() {
        JsonPath collections = json("/ogc/collections");

        assertEquals(List.of("corridors", "segments", "locations"), collections.getList("collections.id"));
        for (String items :
                collections.<String>getList("collections.collect { it.links.find { it.rel == 'items' }.href }")) {
            given().get(items).then().statusCode(200).contentType("application/geo+json");
        }
        // Gwadar is the westernmost, Dili the easternmost and southernmost place with
        // coordinates.
        assertEquals(
                List.of(62.32541f, -8.55861f, 125.57361f),
                json("/ogc/collections/locations")
                        .<Float>getList("extent.spatial.bbox[0]")
                        .subList(0, 3));
    }

    @Test
    void aPlaceIsInTheBoxAroundIt() {
        // Of the places with coordinates Boten (101.66667, 21.16667) and Mohan (101.68772, 21.19079) alone lie in this
        // box.
        JsonPath found = json("/ogc/collections/locations/items?limit=1000&bbox=101.5,21.1,101.8,21.3");

        assertEquals(Set.of("boten", "mohan"), placed(found));
        assertEquals(UNPLACED + 2, found.getInt("numberMatched"), "what has no place is in every box");
        assertEquals(UNPLACED + 2, found.getInt("numberReturned"));
        assertEquals(UNPLACED + 2, found.getList("features").size());
    }

    @Test
    void aBoxIsClosedAtItsEdges() {
        assertEquals(
                Set.of("boten"),
                placed(json("/ogc/collections/locations/items?limit=1000&bbox=101.6,21.1,101.66667,21.16667")));
    }

    @Test
    void aLineIsInABoxThatItOnlyPassesThrough() {
        // No location lies in this box. The straight lines from Oudomxay to Luang Prabang cross it: railway, expressway
        // and Route 13.
        JsonPath found = json("/ogc/collections/segments/items?limit=1000&bbox=102.0,20.5,102.2,20.7");

        assertEquals(Set.of("clr-09", "lc-exp-04", "r13n-03"), placed(found));
        assertEquals(UNDRAWN_SEGMENTS + 3, found.getInt("numberMatched"));
        assertEquals(
                Set.of("clr", "lc-exp", "r13n"),
                placed(json("/ogc/collections/corridors/items?limit=1000&bbox=102.0,20.5,102.2,20.7")));
        // Within the rectangle around the line from Boten to Vientiane, and beside the line.
        assertFalse(placed(json("/ogc/collections/segments/items?limit=1000&bbox=101.8,18.1,101.9,18.2"))
                .contains("clr-06"));
    }

    @Test
    void aBoxReachesOverTheMeridianOf180Degrees() {
        // Manila (120.98) and Dili (125.57) are the only places east of 120 degrees, and none is west of Greenwich.
        assertEquals(
                Set.of("dili", "manila"),
                placed(json("/ogc/collections/locations/items?limit=1000&bbox=120,-90,-170,90")));
        assertEquals(Set.of(), placed(json("/ogc/collections/locations/items?limit=1000&bbox=170,-90,-170,90")));
    }

    @Test
    void heightsOfABoxCountForNothing() {
        assertEquals(
                Set.of("boten", "mohan"),
                placed(json("/ogc/collections/locations/items?limit=1000&bbox=101.5,21.1,-10,101.8,21.3,9000")));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-03, true",
        "2021-12-02, false",
        "2021-12-02T23:59:59Z, false",
        // The 3rd in Vientiane, the 2nd in UTC.
        "2021-12-03T03:00:00+07:00, false",
        "2021-01-01/2021-12-03, true",
        "../2021-12-02, false",
        "2020-01-01/.., true",
        "2030-01-01/, true"
    })
    void aSegmentIsThereFromItsOpeningOn(String time, boolean isThere) {
        // clr-09 opened on 2021-12-03, with the China-Laos Railway.
        List<String> ids = json("/ogc/collections/segments/items?limit=1000&datetime=" + time.replace("+", "%2B"))
                .getList("features.id");

        assertEquals(isThere, ids.contains("clr-09"));
    }

    /** Of the Kunming-Bangkok Expressway nothing is known but that it opened in 2008; the framework has no opening. */
    @Test
    void aCorridorIsThereWhenTheYearIsOverInWhichItOpened() {
        String corridors = "/ogc/collections/corridors/items?limit=1000&datetime=";
        List<String> within = json(corridors + "2008-06-30").getList("features.id");
        List<String> behind = json(corridors + "2008-12-31").getList("features.id");

        assertFalse(within.contains("kbe"), within::toString);
        assertTrue(behind.contains("kbe"), behind::toString);
        assertTrue(within.contains("cicpec"), "what has no time is there at any");
    }

    @Test
    void placesAreThereAtAnyTime() {
        assertEquals(
                199,
                json("/ogc/collections/locations/items?datetime=1900-01-01").getInt("numberMatched"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> ids = new ArrayList<>();
        String next = "/ogc/collections/segments/items?limit=50&bbox=95,5,110,30";
        int pages = 0;
        while (next != null) {
            JsonPath page = json(next);
            assertEquals(page.getInt("numberReturned"), page.getList("features").size());
            ids.addAll(page.getList("features.id"));
            next = page.getString("links.find { it.rel == 'next' }.href");
            pages++;
        }

        List<String> atOnce = json("/ogc/collections/segments/items?limit=1000&bbox=95,5,110,30")
                .getList("features.id");
        assertEquals(atOnce, ids);
        assertEquals(new TreeSet<>(ids).size(), ids.size());
        assertEquals((ids.size() + 49) / 50, pages);
    }

    @Test
    void theLastPageHasNoNext() {
        JsonPath all = json("/ogc/collections/corridors/items?limit=50");

        assertEquals(50, all.getInt("numberReturned"));
        assertNull(all.get("links.find { it.rel == 'next' }"));
    }

    @Test
    void aPageHasAHundredFeaturesUnlessAskedForOthersAndAThousandAtMost() {
        assertEquals(100, json("/ogc/collections/segments/items").getInt("numberReturned"));
        JsonPath most = json("/ogc/collections/segments/items?limit=1000000");
        assertEquals(217, most.getInt("numberReturned"));
        assertTrue(most.getString("links.find { it.rel == 'self' }.href").endsWith("limit=1000"));
    }

    @Test
    void aCursorBelongsToItsBox() {
        String next = json("/ogc/collections/segments/items?limit=1&bbox=95,5,110,30")
                .getString("links.find { it.rel == 'next' }.href");

        given().urlEncodingEnabled(false)
                .get(next.replace("95%2C5", "96%2C5"))
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"))
                .body("errors[0].message", containsString("another filter"));
    }

    @Test
    void aFeatureIsTheOneOfTheExport() {
        JsonPath one = json("/ogc/collections/segments/items/clr-01");
        JsonPath all = JsonPath.from(given().get("/export/segments.geojson").asString());

        assertEquals(all.getMap("features.find { it.id == 'clr-01' }.geometry"), one.getMap("geometry"));
        assertEquals(all.getMap("features.find { it.id == 'clr-01' }.properties"), one.getMap("properties"));
        assertTrue(one.getString("links.find { it.rel == 'self' }.href")
                .endsWith("/ogc/collections/segments/items/clr-01"));
    }

    @Test
    void linksHaveTheAddressThatTheClientSees() {
        given().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "lancang.example:8443")
                .header("X-Forwarded-Prefix", "/ogc/corridor")
                .get("/ogc/collections/locations/items?limit=1")
                .then()
                .statusCode(200)
                .body(
                        "links.href.every { it.startsWith('https://lancang.example:8443/ogc/corridor/collections/') }",
                        equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example/path", "a b", "user@evil.example", "\"><script>"})
    void whatIsNoAddressIsNotForwarded(String host) {
        given().header("X-Forwarded-Host", host)
                .get("/ogc")
                .then()
                .statusCode(200)
                .body("links.href", not(hasItem(containsString(host))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bbox=181,0,182,1               | beyond 180
                    bbox=0,-91,1,1                 | beyond 90
                    bbox=0,2,1,1                   | ends south
                    bbox=0,0,1                     | has 3 numbers
                    bbox=0,0,1,NaN                 | no number
                    bbox=a,b,c,d                   | no number
                    bbox=                          | has 1 numbers
                    limit=0                        | `limit` is '0'
                    limit=-5                       | `limit` is '-5'
                    limit=many                     | `limit` is 'many'
                    limit=1&limit=2                | given twice
                    datetime=2021-13-01            | no moment
                    datetime=2022-01-01/2021-01-01 | ends before
                    datetime=../..                 | open at both ends
                    datetime=a/b/c                 | has 3 moments
                    cursor=zzz                     | no cursor
                    colour=red                     | no parameter `colour`
                    """)
    void aQuestionThatCannotBeMeantIsRefused(String parameters, String why) {
        given().urlEncodingEnabled(false)
                .get("/ogc/collections/segments/items?" + parameters)
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"))
                .body("errors[0].extensions.hint", not(equalTo(null)))
                .body("errors[0].message", containsString(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc",
                "/ogc/conformance",
                "/ogc/collections",
                "/ogc/collections/segments",
                "/ogc/collections/segments/items/clr-01"
            })
    void whatTakesNoParametersRefusesThem(String path) {
        given().get(path + "?limit=1").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc/collections/rivers",
                "/ogc/collections/rivers/items",
                "/ogc/collections/segments/items/no-such-segment"
            })
    void whatThereIsNotIsNotFound(String path) {
        given().get(path).then().statusCode(404).body("errors[0].extensions.code", equalTo("NOT_FOUND"));
    }

    @Test
    void theDescriptionHasEveryPathAndItsParameters() {
        JsonPath description = JsonPath.from(given().get("/ogc/api")
                .then()
                .statusCode(200)
                .header("content-type", containsString("application/vnd.oai.openapi+json;version=3.0"))
                .extract()
                .asString());

        assertTrue(description.getString("openapi").startsWith("3.0."));
        // Three of the whole, and three of each collection.
        assertEquals(12, description.getMap("paths").size());
        assertEquals(1000, description.getInt("components.parameters.limit.schema.maximum"));
        assertEquals(
                List.of("limit", "bbox", "datetime", "cursor"),
                description.<String>getList("paths.'/collections/segments/items'.get.parameters.'$ref'").stream()
                        .map(one -> one.substring(one.lastIndexOf('/') + 1))
                        .toList());
    }

    private static Set<String> placed(JsonPath features) {
        return new TreeSet<>(features.<String>getList("features.findAll { it.geometry != null }.id"));
    }

    private static JsonPath json(String address) {
        return JsonPath.from(given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
