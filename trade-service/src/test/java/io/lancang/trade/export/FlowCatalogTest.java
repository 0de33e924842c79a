package io.lancang.trade.export;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import io.lancang.kit.fixture.DcatAp;
import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the service says about the files that it has. */
@QuarkusTest
@TestProfile(Impatient.class)
class FlowCatalogTest extends TradeServiceTest {
    /** What ships is loaded in the order of its releases: the first one of all is the last entry. */
    @Test
    void givesReleasesAsFeedsThatSayWhatHasNotChanged() throws Exception {
        Response atom = given().get("/export/releases.atom");
        Feed feed = (Feed) new WireFeedInput().build(new StringReader(atom.asString()));
        Response json = given().get("/export/releases.json");

        assertEquals("application/atom+xml", atom.contentType());
        assertTrue(feed.getEntries().getLast().getTitle().endsWith(": release 1"), atom.asString());
        assertEquals(
                feed.getEntries().stream().map(Entry::getId).toList(),
                json.jsonPath().getList("items.id"));
        assertEquals(
                304,
                given().header("If-None-Match", atom.header("etag"))
                        .get("/export/releases.atom")
                        .statusCode());
        assertEquals(
                304,
                given().header("If-Modified-Since", json.header("last-modified"))
                        .get("/export/releases.json")
                        .statusCode());
    }

    @Test
    void goesOnInAFeedBehindARelease() {
        List<String> titles =
                given().get("/export/releases.json?before=3").jsonPath().getList("items.title");

        assertEquals(2, titles.size());
        assertTrue(titles.getFirst().endsWith(": release 2"), titles.toString());
        given().get("/export/releases.json?before=x")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"))
                .body("errors[0].message", equalTo("`before` is 'x'; it is the number of a release."));
    }

    @Test
    void hasTheColumnsThatFilesHave() {
        JsonPath listed = listed("datapackage.json");
        String annual = "resources.find { it.name == 'trade-annual-annual-csv' }";
        String path = listed.getString(annual + ".path");

        String header = FlowFile.text(FlowFile.get(path.substring(path.indexOf("trade-flows"))))
                .lines()
                .findFirst()
                .orElseThrow();

        assertEquals(header, String.join(",", listed.getList(annual + ".schema.fields.name", String.class)));
    }

    /** Whatever the tally counts for the level is in the file, China's trade with the world as a whole left out. */
    @Test
    void listsFilesThatCanBeFetchedEachUnderItsOwnName() {
        JsonPath listed = listed("datapackage.json");
        List<String> names = listed.getList("resources.name", String.class);

        assertEquals(names.size(), Set.copyOf(names).size());
        for (String path : listed.getList("resources.path", String.class)) {
            URI address = URI.create(path);
            String file = address.getRawPath().substring("/export/".length()) + "?" + address.getRawQuery();
            assertEquals(200, FlowFile.head(file).statusCode(), file);
        }
        names.forEach(name -> assertTrue(name.matches("[a-z0-9._-]+"), name));
    }

    /** DOTS reach from 1995 on here as in the graph; years end on 31 December. */
    @Test
    void tellsWhatIsOnRecordAndNothingElse() {
        JsonPath listed = listed("catalog.jsonld");
        String annual = "'dcat:dataset'.find { it['dct:identifier'] == 'trade_annual' }";
        int first = Graph.data(
                        "{ tradeFlows(filter: {datasets: [\"trade_annual\"]}, orderBy: PERIOD, first: 1) { nodes { period { year } } } }")
                .getInt("data.tradeFlows.nodes[0].period.year");

        assertEquals(
                "IMF Direction of Trade Statistics: China by partner and year",
                listed.getString(annual + ".'dct:title'"));
        assertEquals(first + "-01-01", listed.getString(annual + ".'dct:temporal'.'dcat:startDate'.'@value'"));
        assertTrue(listed.getString(annual + ".'dct:temporal'.'dcat:endDate'.'@value'")
                .endsWith("-12-31"));
        assertEquals(List.of("People's Republic of China"), listed.getList(annual + ".'dct:spatial'.'skos:prefLabel'"));
        assertEquals(
                List.of("IMF_DOTS_2022", "IMF_DOTS_2023"),
                listed.getList(annual + ".'prov:wasDerivedFrom'.'dct:identifier'"));
        assertTrue(listed.getString(annual + ".'prov:wasDerivedFrom'[0].'dct:rights'.'rdfs:label'")
                .startsWith("IMF special data terms"));
        assertFalse(listed.getList("'dcat:dataset'.findAll { it['dcat:distribution'] == null }")
                .isEmpty());
    }

    /** The names are those of {@link Impatient}; each node is held to the rules of DCAT-AP. */
    @Test
    void isACatalogueOfDcatAp() {
        JsonObject catalog = new JsonObject(
                given().get("/export/catalog.jsonld").then().extract().asString());

        assertEquals(List.of(), DcatAp.faultsOf(catalog));
        assertEquals(
                "Office of Statistics", catalog.getJsonObject("dct:publisher").getString("foaf:name"));
        assertEquals(
                "Office of Statistics",
                listed("datapackage.json").getString("contributors.find { 'publisher' in it.roles }.title"));
    }

    /** They have numbers; figures by year were the first, and came before those by month. */
    @Test
    void listsDatasetsInTheOrderOfTheirNumbersEachWithTheDayOfItsOwnLastRelease() {
        JsonPath catalog = listed("catalog.jsonld");

        assertEquals(
                List.of("trade_annual", "trade_annual_gacc_2023_2024"),
                catalog.getList("'dcat:dataset'.'dct:identifier'").subList(0, 2));
        assertNotEquals(modified(catalog, "trade_annual"), modified(catalog, "trade_monthly_2024_cny"));
    }

    private static String modified(JsonPath catalog, String dataset) {
        return catalog.getString(
                "'dcat:dataset'.find { it['dct:identifier'] == '" + dataset + "' }.'dct:modified'.'@value'");
    }

    private static JsonPath listed(String file) {
        return given().get("/export/" + file).then().statusCode(200).extract().jsonPath();
    }
}
