package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command that is asked for help tells its options, and builds and starts nothing. */
class CommandHelpIT {
    @ParameterizedTest
    @CsvSource({
        "up, --port N",
        "dev, live reload",
        "import, --replace-all",
        "webhook, --secret whsec",
        "compose, --subgraph NAME",
        "gateway, --supergraph FILE",
        "images, --engine NAME",
        "siege, --only NAME",
        "soak, --minutes N"
    })
    void tellsTheOptionsOfACommandAndOfNoOther(String command, String option) throws Exception {
        for (List<String> asked : List.of(List.of("--help"), List.of("--data", "x", "-h"))) {
            String printed = run(command, asked);

            assertTrue(printed.startsWith("  " + command + " "), printed);
            assertTrue(printed.contains(option), printed);
            assertEquals(
                    1,
                    printed.lines().filter(line -> line.matches(" {2}[a-z].*")).count(),
                    printed);
        }
    }

    private static String run(String command, List<String> options) throws IOException, InterruptedException {
        List<String> words = Stream.concat(
                        Stream.of(RunningSet.home().resolve("lancang").toString(), command), options.stream())
                .toList();
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }
}
