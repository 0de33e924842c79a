package io.lancang.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PagesTest {
    /** Kilobytes of script, compressed, that a reader waits for at most before the first picture. */
    private static final int FIRST_SCRIPTS = 60 * 1024;

    private static final Pattern STATIC_IMPORT = Pattern.compile("(?:from|import) \"(\\.{1,2}/[^\"]+\\.js)\"");
    private static final Pattern SCRIPT = Pattern.compile("src=\"\\./([^\"]+\\.js)\"");

    /** What a page loads by itself; a link is followed by its reader. */
    private static final Pattern LOADED_FROM_ELSEWHERE =
            Pattern.compile("(?:src|srcset)=\"[^\"]*://|<link[^>]+://|url\\([^)]*://|@import");

    private final Map<String, PageFile> pages = Pages.list();

    @Test
    void hasThePagesUnderTheNamesThatLinksKnow() {
        for (String page : Set.of(
                "index.html", "graphiql.html", "reference.html", "api.html", "docs/index.html", "docs/caching.html")) {
            PageFile file = Objects.requireNonNull(pages.get(page), page);
            assertFalse(file.immutable(), page);
            assertEquals("text/html; charset=utf-8", file.contentType());
        }
    }

    @Test
    void letsAllOtherFilesBeKeptForever() {
        assertTrue(pages.values().stream()
                .filter(file -> !file.path().endsWith(".html"))
                .allMatch(PageFile::immutable));
    }

    @Test
    void decompressesToTheLengthThatTheCatalogueSays() throws IOException {
        for (PageFile file : pages.values()) {
            assertEquals(file.length(), content(file).length, file.path());
        }
    }

    @Test
    void needsLittleScriptForTheMap() throws IOException {
        Set<String> scripts = new HashSet<>();
        Matcher matcher = SCRIPT.matcher(text("index.html"));
        while (matcher.find()) {
            follow(matcher.group(1), scripts);
        }
        for (String path : pages.keySet()) {
            if (path.startsWith("view/map.")) {
                follow(path, scripts);
            }
        }
        int bytes = scripts.stream().mapToInt(path -> gzip(path).length).sum();

        assertTrue(scripts.size() > 8, () -> "only these were found: " + scripts);
        assertTrue(bytes < FIRST_SCRIPTS, bytes + " bytes of script");
    }

    @Test
    void asksNobodyElseForAnything() throws IOException {
        for (PageFile file : pages.values()) {
            boolean ours = !file.path().startsWith("graphiql/");
            if (file.path().endsWith(".html") || (ours && file.path().endsWith(".css"))) {
                assertFalse(
                        LOADED_FROM_ELSEWHERE
                                .matcher(new String(content(file), UTF_8))
                                .find(),
                        file.path());
            }
        }
    }

    private void follow(String path, Set<String> found) throws IOException {
        if (!found.add(path)) {
            return;
        }
        Matcher matcher = STATIC_IMPORT.matcher(text(path));
        while (matcher.find()) {
            follow(URI.create(path).resolve(matcher.group(1)).toString(), found);
        }
    }

    private String text(String path) throws IOException {
        return new String(content(Objects.requireNonNull(pages.get(path), path)), UTF_8);
    }

    private byte[] gzip(String path) {
        return Objects.requireNonNull(pages.get(path), path).gzip();
    }

    private static byte[] content(PageFile file) throws IOException {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(file.gzip()))) {
            return stream.readAllBytes();
        }
    }
}
