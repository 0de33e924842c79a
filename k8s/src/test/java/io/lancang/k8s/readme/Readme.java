package io.lancang.k8s.readme;

import io.lancang.k8s.manifest.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** README.md of the manifests. */
public final class Readme {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ALERT = Pattern.compile("^\\| (Lancang\\w+) \\|", Pattern.MULTILINE);
    private static final Pattern REASON = Pattern.compile("\\| [0-9.]+ \\| `([\\w./-]+)` of an? `(\\w+)` \\|");
    private static final Pattern REFERENCE = Pattern.compile("\\?ref=([\\w.]+)");
    private static final Pattern CONTINUED = Pattern.compile("\\\\\\n\\s*");
    private static final Pattern REMARK = Pattern.compile("\\s+#.*");

    private final String text;

    /** As it is in the repository. */
    public Readme() {
        try {
            text = Files.readString(Home.manifests().resolve("README.md"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All that is to be typed, a command that goes on in the next line being one. */
    public Stream<String> commands() {
        return blocks("")
                .flatMap(block -> CONTINUED.matcher(block).replaceAll("").lines())
                .map(line -> REMARK.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty());
    }

    /** The alerts that it tells what to do about. */
    List<String> alerts() {
        return ALERT.matcher(text)
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
    }

    /** What asks for least versions: a field or version of an API, and its kind. */
    List<MatchResult> reasons() {
        return REASON.matcher(text).results().toList();
    }

    /** The references of git by which it takes our folders. */
    List<String> references() {
        return REFERENCE.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** The one piece of YAML that has a text. */
    String yaml(String text) {
        List<String> found =
                blocks("yaml").filter(block -> block.contains(text)).toList();
        if (found.size() != 1) {
            throw new AssertionError("Pieces of YAML with " + text + ": " + found.size());
        }
        return found.getFirst();
    }

    private Stream<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(match -> match.group(1).equals(language))
                .map((MatchResult match) -> match.group(2));
    }
}
