package io.lancang.gateway.bytes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BoundedBytesTest {
    @Test
    void putsPiecesOfAnyLengthTogetherInTheirOrder() {
        int[] lengths = {3, 5_000, 1, 4_096, 4_095, 2, 9_000, 7};
        BoundedBytes bytes = new BoundedBytes(100_000);
        Buffer all = Buffer.buffer();
        for (int piece = 0; piece < lengths.length; piece++) {
            byte[] content = new byte[lengths[piece]];
            Arrays.fill(content, (byte) ('a' + piece));
            all.appendBytes(content);
            assertTrue(bytes.add(Buffer.buffer(content)));
        }

        assertEquals(all.length(), bytes.length());
        assertArrayEquals(all.getBytes(), bytes.toBytes());
    }

    @Test
    void holdsNothingBeforeAnythingHasCome() {
        assertArrayEquals(new byte[0], new BoundedBytes(8L << 30).toBytes());
    }

    @Test
    void takesTheArrayOfTheOnlyPieceIfThatHoldsNothingElse() {
        byte[] whole = "answer".getBytes(US_ASCII);
        BoundedBytes bytes = new BoundedBytes(100);
        assertTrue(bytes.add(WrappedBytes.of(whole, whole.length)));
        assertSame(whole, bytes.toBytes());

        BoundedBytes part = new BoundedBytes(100);
        assertTrue(part.add(WrappedBytes.of(whole, 3)));
        assertArrayEquals("ans".getBytes(US_ASCII), part.toBytes());

        Buffer grown = Buffer.buffer(64).appendBytes(whole);
        BoundedBytes roomy = new BoundedBytes(100);
        assertTrue(roomy.add(grown));
        assertArrayEquals(whole, roomy.toBytes());
    }

    @Test
    void takesExactlyTheMaximum() {
        BoundedBytes bytes = new BoundedBytes(20_000);

        assertTrue(bytes.add(Buffer.buffer(new byte[12_000])));
        assertTrue(bytes.add(Buffer.buffer(new byte[8_000])));
        assertFalse(bytes.add(Buffer.buffer(new byte[1])));
        assertEquals(20_000, bytes.toBytes().length);
    }

    /** A sender that sends byte by byte would otherwise be kept in as many objects. */
    @Test
    void copiesSmallPiecesTogetherInsteadOfKeepingThem() {
        BoundedBytes bytes = new BoundedBytes(100);
        Buffer piece = Buffer.buffer("b");

        assertTrue(bytes.add(Buffer.buffer("a")));
        assertTrue(bytes.add(piece));
        piece.setByte(0, (byte) 'c');

        assertArrayEquals("ab".getBytes(US_ASCII), bytes.toBytes());
    }

    @Test
    void copiesPiecesToTheirPlacesWhereTheLengthWasAnnounced() {
        BoundedBytes bytes = new BoundedBytes(100);
        bytes.announce("6");
        Buffer first = Buffer.buffer("abcd");

        assertTrue(bytes.add(first));
        assertTrue(bytes.add(Buffer.buffer("ef")));
        // It was copied already, and is kept by nobody.
        first.setByte(0, (byte) 'x');

        assertArrayEquals("abcdef".getBytes(US_ASCII), bytes.toBytes());
    }

    @Test
    void takesWhatComesWhateverLengthWasAnnounced() {
        for (String announced : new String[] {"", "2", "5", "100", "9999999999", "-3", "x", "3"}) {
            BoundedBytes bytes = new BoundedBytes(50);
            bytes.announce(announced);

            assertTrue(bytes.add(Buffer.buffer("ab")));
            assertTrue(bytes.add(Buffer.buffer("cd")));
            assertFalse(bytes.add(Buffer.buffer(new byte[47])));

            assertArrayEquals("abcd".getBytes(US_ASCII), bytes.toBytes(), announced);
        }
    }

    /** Who announces much and sends little would otherwise fill the memory with a few bytes. */
    @Test
    void believesALengthOfSixteenTimesTheFirstPieceAndNoMore() {
        Buffer first = Buffer.buffer("abcd");
        BoundedBytes believed = new BoundedBytes(1_000);
        believed.announce("64");
        assertTrue(believed.add(first));
        BoundedBytes kept = new BoundedBytes(1_000);
        kept.announce("65");
        assertTrue(kept.add(first));

        first.setByte(0, (byte) 'x');

        assertArrayEquals("abcd".getBytes(US_ASCII), believed.toBytes());
        assertArrayEquals("xbcd".getBytes(US_ASCII), kept.toBytes());
    }
}
