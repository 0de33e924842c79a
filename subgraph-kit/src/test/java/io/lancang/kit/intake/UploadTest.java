package io.lancang.kit.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

/** Bodies that are packed, repeat themselves, break or dawdle. */
class UploadTest {
    @Test
    void unpacksMembersOneBehindTheOther() throws IOException {
        byte[] two = concat(packed(bytes(100_000, 'a')), packed(bytes(70_000, 'b')));

        assertArrayEquals(concat(bytes(100_000, 'a'), bytes(70_000, 'b')), read(two, Limits.USUAL));
    }

    @Test
    void unpacksAHeaderWithEverythingThatItMayHave() throws IOException {
        byte[] plain = packed("period\n".getBytes(StandardCharsets.UTF_8));
        byte[] header = {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 'e', 'x', 'n', 0, 'c', 0, 1, 2};

        assertArrayEquals(
                "period\n".getBytes(StandardCharsets.UTF_8),
                read(concat(header, Arrays.copyOfRange(plain, 10, plain.length)), Limits.USUAL));
    }

    @Test
    void refusesGzipThatEndsTooEarly() throws IOException {
        byte[] whole = packed(bytes(100_000, 'a'));

        for (int length : new int[] {2, 9, whole.length / 2, whole.length - 8, whole.length - 1}) {
            assertThrows(EOFException.class, () -> read(Arrays.copyOf(whole, length), Limits.USUAL), "of " + length);
        }
    }

    @Test
    void refusesWhatFollowsGzipAndIsNone() throws IOException {
        byte[] followed = concat(packed(bytes(10, 'a')), "2024,LAO".getBytes(StandardCharsets.UTF_8));

        ZipException refused = assertThrows(ZipException.class, () -> read(followed, Limits.USUAL));

        assertEquals("Something follows the gzip that is no gzip", refused.getMessage());
    }

    @Test
    void refusesGzipThatDoesNotFitItsChecksum() throws IOException {
        byte[] damaged = packed(bytes(10, 'a'));
        damaged[damaged.length - 8] ^= 1;

        assertThrows(ZipException.class, () -> read(damaged, Limits.USUAL));
    }

    @Test
    void refusesAFileThatIsLargerThanAFileMayBe() throws IOException {
        Limits small = new Limits(Optional.empty(), 1_000, 200);
        assertEquals(1_000, read(bytes(1_000, 'a'), small).length);

        for (byte[] large : new byte[][] {bytes(1_001, 'a'), packed(bytes(1_001, 'a'))}) {
            ServiceException refused = assertThrows(ServiceException.class, () -> read(large, small));
            assertEquals(ErrorCode.LIMIT_EXCEEDED, refused.code());
            assertEquals(
                    "The file, unpacked, has more than 1000 bytes, the most that a file may have. Nothing was loaded.",
                    refused.getMessage());
        }
    }

    /** Zeros are packed to a thousandth. A small file may be, a large one is refused long before it is unpacked. */
    @Test
    void refusesALargeFileThatIsPackedToNearlyNothing() throws IOException {
        assertEquals(16 << 20, read(packed(bytes(16 << 20, 'a')), Limits.USUAL).length);

        ServiceException refused =
                assertThrows(ServiceException.class, () -> read(packed(bytes(32 << 20, 'a')), Limits.USUAL));

        assertEquals(
                "The file, unpacked, is packed to less than 1/200 of its size, the least that is taken. Nothing was"
                        + " loaded.",
                refused.getMessage());
    }

    @Test
    void refusesASenderThatIsSlowerThanTheLeastRateAfterTenSeconds() throws IOException {
        assertEquals(10, paced(10, 1, 1_000_000_000L), "ten seconds are given to anybody");
        SlowUploadException refused = assertThrows(SlowUploadException.class, () -> paced(12, 1, 1_000_000_000L));

        assertEquals(
                "The file comes too slowly: 11 bytes in 11 s; 1024 bytes a second are the least.",
                refused.getMessage());
        assertEquals(60, paced(60, 2048, 1_000_000_000L) / 2048, "a slow line is no attack");
    }

    @Test
    void refusesASenderThatTakesLongerThanAnybodyMay() {
        SlowUploadException refused = assertThrows(SlowUploadException.class, () -> paced(1_900, 2048, 1_000_000_000L));

        assertEquals("The file took longer than 1800 s to come.", refused.getMessage());
    }

    /** Some editors write the mark, which is no blank. */
    @Test
    void knowsWhatAFileIsBehindAByteOrderMark() throws IOException {
        assertTrue(uploaded("\uFEFF {\"type\": \"FeatureCollection\"}").isJson());
        assertFalse(uploaded("\uFEFFyear,{").isJson());
        assertTrue(uploaded("\uFEFF \n").isEmpty());
        assertEquals(
                List.of("year", "amount"),
                uploaded("\uFEFFyear,amount\n2024,1\n").header());
    }

    private static Upload uploaded(String text) throws IOException {
        return Upload.of("upload", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.USUAL);
    }

    /** How many bytes are taken of a sender who waits before each piece. */
    private static long paced(int pieces, int length, long nanosBetween) throws IOException {
        AtomicLong clock = new AtomicLong();
        InputStream sender = new InputStream() {
            private int sent;

            @Override
            public int read() {
                throw new IllegalStateException("Pieces are asked for");
            }

            @Override
            public int read(byte[] buffer, int offset, int most) {
                if (sent++ == pieces) {
                    return -1;
                }
                clock.addAndGet(nanosBetween);
                return length;
            }
        };
        return new PacedBody(sender, Limits.USUAL, clock::get).readAllBytes().length;
    }

    private static byte[] read(byte[] body, IntakeConfig config) throws IOException {
        return Upload.of("upload.csv", new ByteArrayInputStream(body), config)
                .open()
                .readAllBytes();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(int length, char letter) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) letter);
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) throws IOException {
        return new SequenceInputStream(new ByteArrayInputStream(first), new ByteArrayInputStream(second))
                .readAllBytes();
    }
}
