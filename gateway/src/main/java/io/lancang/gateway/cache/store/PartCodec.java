package io.lancang.gateway.cache.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.Piece;
import io.lancang.gateway.freshness.Lifetime;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes parts as bytes, and reads them again. */
final class PartCodec {
    /** Changes with the form, so that a gateway of another version finds nothing rather than nonsense. */
    private static final byte FORM = 2;

    private static final int PRIVATE = 1;
    private static final int IMMUTABLE = 2;

    private static final int HEAD = 2 + 5 * Long.BYTES + Integer.BYTES;

    private PartCodec() {}

    static byte[] write(CachedPart part) {
        List<byte[]> marks =
                part.marks().stream().map(mark -> mark.getBytes(UTF_8)).toList();
        int length = HEAD + part.value().length();
        for (byte[] mark : marks) {
            length += Integer.BYTES + mark.length;
        }
        Lifetime lifetime = part.lifetime();
        ByteBuffer bytes = ByteBuffer.allocate(length)
                .put(FORM)
                .put((byte) ((lifetime.isPrivate() ? PRIVATE : 0) | (lifetime.isImmutable() ? IMMUTABLE : 0)))
                .putLong(part.since())
                .putLong(lifetime.bornAt())
                .putLong(lifetime.freshUntil())
                .putLong(lifetime.revalidateUntil())
                .putLong(lifetime.errorUntil())
                .putInt(marks.size());
        marks.forEach(mark -> bytes.putInt(mark.length).put(mark));
        bytes.put(part.value().json(), part.value().from(), part.value().length());
        return bytes.array();
    }

    /** The part, or null if these bytes are none. */
    static @Nullable CachedPart read(byte[] json) {
        ByteBuffer bytes = ByteBuffer.wrap(json);
        try {
            if (bytes.get() != FORM) {
                return null;
            }
            int flags = bytes.get();
            long since = bytes.getLong();
            Lifetime lifetime = new Lifetime(
                    bytes.getLong(),
                    bytes.getLong(),
                    bytes.getLong(),
                    bytes.getLong(),
                    (flags & PRIVATE) != 0,
                    (flags & IMMUTABLE) != 0);
            int count = bytes.getInt();
            if (count < 0) {
                return null;
            }
            List<String> marks = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                byte[] mark = new byte[Math.min(bytes.getInt(), bytes.remaining())];
                bytes.get(mark);
                marks.add(new String(mark, UTF_8));
            }
            return bytes.hasRemaining()
                    ? new CachedPart(new Piece(json, bytes.position(), json.length), lifetime, marks, since)
                    : null;
        } catch (BufferUnderflowException | NegativeArraySizeException broken) {
            return null;
        }
    }
}
