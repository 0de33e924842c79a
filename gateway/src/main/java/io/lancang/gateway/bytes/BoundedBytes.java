package io.lancang.gateway.bytes;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** Collects a body that arrives in pieces, and no more of it than allowed. Not thread-safe: one event loop owns it. */
public final class BoundedBytes {
    private static final int UNANNOUNCED_SIZE = 8 * 1024;
    // What a sender announces is believed up to here; the memory for more is taken as the bytes come.
    private static final int LARGEST_FIRST_SIZE = 1024 * 1024;

    private final long maximum;
    private byte[] bytes;
    private int length;

    /**
     * @param announced the length that the sender announced; negative if it did not. A right one saves copies, a wrong one
     *     does no harm
     * @param maximum how many bytes may come
     */
    public BoundedBytes(long announced, long maximum) {
        this.maximum = maximum;
        long expected = announced < 0 ? UNANNOUNCED_SIZE : Math.min(announced, LARGEST_FIRST_SIZE);
        this.bytes = new byte[(int) Math.min(expected, maximum)];
    }

    /** Adds a piece. False, and nothing added, if that makes more bytes than allowed. */
    public boolean add(Buffer piece) {
        int size = piece.length();
        if (length + (long) size > maximum) {
            return false;
        }
        if (length + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(maximum, Math.max(length + (long) size, bytes.length * 2L)));
        }
        piece.getBytes(0, size, bytes, length);
        length += size;
        return true;
    }

    /** All bytes so far. */
    public byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
