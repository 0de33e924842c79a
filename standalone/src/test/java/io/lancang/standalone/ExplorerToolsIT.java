package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People take away what the explorer shows, ask the graph themselves, and see what stewards load. */
class ExplorerToolsIT {
    /** One segment more of a corridor. */
    private static final String ROAD = """
            segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
            test-road,kbe,90,mohan,boten,ROAD,Mohan-Boten road,3,,,OPERATIONAL,2008,,,2.9,S_W_KBE
            """;

    private static final String LAOS = """
            period,partner,flow,currency,amount,reporter
            2023,LAO,EXPORT,USD,1,THA
            """;

    private static final String TOWN = """
            node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
            test-town,Test Town,,LA,Vientiane,city,,,18.92,102.45,GeoNames:1,place,,S_W_KBE
            """;

    /** The same with a line of four points, all of which are more than 500 m off the line without them. */
    private static final String LINE = """
            segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,line_wkt
            test-road,kbe,90,mohan,boten,ROAD,Mohan-Boten road,3,,,OPERATIONAL,2008,,,2.9,S_W_KBE,"LINESTRING (101.68772 21.19079, 101.70 21.18, 101.69 21.16, 101.66667 21.16667)"
            """;

    @RegisterExtension
    static final InstalledBrowser BROWSER = new InstalledBrowser();

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    /** Laos, 2020: 1,497,753,150 exports and 2,064,186,440 imports, as the fifth question has them. */
    @Test
    void aTableLeavesAsCsv() throws IOException {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/partner/LAO")) {
            atlas.page().locator(".curve").waitFor();
            Download download =
                    atlas.page().waitForDownload(() -> atlas.button("CSV").click());

            assertEquals("lancang-trade-LAO.csv", download.suggestedFilename());
            List<String> lines = Files.readAllLines(download.path());
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("2020,1497753150,2064186440,3561939590,")));
            // No figure is an empty cell, never a zero.
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("2021,,2663941338,,,,,")));
        }
    }

    @Test
    void aPartThatDidNotAnswerIsAskedAgainByItsButton() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/questions")) {
            atlas.page().route("**/graphql*", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
            atlas.goTo("#/partner/LAO");
            Locator problem = atlas.page().locator(".plate .problem").first();
            problem.waitFor();
            assertEquals(0, atlas.page().locator(".curve").count());

            atlas.page().unroute("**/graphql*");
            problem.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ask again"))
                    .click();
            atlas.page().locator(".curve").waitFor();
        }
    }

    @Test
    void aPictureLeavesAsSvgAndPng() throws IOException {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/partner/LAO")) {
            atlas.page().locator(".curve").waitFor();
            Download svg =
                    atlas.page().waitForDownload(() -> atlas.button("SVG").click());
            Download png =
                    atlas.page().waitForDownload(() -> atlas.button("PNG").click());

            String text = Files.readString(svg.path());
            assertTrue(
                    text.startsWith("<svg ") && text.contains("xmlns=\"http://www.w3.org/2000/svg\""),
                    text.substring(0, 200));
            // What the style sheet says has been written into it.
            assertTrue(text.contains("stroke-dasharray=\"7px, 2.5px\""), "the line of imports is dashed");
            byte[] bytes = Files.readAllBytes(png.path());
            assertEquals("PNG", new String(bytes, 1, 3, US_ASCII));
        }
    }

    @Test
    void everyPictureNamesItsSourcesAndCanBeAskedAgain() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/questions")) {
            assertEquals(6, atlas.page().locator(".plate svg[role=img]").count());
            assertEquals(
                    6,
                    atlas.page()
                            .locator(".provenance", new Page.LocatorOptions().setHasText("Sources: "))
                            .count());
            atlas.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Query"))
                    .first()
                    .click();
            atlas.page().getByText("Open in GraphiQL").first().click();
            atlas.page().locator(".graphiql-container").waitFor();
            atlas.page().getByText("fold").first().waitFor();
        }
    }

    /** Drawn anew: what a reader has open and has the focus on stays, and lists that were kept know the new place. */
    @Test
    void whatIsLoadedAppearsByItself() throws IOException {
        Steward steward = new Steward(SET);
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/routes")) {
            Page page = atlas.page();
            assertEquals(
                    0, page.locator("select[name=to] option[value=test-town]").count());
            atlas.goTo("#/map/kbe");
            page.locator(".live.on").waitFor();
            int before = page.locator(".segments li").count();
            page.locator("summary", new Page.LocatorOptions().setHasText("Sources"))
                    .click();
            page.getByText("Clear the selection").focus();

            steward.load("corridor", "locations", "town.csv", TOWN);
            steward.load("corridor", "segments", "road.csv", ROAD);
            page.waitForCondition(() -> page.locator(".segments li").count() == before + 1);
            page.locator(".notice.shown").waitFor();

            assertEquals("Clear the selection", page.evaluate("document.activeElement.textContent"));
            assertTrue(page.locator(".unfolded .sources").isVisible());
            atlas.goTo("#/routes");
            assertEquals(
                    1, page.locator("select[name=to] option[value=test-town]").count());

            // Of trade, too.
            page.evaluate("document.getElementById('notice').classList.remove('shown')");
            steward.load("trade", "un_comtrade", "laos.csv", LAOS);
            page.locator(".notice.shown").waitFor();
        } finally {
            steward.withdrawAll();
        }
    }

    /** A file's line is drawn with its bends, on the map and on a route; the parts of a railway are drawn and the whole is not. */
    @Test
    void segmentsAreDrawnByTheirLinesAndWholesByTheirParts() throws IOException {
        Steward steward = new Steward(SET);
        try {
            steward.load("corridor", "segments", "road.csv", LINE);
            try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/map/kbe")) {
                atlas.page().locator(".corridor.chosen .line").first().waitFor();
                // M, and an L for each further point.
                assertEquals(1, linesOf(atlas, ".corridor.chosen .line", 4));
            }
            try (AtlasPage atlas =
                    AtlasPage.open(BROWSER, SET, "#/routes?from=mohan&to=boten&modes=ROAD&including=operational")) {
                atlas.page().locator(".way-line").first().waitFor();
                assertEquals(1, linesOf(atlas, ".way-line", 4));
            }
        } finally {
            steward.withdrawAll();
        }
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/map/clr")) {
            atlas.page().locator(".corridor.chosen .line").first().waitFor();
            // Twelve segments: two are wholes, and nobody knows where Vientiane South is.
            assertEquals(9, linesOf(atlas, ".corridor.chosen .line", 2));
        }
    }

    private static int linesOf(AtlasPage atlas, String selector, int points) {
        return ((Number) atlas.page()
                        .evaluate(
                                "([selector, points]) => [...document.querySelectorAll(selector)]"
                                        + ".filter((path) => path.getAttribute('d').split('L').length === points).length",
                                List.of(selector, points)))
                .intValue();
    }

    @Test
    void graphiqlAsksTheGraph() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/build")) {
            atlas.page().locator(".ways").getByText("GraphiQL").first().click();
            atlas.page().locator(".graphiql-execute-button").click();

            atlas.page()
                    .locator(".result-window")
                    .getByText("Lao People's Democratic Republic")
                    .waitFor();
            atlas.isAccessible("GraphiQL");
        }
    }

    @Test
    void graphiqlShowsWhatIsDeferred() {
        try (AtlasPage atlas = AtlasPage.open(
                BROWSER, SET, graphiql("{ partner(code: \"LAO\") { name ... @defer { corridors { id } } } }"))) {
            Response response = atlas.page()
                    .waitForResponse(
                            answer ->
                                    String.valueOf(answer.request().postData()).contains("@defer"),
                            () -> atlas.page()
                                    .locator(".graphiql-execute-button")
                                    .click());

            assertTrue(String.valueOf(response.headerValue("content-type")).startsWith("multipart/mixed"));
            atlas.page().locator(".result-window").getByText("bt-hx-exp").waitFor();
        }
    }

    @Test
    void graphiqlShowsEventsOfASubscription() throws IOException {
        Steward steward = new Steward(SET);
        try (AtlasPage atlas = AtlasPage.open(
                BROWSER, SET, graphiql("subscription { corridorChanged(id: \"kbe\") { corridorId dataset } }"))) {
            atlas.page()
                    .waitForResponse(
                            answer -> String.valueOf(answer.headerValue("content-type"))
                                    .startsWith("text/event-stream"),
                            () -> atlas.page()
                                    .locator(".graphiql-execute-button")
                                    .click());

            steward.load("corridor", "segments", "road.csv", ROAD);
            atlas.page().locator(".result-window").getByText("segments").waitFor();
        } finally {
            steward.withdrawAll();
        }
    }

    private static String graphiql(String query) {
        return "graphiql.html#query=" + URLEncoder.encode(query, UTF_8);
    }

    @Test
    void theReferenceFindsAFieldByWordsOfItsDescription() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "reference.html?q=great+circle+usual+detour")) {
            assertEquals(1, atlas.page().locator("article#Optimise").count());
            assertEquals(0, atlas.page().locator("article#Partner").count());

            // A link leads to what the search left out, too.
            atlas.page().locator("article#Optimise h2 a").first().evaluate("link => (link.href = '#Partner.name')");
            atlas.page().locator("article#Optimise h2 a").first().click();
            atlas.page().locator("[id='Partner.name']").waitFor();
            assertEquals("", atlas.page().locator("#search").inputValue());
        }
    }

    @Test
    void exportsAndHealthAreReachedThroughTheGateway() {
        given().get(SET.running().gatewayRoot() + "/exports/corridor/corridors.csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString("clr,"));
        given().get(SET.running().gatewayRoot() + "/exports/trade/trade-flows.csv?partners=LAO&from=2020&to=2020")
                .then()
                .statusCode(200)
                .body(containsString("1497753150"));
        given().get(SET.running().gatewayRoot() + "/health")
                .then()
                .statusCode(200)
                .body("status", is("UP"));
    }
}
