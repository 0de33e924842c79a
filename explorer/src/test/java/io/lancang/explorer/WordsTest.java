package io.lancang.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages speak English and Chinese, of values of the graph too: a value without words would stand there as it is. */
class WordsTest {
    private static final Path WEB = Path.of("src/main/web");

    /** A key and its two texts, on a line of their own or several to a line. */
    private static final Pattern PAIR =
            Pattern.compile("(?<key>\\w+): \\[\\s*\"(?<en>[^\"]+)\",\\s*\"(?<zh>[^\"]+)\",?\\s*\\]");

    private static final Pattern USED = Pattern.compile("\\bt\\(\"(\\w+)\"\\)");

    /** Enums whose values the pages show. */
    private static final List<String> SHOWN =
            List.of("CorridorKind", "Status", "Mode", "Quality", "GapReason", "FindingKind", "Composition", "GapKind");

    @SuppressWarnings("NullAway.Init") // read once
    private static String words;

    @BeforeAll
    static void readWords() throws IOException {
        words = Files.readString(WEB.resolve("lib/words.js"));
    }

    @Test
    void haveAWordForEveryValueThatIsShown() throws IOException {
        String supergraph = Files.readString(Path.of("../standalone/supergraph.graphql"));
        Set<String> without = new TreeSet<>();
        for (String name : SHOWN) {
            String body = supergraph
                    .replaceAll("(?s)\"\"\".*?\"\"\"", "")
                    .replaceFirst("(?s).*?\\nenum " + name + "\\b[^{]*\\{(.*?)\\n}.*", "$1");
            List<String> values = Pattern.compile("(?m)^\\s+([A-Z][A-Z_]+)")
                    .matcher(body)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertFalse(values.isEmpty(), name);
            without.addAll(values);
        }
        without.removeAll(keys());
        assertEquals(Set.of(), without);
    }

    @Test
    void haveAPhraseForEveryKeyThatAPageUses() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(WEB)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                USED.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(used::add);
            }
        }
        assertTrue(used.size() > 50, used.toString());
        used.removeAll(keys());
        assertEquals(Set.of(), used);
    }

    @Test
    void areChineseOnTheChineseSide() {
        // Names of tools stay, and so do those of the atlas and of what it links to.
        assertEquals(
                List.of("otherLanguage"),
                PAIR.matcher(words)
                        .results()
                        .filter(pair -> !pair.group("zh").matches("(?s).*\\p{IsHan}.*"))
                        .map(pair -> pair.group("key"))
                        .toList());
    }

    private static Set<String> keys() {
        return PAIR.matcher(words)
                .results()
                .map((MatchResult pair) -> pair.group("key"))
                .collect(Collectors.toSet());
    }
}
