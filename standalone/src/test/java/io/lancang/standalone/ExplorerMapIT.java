package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The map of the explorer: its years, its layers, the keyboard, and what a first visit loads. */
class ExplorerMapIT {
    /** Bytes, compressed, that may be needed before the first picture. */
    private static final int MOST_SCRIPT = 60 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final InstalledBrowser BROWSER = new InstalledBrowser();

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

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

    /** Of the China-Myanmar railway, Baoshan to Ruili is under construction and announced for 2028. */
    @Test
    void aYearToComeShowsWhatIsAnnouncedToBeOpenByThen() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/map/cm-rail?year=2030")) {
            Page page = atlas.page();
            Locator announced = page.locator(".corridor.chosen .status-PLANNED_OPEN");
            assertEquals(1, announced.count());
            Locator legend =
                    page.locator(".legend li", new Page.LocatorOptions().setHas(page.locator(".status-PLANNED_OPEN")));
            assertEquals("Announced to be open by this year", legend.textContent());

            Locator slider = page.locator("#year");
            slider.focus();
            for (int year = 2030; year > 2027; year--) {
                slider.press("ArrowLeft");
            }

            assertEquals("2027, planned", page.locator(".year-out").textContent());
            assertEquals(0, announced.count());
            atlas.button("中文").click();
            atlas.awaitText("按已公布的计划，当年已开通");
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

    /**
     * The first visit of a reader whose browser has kept nothing. How long it took depends on the machine: the browser's figures, in bytes and
     * milliseconds, are left beside the pictures.
     */
    @Test
    void aFirstVisitLoadsLittleAndNothingFromElsewhere() throws IOException {
        try (BrowserContext window = BROWSER.window(1600, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.addInitScript("""
                    new MutationObserver((changes, observer) => {
                      if (!document.querySelector("main[data-drawn]")) return;
                      performance.mark("drawn");
                      observer.disconnect();
                    }).observe(document, { subtree: true, childList: true, attributes: true });""");
            page.navigate(SET.running().gatewayRoot() + "/explorer/");
            Object figures = page.evaluate("""
                    async () => {
                      const start = (type, name) => new Promise((resolve) =>
                        new PerformanceObserver((list) => list.getEntriesByName(name).forEach(({ startTime }) => resolve(Math.round(startTime))))
                          .observe({ type, buffered: true }));
                      const firstPaint = await start("paint", "first-contentful-paint");
                      const drawn = await start("mark", "drawn");
                      const resources = performance.getEntriesByType("resource");
                      const scripts = resources.filter(({ name }) => name.endsWith(".js"));
                      const bytes = (entries) => entries.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
                      return {
                        requests: 1 + resources.length,
                        bytes: bytes([performance.getEntriesByType("navigation")[0], ...resources]),
                        scripts: scripts.length,
                        scriptBytes: bytes(scripts),
                        elsewhere: resources.filter(({ name }) => !name.startsWith(location.origin)).length,
                        firstPaint,
                        drawn,
                      };
                    }""");
            Files.writeString(
                    Files.createDirectories(Path.of("target", "screenshots")).resolve("first-visit.json"),
                    JSON.writeValueAsString(figures));

            JsonNode counted = JSON.valueToTree(figures);
            assertEquals(0, counted.get("elsewhere").asInt());
            assertTrue(counted.get("scripts").asInt() > 8, counted::toString);
            assertTrue(counted.get("scriptBytes").asInt() <= MOST_SCRIPT, counted::toString);
        }
    }
}
