package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium of this machine, driven by Playwright in the Node.js of this machine. Where either is missing, the tests are skipped with
 * a message, except in continuous integration, where that is a failure.
 */
final class InstalledBrowser implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    /** For one test of a class whose others need no browser. */
    static InstalledBrowser started() {
        InstalledBrowser started = new InstalledBrowser();
        started.start();
        return started;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    private void start() {
        Optional<Path> node = found(List.of("node"));
        Optional<Path> chromium = found(BROWSERS);
        boolean complete = node.isPresent() && chromium.isPresent();
        if (System.getenv("CI") != null) {
            assertTrue(complete, "the pages are tested with chromium and node: install both");
        }
        Assumptions.assumeTrue(complete, "the pages are tested with chromium and node, which are not installed");
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.orElseThrow().toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        // Tests run as root or in containers, where its sandbox cannot be made.
                        .setArgs(List.of("--no-sandbox")));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** A window of its own, with nothing kept from others. */
    BrowserContext window(int width, ColorScheme scheme) {
        if (browser == null) {
            throw new IllegalStateException("the browser runs only inside the tests of a class");
        }
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 1000)
                .setColorScheme(scheme)
                .setLocale("en-GB")
                .setAcceptDownloads(true));
    }

    /** The first of these programs that is on the path. */
    static Optional<Path> found(List<String> names) {
        return Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
