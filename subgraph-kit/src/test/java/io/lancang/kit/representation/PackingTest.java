package io.lancang.kit.representation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.v3.zstd.ZstdInputStream;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackingTest {
    /** More than frames of Zstandard and the room of gzip hold. */
    private static final List<Buffer> PIECES = Stream.concat(
                    Stream.of(Buffer.buffer("year,amount\r\n")),
                    IntStream.range(0, 40)
                            .mapToObj(piece -> Buffer.buffer(
                                    ("2024," + piece * 7919 + ",\u00e9" + Integer.toHexString(piece * 31) + "\r\n")
                                            .repeat(1000))))
            .toList();

    @ParameterizedTest
    @EnumSource
    void isUnpackedToWhatWasPacked(ContentCoding coding) throws IOException {
        Buffer plain = Buffer.buffer();
        PIECES.forEach(plain::appendBuffer);

        assertArrayEquals(plain.getBytes(), unpacked(coding, packed(coding, PIECES)));
        assertArrayEquals(new byte[0], unpacked(coding, packed(coding, List.of())));
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameBytesEachTime(ContentCoding coding) {
        assertArrayEquals(
                packed(coding, PIECES).getBytes(), packed(coding, PIECES).getBytes());
    }

    @ParameterizedTest
    @EnumSource
    void sendsTheFirstPieceAtOnce(ContentCoding coding) throws IOException {
        try (Packing packing = Packing.of(coding)) {
            Buffer first = packing.pack(PIECES.getFirst());

            int letters = PIECES.getFirst().length();
            try (InputStream unpacking = unpacking(coding, first)) {
                assertArrayEquals(PIECES.getFirst().getBytes(), unpacking.readNBytes(letters));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void makesTablesSmaller(ContentCoding coding) {
        int plain = PIECES.stream().mapToInt(Buffer::length).sum();

        assertTrue(packed(coding, PIECES).length() * 5 < plain);
    }

    private static Buffer packed(ContentCoding coding, List<Buffer> pieces) {
        Buffer all = Buffer.buffer();
        try (Packing packing = Packing.of(coding)) {
            pieces.forEach(piece -> all.appendBuffer(packing.pack(piece)));
            return all.appendBuffer(packing.end());
        }
    }

    private static byte[] unpacked(ContentCoding coding, Buffer packed) throws IOException {
        try (InputStream unpacking = unpacking(coding, packed)) {
            return unpacking.readAllBytes();
        }
    }

    private static InputStream unpacking(ContentCoding coding, Buffer packed) throws IOException {
        InputStream bytes = new ByteArrayInputStream(packed.getBytes());
        return switch (coding) {
            case IDENTITY -> bytes;
            case GZIP -> new GZIPInputStream(bytes);
            case ZSTD -> new ZstdInputStream(bytes);
        };
    }
}
