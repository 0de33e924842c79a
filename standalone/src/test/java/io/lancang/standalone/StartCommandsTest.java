package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However an application is started, running out of memory ends its process: nothing goes on that missed an allocation. */
class StartCommandsTest {
    private static final String FLAG = "-XX:+ExitOnOutOfMemoryError";
    private static final Path HOME = Path.of("..");
    /** A command of a shell, with the lines that it goes on in. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^ *exec (?:.*\\\\\\n)*.*$");

    @Test
    void endsAnApplicationOfTheSet() {
        Application trade = Application.service("trade", 1, 2, 3, "secret");

        assertTrue(trade.command(Path.of("java"), HOME, HOME).contains(FLAG));
        assertTrue(new Application("any", "any", 1, 2, 64, Map.of())
                .command(Path.of("java"), HOME, HOME)
                .contains(FLAG));
    }

    @Test
    void givesMemoryBackThatOnlyTheStartNeeds() {
        Application trade = Application.service("trade", 1, 2, 3, "secret");

        assertTrue(trade.command(Path.of("java"), HOME, HOME).contains("-XX:TrimNativeHeapInterval=5000"));
        assertEquals("1", trade.fullEnvironment().get("MALLOC_ARENA_MAX"));
    }

    @Test
    void endsTheGatewayThatRunsAlone() throws IOException {
        List<String> starts = COMMAND.matcher(Files.readString(HOME.resolve("lancang")))
                .results()
                .map(match -> match.group())
                .filter(command -> command.contains("-jar "))
                .toList();

        assertFalse(starts.isEmpty());
        starts.forEach(start -> assertTrue(start.contains(FLAG), start));
    }

    @Test
    void endsAnApplicationInAContainer() throws IOException {
        assertTrue(Files.readString(HOME.resolve("k8s/images/build")).contains(FLAG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "trade-service", "corridor-service", "integration-service"})
    void givesANativeExecutableTheHeapOfTheSameApplicationInJava(String application) throws Exception {
        Properties properties = new Properties();
        try (Reader file =
                Files.newBufferedReader(HOME.resolve(application + "/src/main/resources/application.properties"))) {
            properties.load(file);
        }

        assertEquals(
                "-R:MaximumHeapSizePercent=" + shareOfTheHeap(application) + ",-R:+ExitOnOutOfMemoryError",
                properties.getProperty("quarkus.native.additional-build-args"));
    }

    /** What the script that builds images writes for Java: its function is run as it stands. */
    private static String shareOfTheHeap(String application) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source <(sed -n '/^java_options()/,/^}/p' k8s/images/build) && java_options " + application)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .start();
        String written = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor(), written);
        Matcher share = Pattern.compile("(?m)^-XX:MaxRAMPercentage=(\\d+)$").matcher(written);
        assertTrue(share.find(), written);
        return share.group(1);
    }
}
