package io.lancang.standalone.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/errors.md to the codes that the sources have. */
class ErrorReferenceTest {
    private static final Path HOME = Path.of("..");

    /** A constant of an enum, alone on its line. */
    private static final Pattern CONSTANT = Pattern.compile("(?m)^    ([A-Z_]+)[,;]?$");
    /** A refusal of the gateway: its status, and its code as a text or by the name of a constant. */
    private static final Pattern REFUSAL =
            Pattern.compile("new Refusal\\(\\s*\\d{3},\\s*(?:\"|ErrorCode\\.|[A-Z]\\w*\\.)?([A-Z_]+)\\b");

    private static final Pattern WARNING = Pattern.compile("String CODE = \"([A-Z_]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");

    @Test
    void hasEveryCodeOfTheSourcesAndNoOther() throws IOException {
        NavigableSet<String> codes = new TreeSet<>();
        addTo(codes, CONSTANT, HOME.resolve("federation/src/main/java/io/lancang/federation/error/ErrorCode.java"));
        addTo(codes, CONSTANT, HOME.resolve("subgraph-kit/src/main/java/io/lancang/kit/error/ErrorCode.java"));
        addTo(
                codes,
                CONSTANT,
                HOME.resolve("integration-service/src/main/java/io/lancang/integration/gateway/KeyFault.java"));
        addTo(
                codes,
                WARNING,
                HOME.resolve("federation/src/main/java/io/lancang/federation/execute/run/StaleAnswers.java"));
        for (Path source : sources(HOME.resolve("gateway/src/main/java"))) {
            addTo(codes, REFUSAL, source);
        }
        NavigableSet<String> documented = new TreeSet<>();
        addTo(documented, ROW, HOME.resolve("docs/errors.md"));

        assertEquals(codes, documented);
    }

    @Test
    void findsRefusalsByTextByEnumAndByConstant() {
        List<String> found = Stream.of(
                        "new Refusal(\n  404,\n \"NOT_FOUND\",",
                        "new Refusal(503, ErrorCode.TIMEOUT.name(),",
                        "new Refusal(400, BAD_REQUEST, message")
                .flatMap(text -> REFUSAL.matcher(text).results().map(match -> match.group(1)))
                .toList();

        assertEquals(List.of("NOT_FOUND", "TIMEOUT", "BAD_REQUEST"), found);
    }

    private static void addTo(NavigableSet<String> codes, Pattern pattern, Path file) throws IOException {
        pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(codes::add);
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
