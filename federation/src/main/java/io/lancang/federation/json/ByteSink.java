package io.lancang.federation.json;

import java.io.OutputStream;
import java.util.Arrays;

/** Growable bytes with random access, so that what was written can be compared and taken back. Not thread-safe. */
public final class ByteSink extends OutputStream {
    private byte[] bytes;
    private int length;

    public ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    public int length() {
        return length;
    }

    /** The bytes written so far, in the first {@link #length()} elements; valid until the next write. */
    public byte[] bytes() {
        return bytes;
    }

    /** Forgets everything from {@code mark} on. */
    public void truncate(int mark) {
        length = mark;
    }

    @Override
    public void write(int value) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) value;
    }

    @Override
    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        if (bytes.length - length < count) {
            grow(count);
        }
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void grow(int count) {
        int needed = Math.addExact(length, count);
        int doubled = bytes.length > Integer.MAX_VALUE / 2 - 8 ? Integer.MAX_VALUE - 8 : bytes.length * 2;
        bytes = Arrays.copyOf(bytes, Math.max(needed, doubled));
    }
}
