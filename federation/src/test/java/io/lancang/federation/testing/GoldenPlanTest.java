package io.lancang.federation.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoldenPlanTest {
    private static final Path SOURCES = Path.of("src", "test", "java");
    private static final Pattern COMPARED_OTHERWISE =
            Pattern.compile("assertEquals\\(\\s*\"{3}\\s+(query|mutation|subscription) plan");

    @Test
    void isTheOneWayToHoldAPlanSoThatAllAreRecordedAnewTogether() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> others = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> COMPARED_OTHERWISE.matcher(read(file)).find())
                    .toList();

            assertEquals(List.of(), others, "compare plans with GoldenPlan.assertPlan");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
