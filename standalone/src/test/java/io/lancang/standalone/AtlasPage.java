package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** A page of the explorer in a window of its own; notes whatever the browser complains of. Used by one thread. */
final class AtlasPage implements AutoCloseable {
    private static final String DRAWN = "main[data-drawn], .reference.done, main .graphiql-container, .prose h1";
    private static final String AXE = resource("/axe.min.js");

    private final BrowserContext window;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private AtlasPage(BrowserContext window) {
        this.window = window;
        this.page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.addInitScript("""
                window.shifts = 0;
                new PerformanceObserver((list) => {
                  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
                }).observe({ type: "layout-shift", buffered: true });""");
    }

    /** Opens an address below the folder of the pages, and waits until it is drawn. */
    static AtlasPage open(InstalledBrowser browser, RunningSet set, String address) {
        return open(browser, set, address, 1600, ColorScheme.LIGHT);
    }

    static AtlasPage open(InstalledBrowser browser, RunningSet set, String address, int width, ColorScheme scheme) {
        AtlasPage opened = new AtlasPage(browser.window(width, scheme));
        opened.page.navigate(set.running().gatewayRoot() + "/explorer/" + address);
        opened.page.waitForSelector(DRAWN);
        return opened;
    }

    /** Goes to another view as a link does, with the script that is there already, and waits until all of it is drawn. */
    void goTo(String view) {
        page.evaluate("view => { window.shifts = 0; location.hash = view; }", view);
        awaitDrawn(view);
    }

    /** Waits until all of a view is drawn, where something else than this test leads there. */
    void awaitDrawn(String view) {
        page.waitForSelector("main[data-drawn='" + view + "']");
    }

    Page page() {
        return page;
    }

    /** Waits until an element with this text is there. */
    void awaitText(String text) {
        page.getByText(text).locator("visible=true").first().waitFor();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void hasNoComplaints() {
        assertEquals(List.of(), complaints);
    }

    void fitsTheWindow() {
        assertEquals(
                page.evaluate("innerWidth"),
                page.evaluate("Math.max(innerWidth, document.documentElement.scrollWidth)"),
                "the page is wider than its window");
    }

    /** Checks the rules of WCAG 2.2 A and AA that a program can check. */
    void isAccessible(String what) {
        if ((Boolean) page.evaluate("window.axe === undefined")) {
            page.evaluate(AXE);
        }
        Object violations = page.evaluate("""
                async () => {
                  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
                  const { violations } = await axe.run(document, { runOnly: tags });
                  return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join(" | ")}`);
                }""");
        assertEquals(List.of(), violations, what);
    }

    /** Layout shift as the browser counts it; above 0.1 readers notice, by the Web Vitals. */
    void didNotJump(String what) {
        double shifts = ((Number) page.evaluate("window.shifts")).doubleValue();
        assertTrue(shifts < 0.05, what + " jumped by " + shifts);
    }

    /** For whoever reviews what the pages look like. */
    void keepPicture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** The window, of this height, as a WebP picture: the browser itself knows how to write one. */
    byte[] webp(int height) {
        page.setViewportSize(page.viewportSize().width, height);
        String png = Base64.getEncoder().encodeToString(page.screenshot());
        try (Page canvas = window.newPage()) {
            String webp = (String) canvas.evaluate("""
                    async (png) => {
                      const image = new Image();
                      image.src = `data:image/png;base64,${png}`;
                      await image.decode();
                      const canvas = new OffscreenCanvas(image.width, image.height);
                      canvas.getContext("2d").drawImage(image, 0, 0);
                      const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.7 });
                      const bytes = new Uint8Array(await blob.arrayBuffer());
                      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
                    }""", png);
            return Base64.getDecoder().decode(webp);
        }
    }

    @Override
    public void close() {
        window.close();
    }

    private static String resource(String name) {
        try (InputStream stream = AtlasPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
