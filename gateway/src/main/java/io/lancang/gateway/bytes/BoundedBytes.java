package io.lancang.gateway.bytes;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body that arrives in pieces, and no more of it than allowed. The memory follows what has arrived: a sender that
 * announces a large body and sends little gets little. Not thread-safe: one event loop owns it.
 */
public final class BoundedBytes {
    private static final int SMALLEST_CHUNK = 8 * 1024;
    private static final int LARGEST_CHUNK = 256 * 1024;

    private final long announced;
    private final long maximum;
    /** Chunks before the last; null while there is only one. */
    private @Nullable List<byte[]> full;

    private byte[] last;
    private int used;
    private int length;

    /**
     * @param announced the length that the sender announced; negative if it did not. A right one saves a copy of a short body,
     *     a wrong one does no harm
     * @param maximum how many bytes may come
     */
    public BoundedBytes(long announced, long maximum) {
        this.announced = announced;
        this.maximum = maximum;
        long expected = announced < 0 ? SMALLEST_CHUNK : Math.min(announced, SMALLEST_CHUNK);
        this.last = new byte[(int) Math.min(expected, maximum)];
    }

    /** Adds a piece. False, and nothing added, if that makes more bytes than allowed. */
    public boolean add(Buffer piece) {
        int size = piece.length();
        if (length + (long) size > maximum) {
            return false;
        }
        int first = Math.min(size, last.length - used);
        piece.getBytes(0, first, last, used);
        used += first;
        length += first;
        if (first < size) {
            startChunk(size - first);
            piece.getBytes(first, size, last, 0);
            used = size - first;
            length += used;
        }
        return true;
    }

    /** A new last chunk, for the bytes at hand and about as many more as have come before. */
    private void startChunk(int atHand) {
        if (length > 0) {
            if (full == null) {
                full = new ArrayList<>();
            }
            full.add(last);
        }
        long rest = announced >= length + (long) atHand ? announced - length : maximum - length;
        long wanted = Math.clamp(length, SMALLEST_CHUNK, LARGEST_CHUNK);
        last = new byte[(int) Math.max(atHand, Math.min(rest, wanted))];
        used = 0;
    }

    /** How many bytes have come so far. */
    public int length() {
        return length;
    }

    /** All bytes so far. */
    public byte[] toBytes() {
        if (full == null) {
            return used == last.length ? last : Arrays.copyOf(last, used);
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] chunk : full) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        System.arraycopy(last, 0, all, at, used);
        return all;
    }

    /** How much memory the bytes take. */
    long reserved() {
        long chunks = full == null
                ? 0
                : full.stream().mapToLong(chunk -> chunk.length).sum();
        return chunks + last.length;
    }
}
