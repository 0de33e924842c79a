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
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People look at the pages of the explorer on the real set, in a real browser. */
class ExplorerIT {
    /** One segment more of a corridor. */
    private static final String ROAD = """
            segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
            test-road,kbe,90,mohan,boten,ROAD,Mohan-Boten road,3,,,OPERATIONAL,2008,,,2.9,S_W_KBE
            """;

    private static final String TOWN = """
            node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
            test-town,Test Town,,LA,Vientiane,city,,,18.1,102.1,GeoNames:1,place,,S_W_KBE
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

    private static final List<String> VIEWS = List.of(
            "#/",
            "#/map/clr",
            "#/partner/LAO",
            "#/partner/ASEAN",
            "#/routes",
            "#/routes?including=operational",
            "#/questions",
            "#/build");

    /** Each of width, colours and language is seen with each of the others. Each window begins at another view. */
    @ParameterizedTest
    @CsvSource({"360, LIGHT, en, 0", "1600, DARK, en, 2", "360, DARK, zh, 4", "1600, LIGHT, zh, 6"})
    void everyViewIsDrawnForEverybody(int width, ColorScheme scheme, String language, int first) {
        List<String> views = new ArrayList<>(VIEWS);
        Collections.rotate(views, -first);
        try (AtlasPage atlas = AtlasPage.open(
                BROWSER, SET, asked(views.getFirst(), "lang=" + language), width, scheme)) {
            for (String view : views) {
                if (!view.equals(views.getFirst())) {
                    atlas.goTo(view);
                }
                atlas.didNotJump(view);
                atlas.keepPicture(String.join(
                        "-",
                        view.replaceAll("[^a-zA-Z]+", "-"),
                        String.valueOf(width),
                        scheme.name().toLowerCase(Locale.ROOT),
                        language));
                atlas.fitsTheWindow();
                atlas.isAccessible(view);
                assertEquals(0, atlas.page().locator(".problem").count(), view);
            }
            atlas.hasNoComplaints();
        }
    }

    private static String asked(String view, String option) {
        return view + (view.contains("?") ? "&" : "?") + option;
    }

    /** The whole schema on one page: each form of it takes as long to check as all others of a view. */
    @ParameterizedTest
    @CsvSource({
        "reference.html, 360, LIGHT",
        "reference.html, 1600, DARK",
        "docs/, 1600, LIGHT",
        "docs/errors.html, 360, DARK",
        "docs/guides/web-client.html, 360, LIGHT"
    })
    void everyPageOfTextIsReadableForEverybody(String page, int width, ColorScheme scheme) {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, page, width, scheme)) {
            atlas.hasNoComplaints();
            atlas.fitsTheWindow();
            atlas.isAccessible(page);
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

    /**
     * China-Laos Railway: (3,497,531,390 + 3,947,489,270 + 3,561,939,590) / 3 = 3.67 bn US$ a year before, of 2022 to 2024 the two that have
     * a total after, 109 % more. All members of ASEAN in 2024 were members in 2023.
     */
    @Test
    void aBlocShowsWhoIsComparedItsMembersAndWhatCameAfterOpenings() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/partner/ASEAN?opening=clr")) {
            Page page = atlas.page();
            assertEquals(
                    "Like for like, members of 2024; the same members in both years",
                    page.locator(".basis").textContent());
            Locator laos = page.locator(".members tr", new Page.LocatorOptions().setHasText("Lao People"));
            assertTrue(laos.textContent().matches(".*since 1997.*\\d.*US\\$ \\d.*"), laos.textContent());
            assertTrue(page.locator(".crossing-list").textContent().contains("Boten"));

            Locator railway = page.locator(".openings li", new Page.LocatorOptions().setHasText("China–Laos Railway"));
            assertTrue(railway.textContent().contains("before US$ 3.67 bn"), railway.textContent());
            assertTrue(railway.textContent().contains("+109 %"), railway.textContent());
            assertEquals("true", railway.getByRole(AriaRole.BUTTON).getAttribute("aria-pressed"));
            // Of Laos alone: no line of ASEAN's trade. Years on both sides are shaded.
            assertEquals(2, page.locator(".curve .around-band").count());
            assertEquals(0, page.locator(".curve .mean").count());

            atlas.goTo("#/partner/LAO?opening=clr");
            assertEquals(2, page.locator(".curve .mean").count());
            page.locator(".openings button[aria-pressed=false]").first().press("Enter");
            assertTrue(page.url().contains("opening="), page.url());
            assertEquals("true", page.evaluate("document.activeElement.getAttribute('aria-pressed')"));
        }
    }

    @Test
    void doubtsStandUnderWhatIsNoFigure() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/build")) {
            for (String view : List.of("#/", "#/routes?including=operational", "#/questions/6")) {
                atlas.goTo(view);
                String under = atlas.page().locator(".provenance").last().textContent();
                assertTrue(under.matches(".*Quality: .{5,}\\."), view + ": " + under);
            }
        }
    }

    @Test
    void eachQuestionHasAnAddress() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/questions/5")) {
            Page page = atlas.page();
            assertTrue(String.valueOf(page.evaluate("document.activeElement.textContent"))
                    .contains("Where does a figure come from"));
            assertTrue((Boolean) page.evaluate(
                    "document.activeElement.getBoundingClientRect().top < innerHeight && scrollY > 0"));

            page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            page.locator(".plate").nth(2).getByText("Link to this view").click();
            page.getByText("Copied").waitFor();
            assertEquals(
                    SET.running().gatewayRoot() + "/explorer/#/questions/3",
                    page.evaluate("navigator.clipboard.readText()"));
        }
    }

    @Test
    void theKeyboardFindsARoute() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/routes?from=kunming&to=vientiane")) {
            Page page = atlas.page();
            page.locator("select[name=optimise]").focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**optimise=TIME**");
            page.locator(".stops").waitFor();
            page.locator(".what-if-line").first().press("Enter");
            page.locator(".closure table").waitFor();
        }
    }

    @Test
    void whatIsEmptySaysSo() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/?kinds=none")) {
            assertEquals("Nothing on record.", atlas.page().locator(".side .empty").textContent());
            atlas.goTo("#/partner/ZZZ");
            atlas.awaitText("ZZZ: Nothing on record.");
            atlas.goTo("#/routes?from=kunming&to=colombo&modes=WATERWAY&including=operational");
            atlas.awaitText("There is no such route.");
            atlas.awaitText("No link between the two is on record");
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
            // Titles of sources are in English: whoever listens to the page hears them so.
            assertEquals(
                    "en", atlas.page().locator(".details dd span").last().getAttribute("lang"));
        }
    }

    /** Drawn anew: what a reader has open and has the focus on stays, and lists that were kept know the new place. */
    @Test
    void whatIsLoadedAppearsByItself() throws IOException {
        Steward steward = new Steward(SET);
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/routes")) {
            Page page = atlas.page();
            assertEquals(0, page.locator("select[name=to] option[value=test-town]").count());
            atlas.goTo("#/map/kbe");
            page.locator(".live.on").waitFor();
            int before = page.locator(".segments li").count();
            page.locator("summary", new Page.LocatorOptions().setHasText("Sources")).click();
            page.getByText("Clear the selection").focus();

            steward.load("corridor", "locations", "town.csv", TOWN);
            steward.load("corridor", "segments", "road.csv", ROAD);
            page.waitForCondition(() -> page.locator(".segments li").count() == before + 1);
            page.locator(".notice.shown").waitFor();

            assertEquals("Clear the selection", page.evaluate("document.activeElement.textContent"));
            assertTrue(page.locator(".unfolded .sources").isVisible());
            atlas.goTo("#/routes");
            assertEquals(1, page.locator("select[name=to] option[value=test-town]").count());
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
            atlas.page().locator("#Partner\\\\.name").waitFor();
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
        given().get(SET.running().gatewayRoot() + "/health").then().statusCode(200).body("status", is("UP"));
    }

    private static Locator button(AtlasPage atlas, String name) {
        return atlas.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
