package io.lancang.explorer.assembly.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository of a few files; the frame shows what it is given with bars between. */
class DocumentationTest {
    private static final String FRAME = "{title}|{root}|{contents}|{body}";

    @TempDir
    Path repository;

    @BeforeEach
    void writeTwoPages() throws IOException {
        write("docs/README.md", "# Start\n\n## Guides\n\n- [Rails & roads](guides/rails.md)\n");
        write("docs/guides/rails.md", "# Rails\n\n## Gauge\n\nText.\n");
    }

    @Test
    void makesAPageOfEachFileThatTheIndexLeadsTo() throws IOException {
        assertEquals(Set.of("docs/index.html", "docs/guides/rails.html"), render().keySet());
    }

    @Test
    void rendersTitleWayBackAndText() throws IOException {
        String page = page("docs/guides/rails.html");

        assertTrue(page.startsWith("Rails|../../|"), page);
        assertTrue(page.endsWith("|<h1 id=\"rails\">Rails</h1>\n<h2 id=\"gauge\">Gauge</h2>\n<p>Text.</p>\n"), page);
    }

    @Test
    void listsChaptersOfTheIndexWithThePageAndItsSections() throws IOException {
        assertTrue(page("docs/index.html").contains("""
                <h2>Guides</h2>
                <ul>
                <li><a href="../docs/guides/rails.html">Rails &amp; roads</a></li>
                </ul>
                """));
        assertTrue(page("docs/guides/rails.html").contains("""
                <li><a href="#" aria-current="page">Rails &amp; roads</a><ul>
                <li><a href="#gauge">Gauge</a></li>
                </ul></li>
                """));
    }

    @Test
    void leadsToPagesOutsideOfTheFolderAndToTheirHeadings() throws IOException {
        write("trade/DATA.md", "# Data\n\n## Rules of `serving`\n");
        write("docs/guides/rails.md", "# Rails\n\n[rules](../../trade/DATA.md#rules-of-serving) [up](../README.md)\n");

        assertTrue(page("docs/guides/rails.html")
                .contains("<a href=\"../../docs/trade/data.html#rules-of-serving\">rules</a>"
                        + " <a href=\"../../docs/index.html\">up</a>"));
    }

    @Test
    void bringsPictures() throws IOException {
        write("docs/pictures/map.webp", "picture");
        write("docs/guides/rails.md", "# Rails\n\n![A map](../pictures/map.webp)\n");

        assertEquals("picture", page("docs/pictures/map.webp"));
        assertTrue(
                page("docs/guides/rails.html").contains("<img src=\"../../docs/pictures/map.webp\" alt=\"A map\" />"));
    }

    @Test
    void keepsTheWordsOfALinkToSourceCode() throws IOException {
        write("src/Main.java", "");
        write("docs/guides/rails.md", "# Rails\n\nSee [the `Main` class](../../src/Main.java).\n");

        assertTrue(page("docs/guides/rails.html").contains("<p>See the <code>Main</code> class.</p>"));
    }

    @Test
    void escapesMarkup() throws IOException {
        write("docs/guides/rails.md", "# Rails < roads\n\n<script>alert(1)</script>\n");

        String page = page("docs/guides/rails.html");
        assertTrue(page.startsWith("Rails &lt; roads|"), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
    }

    @Test
    void refusesALinkToAFileThatIsNotThere() throws IOException {
        write("docs/guides/rails.md", "# Rails\n\n[roads](roads.md)\n");

        assertEquals("docs/guides/rails.md links to roads.md, and there is no such file.", refusal());
    }

    @Test
    void refusesALinkToAHeadingThatIsNotThere() throws IOException {
        write("docs/guides/rails.md", "# Rails\n\n[length](../README.md#length)\n");

        assertEquals(
                "docs/guides/rails.md links to ../README.md#length, and docs/README.md has no such heading."
                        + " It has: start, guides",
                refusal());
    }

    @Test
    void refusesALinkOutOfTheRepository() throws IOException {
        Path inner = Files.createDirectories(repository.resolve("inner/docs"));
        Files.writeString(repository.resolve("secret.md"), "# Secret\n");
        Files.writeString(inner.resolve("README.md"), "# Start\n\n[out](../../secret.md)\n");

        BrokenLinkException thrown =
                assertThrows(BrokenLinkException.class, () -> Documentation.render(repository.resolve("inner"), FRAME));
        assertEquals("docs/README.md links to ../../secret.md, and there is no such file.", thrown.getMessage());
    }

    @Test
    void refusesAPageThatNothingLeadsTo() throws IOException {
        write("docs/guides/lost.md", "# Lost\n");

        assertTrue(refusal().startsWith("No page leads to docs/guides/lost.md."), refusal());
    }

    @Test
    void refusesAPageWithoutATitle() throws IOException {
        write("docs/guides/rails.md", "Only text.\n");

        assertTrue(refusal().startsWith("docs/guides/rails.md has no heading"), refusal());
    }

    private Map<String, byte[]> render() throws IOException {
        return Documentation.render(repository, FRAME);
    }

    private String page(String path) throws IOException {
        return new String(Objects.requireNonNull(render().get(path), path), UTF_8);
    }

    private String refusal() {
        return Objects.requireNonNull(
                assertThrows(BrokenLinkException.class, this::render).getMessage());
    }

    private void write(String path, String content) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
