package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void isHeldByOneSetAtATime() throws IOException, StandaloneException {
        try (DataFolder held = open(Options.Start.KEEP)) {
            StandaloneException refusal = assertThrows(StandaloneException.class, () -> open(Options.Start.KEEP));
            assertTrue(refusal.getMessage().contains("Another Lancang runs on the data folder " + held.root()));
        }
    }

    @Test
    void isFreeAgainAfterItsSetHasClosed() throws IOException, StandaloneException {
        open(Options.Start.KEEP).close();
        open(Options.Start.KEEP).close();
    }

    @Test
    void keepsTheDatabaseByDefault() throws IOException, StandaloneException {
        Path file = databaseFile();
        open(Options.Start.KEEP).close();
        assertTrue(Files.exists(file));
    }

    @Test
    void forgetsTheDatabaseOnAFreshStart() throws IOException, StandaloneException {
        Path file = databaseFile();
        open(Options.Start.FRESH).close();
        assertFalse(Files.exists(file));
    }

    @Test
    void leavesAFolderWithForeignFilesAsItIs() throws IOException {
        Path letter = Files.createFile(temporary.resolve("letter.txt"));
        StandaloneException refusal = assertThrows(StandaloneException.class, () -> open(Options.Start.FRESH));
        assertTrue(refusal.getMessage().contains("'letter.txt', which is not Lancang's"), refusal.getMessage());
        assertTrue(Files.exists(letter));
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        Options options = new Options(0, file, Options.Start.KEEP);
        StandaloneException refusal = assertThrows(StandaloneException.class, () -> DataFolder.open(options));
        assertTrue(refusal.getMessage().contains("is a file"), refusal.getMessage());
    }

    @Test
    void removesBinariesWhoseUnpackingWasInterrupted() throws IOException, StandaloneException {
        Path half = Files.createDirectories(temporary.resolve("binaries/PG-half/lib"));
        Path whole = Files.createDirectories(temporary.resolve("binaries/PG-whole"));
        Files.createFile(whole.resolve(".exists"));
        open(Options.Start.KEEP).close();
        assertFalse(Files.exists(half));
        assertTrue(Files.exists(whole));
    }

    private Path databaseFile() throws IOException {
        return Files.createFile(
                Files.createDirectories(temporary.resolve("postgres")).resolve("PG_VERSION"));
    }

    private DataFolder open(Options.Start start) throws StandaloneException {
        return DataFolder.open(new Options(0, temporary, start));
    }
}
