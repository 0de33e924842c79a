package io.lancang.kit.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledFileTest {
    private static final int LIMIT = 3 << 20;

    @TempDir
    private Path temporary;

    private SpoolRoom room = new SpoolRoom(Limits.USUAL, new SpoolFolder());

    @BeforeEach
    void limitTheRoom() {
        room = new SpoolRoom(Limits.ofSpool(LIMIT), new SpoolFolder(temporary));
    }

    @Test
    void isReadAsOftenAsNeeded() throws IOException {
        byte[] content = content(100_000);
        try (SpooledFile file = SpooledFile.of(upload(content), room)) {
            for (int round = 0; round < 2; round++) {
                try (InputStream read = file.open()) {
                    assertArrayEquals(content, read.readAllBytes());
                }
            }
        }
    }

    @Test
    void refusesWhatUploadsMayNotTakeTogetherAndTakesItWhenTheOthersAreDone() throws IOException {
        try (SpooledFile first = SpooledFile.of(upload(content(2 << 20)), room)) {
            ServiceException refused =
                    assertThrows(ServiceException.class, () -> SpooledFile.of(upload(content(2 << 20)), room));

            assertEquals("upload.csv", first.name());
            assertEquals(ErrorCode.UNAVAILABLE, refused.code());
            assertEquals(
                    "This service has no room for the upload: uploads may take 3 MB together. Nothing was loaded.",
                    refused.getMessage());
        }
        try (SpooledFile whole = SpooledFile.of(upload(content(LIMIT)), room)) {
            assertTrue(whole.isRepeatable());
        }
    }

    @Test
    void leavesItToTheClientThatAnUploadEndsTooEarly() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content(100_000));
        }
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

        assertThrows(EOFException.class, () -> SpooledFile.of(upload(cut), room));
    }

    /** The system itself refuses to write more, by the limit that a shell sets for the size of files, in KiB. */
    @Test
    void tellsALoaderThatTheDiskOfTheServiceTakesNoMore(@TempDir Path folder) throws Exception {
        Process full = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f " + FullDisk.UPLOAD / 2048 + " && exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDisk.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(full.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, full.waitFor(), printed);
        assertTrue(printed.contains("503 {\"error\":{\"code\":\"UNAVAILABLE\",\"service\":\"trade\""), printed);
        assertTrue(
                printed.contains("This service has no room for the upload: its folder for temporary files takes no"
                        + " more. Nothing was loaded."),
                printed);
        assertTrue(printed.contains("0 files are left"), printed);
        assertFalse(printed.contains("It was taken"), printed);
    }

    private static ReleaseFile upload(byte[] content) throws IOException {
        return Upload.of("upload.csv", new ByteArrayInputStream(content), Limits.USUAL);
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 'x');
        return content;
    }
}
