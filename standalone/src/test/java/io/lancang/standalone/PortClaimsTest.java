package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortClaimsTest {
    private static final int PORT = 20_001;

    @TempDir
    private Path folder;

    @Test
    void givesAPortOnce() {
        assertTrue(new PortClaims(folder).claim(PORT));
        assertFalse(new PortClaims(folder).claim(PORT));
        assertTrue(new PortClaims(folder).claim(PORT + 1));
    }

    /** However the other ends: it is killed here. */
    @Test
    void givesNoPortOfAnotherProcessUntilThatEnds() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Claimant.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertTrue(other.inputReader().readLine() != null, "it has claimed the port");

            assertFalse(new PortClaims(folder).claim(PORT));
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertTrue(new PortClaims(folder).claim(PORT));
    }

    @Test
    void givesAnyPortWhereNothingCanBeWrittenDown() throws IOException {
        File noFolder = Files.createFile(folder.resolve("file")).toFile();

        assertTrue(new PortClaims(noFolder.toPath()).claim(PORT));
    }

    /** Another process, which claims a port, says so and waits to be killed. */
    static final class Claimant {
        private Claimant() {}

        public static void main(String[] arguments) throws IOException {
            boolean claimed = new PortClaims(Path.of(arguments[0])).claim(PORT);
            System.out.println(claimed);
            while (System.in.read() >= 0) {
                // It ends with who started it at the latest.
            }
        }
    }
}
