package io.lancang.gateway.cache.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.federation.Piece;
import io.lancang.gateway.freshness.Lifetime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartCodecTest {
    private static final CachedPart PART = new CachedPart(
            Piece.of("{\"name\":\"ລາວ\"}".getBytes(UTF_8)),
            new Lifetime(1, 2, 3, 4, true, true),
            List.of("subgraph:trade", "tag:ລາວ"),
            5);

    @Test
    void readsWhatItWrote() {
        CachedPart read = Objects.requireNonNull(PartCodec.read(PartCodec.write(PART)));

        assertEquals(PART.lifetime(), read.lifetime());
        assertEquals(PART.marks(), read.marks());
        assertEquals(PART.since(), read.since());
        assertEquals("{\"name\":\"ລາວ\"}", new String(read.value().alone().json(), UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false"})
    void tellsPrivateFromImmutable(boolean isPrivate, boolean isImmutable) {
        Lifetime lifetime = new Lifetime(1, 2, 3, 4, isPrivate, isImmutable);
        CachedPart part = new CachedPart(PART.value(), lifetime, List.of(), 5);

        assertEquals(
                lifetime,
                Objects.requireNonNull(PartCodec.read(PartCodec.write(part))).lifetime());
    }

    @Test
    void findsNothingInBytesThatAreNoPart() {
        byte[] good = PartCodec.write(PART);
        int head = good.length - PART.value().length();

        for (int length = 0; length <= head; length++) {
            assertNull(PartCodec.read(Arrays.copyOf(good, length)), "of " + length + " bytes");
        }
        byte[] later = good.clone();
        later[0] = 3;
        assertNull(PartCodec.read(later));
        byte[] negative = good.clone();
        Arrays.fill(negative, 42, 46, (byte) 0xff);
        negative[45] = 1;
        assertNull(PartCodec.read(Arrays.copyOf(negative, head)));
    }
}
