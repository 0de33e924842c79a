package io.lancang.kit.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFolderTest {
    @TempDir
    private Path parent;

    @Test
    void removesWhatAKilledProcessLeftAndNothingOfOneThatRuns() throws IOException {
        try (Other killed = new Other(parent);
                Other running = new Other(parent)) {
            killed.kill();
            assertTrue(Files.exists(killed.file), "nobody was there to remove it");

            new SpoolFolder(parent).removeLeftovers();

            assertFalse(Files.exists(killed.file));
            assertFalse(Files.exists(killed.file.getParent()));
            assertTrue(Files.exists(running.file));
        }
    }

    @Test
    void leavesItsOwnAndThoseOfAnotherInTheSameProcess() throws IOException {
        SpoolFolder one = new SpoolFolder(parent);
        SpoolFolder other = new SpoolFolder(parent);
        Path first = one.newFile();
        Path second = other.newFile();

        one.removeLeftovers();
        one.removeLeftovers();

        assertTrue(Files.exists(first) && Files.exists(second));
        other.close();
        one.removeLeftovers();
        assertTrue(Files.exists(first), "whoever looks at a lock does not lose it");
    }

    @Test
    void leavesWhatIsNotItsOwn() throws IOException {
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Path kept = Files.writeString(elsewhere.resolve("owner.lock"), "");
        Files.createSymbolicLink(parent.resolve("lancang-uploads-link"), elsewhere);
        Path file = Files.writeString(parent.resolve("lancang-uploads-file"), "");
        Path foreign = Files.createDirectory(parent.resolve("lancang-uploads-foreign"));

        new SpoolFolder(parent).removeLeftovers();

        assertTrue(Files.exists(kept) && Files.exists(file) && Files.exists(foreign));
    }

    @Test
    void leavesNothingWhenItEnds() throws IOException {
        SpoolFolder folder = new SpoolFolder(parent);
        Path file = folder.newFile();

        folder.close();

        assertFalse(Files.exists(file));
        try (Stream<Path> left = Files.list(parent)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** Another process with an upload. */
    private static final class Other implements AutoCloseable {
        private final Process process;
        private final Path file;

        Other(Path parent) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledUpload.class.getName(),
                            parent.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said = process.inputReader();
            file = Path.of(said.readLine());
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            kill();
        }
    }
}
