package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskSpaceTest {
    private static final long MEGABYTE = 1024 * 1024;
    private static final Path FOLDER = Path.of("/data/lancang");
    private final StandaloneException failure = new StandaloneException(ExitCode.FAILED, "trade ended with status 1.");

    @Test
    void refusesAFirstStartThatWouldFillTheDiskAndNamesAnother() {
        StandaloneException refused =
                assertThrows(StandaloneException.class, () -> withRoom(120).requireForStart(true));

        assertEquals(
                "The disk of the data folder /data/lancang has 120 MB left, and a first start takes 400 MB. Make room on it,"
                        + " or choose another folder: --data DIR",
                refused.getMessage());
    }

    @Test
    void refusesAStartOnAFullDiskWithoutLosingWhatIsThere() {
        StandaloneException refused =
                assertThrows(StandaloneException.class, () -> withRoom(20).requireForStart(false));

        assertTrue(refused.getMessage().contains("has 20 MB left, and a start takes 48 MB"), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("what was loaded is still there."), refused.getMessage());
        assertFalse(refused.getMessage().contains("--fresh"), refused.getMessage());
    }

    @Test
    void startsOnWhatAnEarlierStartLeftWithLessRoomThanTheFirst() {
        assertDoesNotThrow(() -> withRoom(120).requireForStart(false));
        assertDoesNotThrow(() -> withRoom(400).requireForStart(true));
    }

    @Test
    void tellsAFullDiskWhateverItBroke() {
        StandaloneException explained = withRoom(3).explain(failure);

        assertEquals(
                "The disk of the data folder /data/lancang is full: 3 MB are left. Make room on it and start again: what was"
                        + " loaded is still there.",
                explained.getMessage());
        assertSame(failure, explained.getCause());
    }

    @Test
    void leavesAFailureAsItIsWhereThereIsRoom() {
        assertSame(failure, withRoom(5000).explain(failure));
    }

    @Test
    void leavesAFailureAsItIsWhereTheDiskDoesNotAnswer() {
        DiskSpace gone = new DiskSpace(FOLDER, folder -> {
            throw new IOException("unplugged");
        });

        assertSame(failure, gone.explain(failure));
        assertTrue(assertThrows(StandaloneException.class, () -> gone.requireForStart(true))
                .getMessage()
                .contains("unplugged"));
    }

    private static DiskSpace withRoom(long megabytes) {
        return new DiskSpace(FOLDER, folder -> megabytes * MEGABYTE);
    }
}
