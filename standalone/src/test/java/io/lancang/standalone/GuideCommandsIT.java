package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever copies a curl command from the README, a guide or another document gets what it promises. */
class GuideCommandsIT {
    private static final Pattern BLOCK = Pattern.compile("(?m)^```\\w*\\n(?<text>.*?)^```$", Pattern.DOTALL);
    /** With the lines that it goes on over. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^curl (?:.*\\\\\\n)*.*$");

    private static final String ADDRESS = "http://127.0.0.1:8080";
    /** A stream goes on until curl's own time is up. */
    private static final int TIME_IS_UP = 28;

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @TempDir
    Path folder;

    static List<String> commands() throws IOException {
        // What changes data is run by the tests of imports, and what needs a cluster by none.
        List<Path> guides = new ArrayList<>(Stream.of(
                        "README.md",
                        "trade-service/EXPORT.md",
                        "k8s/README.md",
                        "docs/standards-sdmx.md",
                        "docs/http-api.md")
                .map(RunningSet.home()::resolve)
                .toList());
        try (Stream<Path> files = Files.list(RunningSet.home().resolve("docs/guides"))) {
            // The commands of one go on from each other: PartnerGuideIT runs them.
            files.filter(file -> !file.endsWith("zero-to-partner.md")).sorted().forEach(guides::add);
        }
        List<String> commands = new ArrayList<>();
        for (Path guide : guides) {
            BLOCK.matcher(Files.readString(guide))
                    .results()
                    .map(block -> block.group("text"))
                    .flatMap(text -> COMMAND.matcher(text).results())
                    .map(MatchResult::group)
                    .forEach(commands::add);
        }
        return commands;
    }

    @Test
    void findsTheCommandsOfTheGuides() throws IOException {
        assertEquals(20, commands().size(), commands().toString());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void getsAnAnswerWithoutErrors(String command) throws IOException, InterruptedException {
        boolean isStream = command.contains("curl -N");
        String here = command.replace(ADDRESS, SET.running().gatewayRoot())
                .replaceFirst("^curl ", isStream ? "curl --max-time 2 " : "curl --fail-with-body ");
        assertFalse(here.contains(ADDRESS));

        String trade =
                URI.create(SET.running().serviceUrl("trade")).resolve("/").toString();
        ShellCommand ran = ShellCommand.run(here, folder, Map.of("TRADE", trade.replaceAll("/$", "")));

        assertEquals(isStream ? TIME_IS_UP : 0, ran.status(), ran.complaint());
        String all = written();
        assertTrue(isStream || !all.isBlank(), "nothing was answered");
        assertFalse(all.contains("\"errors\""), all);
    }

    /** What the command printed, or put into a file. */
    private String written() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                // Some are no text.
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
