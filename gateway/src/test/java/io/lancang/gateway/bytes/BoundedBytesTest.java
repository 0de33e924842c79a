package io.lancang.gateway.bytes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoundedBytesTest {
    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 3, 6, 1000})
    void collectsThePiecesWhateverLengthWasAnnounced(long announced) {
        BoundedBytes bytes = new BoundedBytes(announced, 1000);

        assertTrue(bytes.add(Buffer.buffer("abc")));
        assertTrue(bytes.add(Buffer.buffer("def")));

        assertArrayEquals("abcdef".getBytes(US_ASCII), bytes.toBytes());
    }

    @Test
    void takesExactlyTheMaximum() {
        BoundedBytes bytes = new BoundedBytes(-1, 20_000);

        assertTrue(bytes.add(Buffer.buffer(new byte[12_000])));
        assertTrue(bytes.add(Buffer.buffer(new byte[8_000])));
        assertFalse(bytes.add(Buffer.buffer(new byte[1])));
        assertEquals(20_000, bytes.toBytes().length);
    }

    @Test
    void takesNoMemoryForBytesThatWereOnlyAnnounced() {
        BoundedBytes bytes = new BoundedBytes(Long.MAX_VALUE, 8L << 30);

        assertTrue(bytes.add(Buffer.buffer(new byte[10])));
        assertEquals(10, bytes.toBytes().length);
    }
}
