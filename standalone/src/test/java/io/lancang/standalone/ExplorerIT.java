package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People look at the views of the explorer on the real set, in a real browser. */
class ExplorerIT {
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
        try (AtlasPage atlas =
                AtlasPage.open(BROWSER, SET, asked(views.getFirst(), "lang=" + language), width, scheme)) {
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

    /** Of the reference a part, which has every kind of element: to check the whole schema takes half a minute. */
    @ParameterizedTest
    @CsvSource({
        "reference.html?q=bottleneck, 360, LIGHT",
        "reference.html?q=optimise, 1600, DARK",
        "api.html?q=sdmx, 360, DARK",
        "api.html?q=job, 1600, LIGHT",
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

    /** Sources give two lengths of Kunming-Dali; nothing is doubted of the causeway to Singapore. */
    @Test
    void doubtsStandUnderWhatIsNoFigure() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/build")) {
            for (String[] expected : new String[][] {
                {"#/", "pieces do not join"},
                {"#/routes?from=kunming&to=dali&modes=RAIL&including=operational", "Quality: sources disagree."},
                {"#/questions/6", "Quality: no doubt on record."}
            }) {
                atlas.goTo(expected[0]);
                String under = atlas.page().locator(".provenance").last().textContent();
                assertTrue(under.contains(expected[1]), under);
            }
        }
    }

    @Test
    void eachQuestionHasAnAddress() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/questions/5")) {
            Page page = atlas.page();
            assertTrue(String.valueOf(page.evaluate("document.activeElement.textContent"))
                    .contains("Where does a figure come from"));
            assertTrue((Boolean)
                    page.evaluate("document.activeElement.getBoundingClientRect().top < innerHeight && scrollY > 0"));

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
            assertEquals(
                    "Nothing on record.", atlas.page().locator(".side .empty").textContent());
            atlas.goTo("#/partner/ZZZ");
            atlas.awaitText("ZZZ: Nothing on record.");
            atlas.goTo("#/routes?from=kunming&to=colombo&modes=WATERWAY&including=operational");
            atlas.awaitText("There is no such route.");
            atlas.awaitText("No link between the two is on record");
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
            atlas.button("中文").click();

            atlas.awaitText("中老铁路");
            assertEquals("zh-Hans", atlas.page().evaluate("document.documentElement.lang"));
            // Titles of sources are in English: whoever listens to the page hears them so.
            assertEquals("en", atlas.page().locator(".details dd span").last().getAttribute("lang"));
        }
    }
}
