package io.lancang.explorer.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Names below are the first 12 digits of {@code printf TEXT | sha256sum}. */
class AssemblyTest {
    @Test
    void putsTheHashOfTheContentIntoTheName() {
        // printf a | sha256sum: ca978112ca1b...
        assertEquals(List.of("words.ca978112ca1b.js"), paths(Map.of("words.js", "a")));
    }

    @Test
    void keepsTheNamesOfPages() {
        assertEquals(List.of("index.html"), paths(Map.of("index.html", "a")));
    }

    @Test
    void refersToFilesByTheirNewNames() {
        Map<String, String> files = assembled(Map.of(
                "index.html", "<script src=\"./view/map.js\"></script>",
                "view/map.js", "import \"../words.js\";",
                "words.js", "a"));

        String map = files.keySet().stream()
                .filter(path -> path.startsWith("view/"))
                .findFirst()
                .orElseThrow();
        assertEquals("import \"../words.ca978112ca1b.js\";", files.get(map));
        assertEquals("<script src=\"./" + map + "\"></script>", files.get("index.html"));
    }

    @Test
    void renamesWhateverRefersToWhatChanged() {
        String before = paths(Map.of("app.js", "import \"./words.js\";", "words.js", "a"))
                .getFirst();
        String after = paths(Map.of("app.js", "import \"./words.js\";", "words.js", "b"))
                .getFirst();

        assertTrue(before.startsWith("app."));
        assertNotEquals(before, after);
    }

    @Test
    void leavesAloneWhatLeadsOutOfThePages() {
        assertEquals(
                "fetch(\"../schema.graphql\")",
                assembled(Map.of("index.html", "fetch(\"../schema.graphql\")")).get("index.html"));
    }

    @Test
    void namesAFileThatIsNotThere() {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class, () -> paths(Map.of("app.js", "import \"./lib/wrods.js\";")));

        assertEquals("app.js refers to ./lib/wrods.js, and there is no file lib/wrods.js", failure.getMessage());
    }

    @Test
    void refusesACircle() {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class,
                () -> paths(Map.of("a.js", "import \"./b.js\";", "b.js", "import \"./a.js\";")));

        assertEquals(
                "Files refer to each other in a circle, so none can be named first: a.js <- b.js <- a.js",
                failure.getMessage());
    }

    @Test
    void refusesAFileWhoseTypeNobodyKnows() {
        assertThrows(IllegalArgumentException.class, () -> MediaTypes.of("movie.avi"));
    }

    private static List<String> paths(Map<String, String> sources) {
        return assemble(sources).stream().map(AssembledFile::path).toList();
    }

    private static Map<String, String> assembled(Map<String, String> sources) {
        return assemble(sources).stream()
                .collect(toMap(AssembledFile::path, file -> new String(file.content(), UTF_8)));
    }

    private static List<AssembledFile> assemble(Map<String, String> sources) {
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        sources.forEach((path, text) -> bytes.put(path, text.getBytes(UTF_8)));
        return Assembly.of(bytes);
    }
}
