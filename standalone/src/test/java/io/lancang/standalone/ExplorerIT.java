package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People look at the pages of the explorer on the real set, in a real browser. */
class ExplorerIT {
    /** One segment more of a corridor. */
    private static final String ROAD = """
            segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
            test-road,kbe,90,mohan,boten,ROAD,Mohan-Boten road,3,,,OPERATIONAL,2008,,,2.9,S_W_KBE
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

    static Stream<Arguments> everyViewInEveryForm() {
        Stream<Arguments> views = Stream.of(
                        "",
                        "#/map/clr",
                        "#/partner/LAO",
                        "#/partner/ASEAN",
                        "#/routes",
                        "#/routes?including=operational",
                        "#/questions",
                        "#/build")
                .flatMap(view -> Stream.of(360, 1600)
                        .flatMap(width -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(scheme -> Arguments.of(view, width, scheme))));
        // The whole schema on one page: each form of it takes as long to check as all others of a view.
        Stream<Arguments> reference = Stream.of(
                Arguments.of("reference.html", 360, ColorScheme.LIGHT),
                Arguments.of("reference.html", 1600, ColorScheme.DARK),
                Arguments.of("docs/", 1600, ColorScheme.LIGHT),
                Arguments.of("docs/errors.html", 360, ColorScheme.DARK),
                Arguments.of("docs/guides/web-client.html", 360, ColorScheme.LIGHT));
        return Stream.concat(views, reference);
    }

    @ParameterizedTest
    @MethodSource("everyViewInEveryForm")
    void everyViewIsDrawnForEverybody(String view, int width, ColorScheme scheme) {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, view, width, scheme)) {
            atlas.page().waitForLoadState();
            atlas.keepPicture(view.replaceAll("[^a-zA-Z]+", "-") + "-" + width + "-"
                    + scheme.name().toLowerCase(Locale.ROOT));

            atlas.hasNoComplaints();
            atlas.fitsTheWindow();
            atlas.isAccessible();
            assertEquals(0, atlas.page().locator(".problem").count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#/partner/LAO", "#/routes", "#/questions"})
    void nothingJumpsWhileAPageLoads(String view) {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, view)) {
            atlas.page().waitForCondition(() ->
                    (Boolean) atlas.page().evaluate("document.querySelectorAll('.loading').length === 0"));

            atlas.didNotJump();
        }
    }

    /** The railway opened on 2021-12-03: at the end of 2020 it was not there, and most of its segments were not either. */
    @Test
    void aYearShowsWhatWasOpenThen() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/map/clr?year=2020")) {
            atlas.awaitText("China–Laos Railway");
            assertTrue(atlas.page().locator(".corridor.chosen .status-NOT_YET").count() > 0);

            Locator slider = atlas.page().locator("#year");
            slider.focus();
            slider.press("ArrowRight");
            slider.press("ArrowRight");

            assertEquals("2022", atlas.page().locator(".year-out").textContent());
            assertEquals(
                    0, atlas.page().locator(".corridor.chosen .status-NOT_YET").count());
            assertTrue(
                    atlas.page().url().endsWith("#/map/clr?year=2022"),
                    atlas.page().url());
        }
    }

    @Test
    void theKeyboardSelectsACorridor() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "")) {
            Page page = atlas.page();
            page.locator("[role=option][tabindex='0']").focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");

            Locator chosen = page.locator("[role=option][aria-selected=true]");
            assertEquals(1, chosen.count());
            assertTrue(page.url().contains("#/map/"), page.url());
            String name = String.valueOf(chosen.getAttribute("aria-label")).replaceAll(": .*", "");
            assertEquals(name, page.locator(".details h3").textContent());

            page.keyboard().press("Escape");
            assertEquals(0, page.locator("[role=option][aria-selected=true]").count());
        }
    }

    @Test
    void layersAndKindsGoAndStayAwayInTheAddress() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/?kinds=ENERGY&layers=rivers")) {
            assertEquals(0, atlas.page().locator(".corridor.kind-TRANSPORT").count());
            assertTrue(atlas.page().locator(".corridor.kind-ENERGY").count() > 0);
            assertEquals(0, atlas.page().locator(".map .crossing").count());

            atlas.page().getByLabel("Border crossings").check();
            assertTrue(atlas.page().locator(".map .crossing").count() > 0);
            assertTrue(
                    atlas.page().url().contains("layers=rivers%2Ccrossings"),
                    atlas.page().url());
        }
    }

    /** Laos, 2020: 1,497,753,150 exports and 2,064,186,440 imports, as the fifth question has them. */
    @Test
    void aTableLeavesAsCsv() throws IOException {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/partner/LAO")) {
            atlas.page().locator(".curve").waitFor();
            Download download =
                    atlas.page().waitForDownload(() -> button(atlas, "CSV").click());

            assertEquals("lancang-trade-LAO.csv", download.suggestedFilename());
            List<String> lines = Files.readAllLines(download.path());
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("2020,1497753150,2064186440,3561939590,")));
            // No figure is an empty cell, never a zero.
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("2021,,2663941338,,,,,")));
        }
    }

    @Test
    void aPictureLeavesAsSvgAndPng() throws IOException {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/partner/LAO")) {
            atlas.page().locator(".curve").waitFor();
            Download svg =
                    atlas.page().waitForDownload(() -> button(atlas, "SVG").click());
            Download png =
                    atlas.page().waitForDownload(() -> button(atlas, "PNG").click());

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

    /** 2021 and 2022 have no total: two shaded years and the one before the data begin are no zeros. */
    @Test
    void aGapIsShownAsAGap() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/partner/LAO")) {
            atlas.page().locator(".curve").waitFor();

            assertTrue(atlas.page().locator(".curve .gap").count() >= 2);
            String path = String.valueOf(
                    atlas.page().locator(".curve path.flow-total").first().getAttribute("d"));
            assertTrue(path.indexOf('M', 1) > 0, "the line does not break: " + path);
        }
    }

    @Test
    void everyPictureNamesItsSourcesAndCanBeAskedAgain() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/questions")) {
            atlas.page().locator(".questions.done").waitFor();

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

    @Test
    void theMissingLinkIsNamed() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/routes?including=operational")) {
            atlas.awaitText("Johor Bahru–Singapore (Woodlands)");
            atlas.awaitText("22.1 km");
        }
    }

    @Test
    void aClosedLinkLeadsAnotherWayOrNowhere() {
        try (AtlasPage atlas =
                AtlasPage.open(BROWSER, SET, "#/routes?from=kunming&to=vientiane&modes=RAIL&including=operational")) {
            atlas.page().locator(".stops").waitFor();
            atlas.page().locator(".what-if").first().click();

            atlas.awaitText("Closed for this question");
            atlas.awaitText("There is no such route.");
            assertTrue(atlas.page().url().contains("avoid=yuxi"), atlas.page().url());
        }
    }

    @Test
    void aRouteTellsItsHoursAndAClosedLineWhatBecomesOfItsCorridors() {
        try (AtlasPage atlas =
                AtlasPage.open(BROWSER, SET, "#/routes?from=kunming&to=vientiane&modes=RAIL&including=operational")) {
            atlas.page().locator(".travel").waitFor();
            atlas.awaitText("hours");
            atlas.page().locator(".what-if-line").first().click();

            atlas.page().locator(".closure table").waitFor();
            atlas.awaitText("China–Laos Railway");
            assertTrue(atlas.page().url().contains("closing="), atlas.page().url());
            atlas.page().locator(".closure").getByText("open again").click();
            atlas.page()
                    .locator(".closure")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
    }

    @Test
    void chineseReadersGetChineseNames() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/map/clr")) {
            button(atlas, "中文").click();

            atlas.awaitText("中老铁路");
            assertEquals("zh-Hans", atlas.page().evaluate("document.documentElement.lang"));
        }
    }

    @Test
    void anUnknownPartnerIsSaidToHaveNothing() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/partner/ZZZ")) {
            atlas.awaitText("Nothing on record.");
        }
    }

    @Test
    void whatIsLoadedAppearsByItself() throws IOException {
        Steward steward = new Steward(SET);
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/map/kbe")) {
            atlas.page().locator(".live.on").waitFor();
            int before = atlas.page().locator(".segments li").count();

            steward.load("corridor", "segments", "road.csv", ROAD);
            atlas.page()
                    .waitForCondition(() -> atlas.page().locator(".segments li").count() == before + 1);
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
        }
    }

    @Test
    void exportsAreReachedThroughTheGateway() {
        given().get(SET.running().gatewayRoot() + "/exports/corridor/corridors.csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString("clr,"));
        given().get(SET.running().gatewayRoot() + "/exports/trade/trade-flows.csv?partners=LAO&from=2020&to=2020")
                .then()
                .statusCode(200)
                .body(containsString("1497753150"));
    }

    private static Locator button(AtlasPage atlas, String name) {
        return atlas.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
