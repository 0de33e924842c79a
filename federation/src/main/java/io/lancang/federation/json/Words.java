package io.lancang.federation.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time: the first byte is the least significant. */
public final class Words {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Words() {}

    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /**
     * Marks the bytes that end the plain part of a JSON string: quote, backslash, control characters and everything beyond
     * ASCII. Only the lowest mark is sure, because a borrow may spill over into the bytes above a hit.
     */
    static long endsOfPlainText(long word) {
        long quote = word ^ ONES * '"';
        long backslash = word ^ ONES * '\\';
        // One less has its high bit if the byte was zero, or beyond 128. No byte beyond ASCII is 128 in both.
        return ((quote - ONES) | (backslash - ONES) | (word - ONES * ' ')) & HIGH_BITS;
    }

    /** A hash of the bytes, well spread in its low bits. */
    public static int hash(byte[] bytes, int from, int to) {
        int length = to - from;
        long hash = length;
        int index = from;
        for (; index + Long.BYTES <= to; index += Long.BYTES) {
            hash = mix(hash ^ at(bytes, index));
        }
        for (; index < to; index++) {
            hash = hash * 31 + bytes[index];
        }
        return (int) mix(hash);
    }

    private static long mix(long value) {
        long product = value * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 32;
    }
}
