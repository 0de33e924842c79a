package io.lancang.kit.parquet;

import java.util.Arrays;

/** Bytes that grow at their end. Numbers of a fixed length have their least byte first, as Parquet has them. */
final class Bytes {
    private static final int FIRST = 1024;

    private byte[] content = new byte[FIRST];
    private int length;

    int length() {
        return length;
    }

    byte[] toArray() {
        return Arrays.copyOf(content, length);
    }

    void clear() {
        length = 0;
    }

    Bytes add(int value) {
        room(1);
        content[length++] = (byte) value;
        return this;
    }

    Bytes add(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, content, length, bytes.length);
        length += bytes.length;
        return this;
    }

    Bytes add(Bytes other) {
        room(other.length);
        System.arraycopy(other.content, 0, content, length, other.length);
        length += other.length;
        return this;
    }

    /** The lowest bytes of a number. */
    Bytes addFixed(long value, int count) {
        for (int at = 0; at < count; at++) {
            add((int) (value >>> (Byte.SIZE * at)));
        }
        return this;
    }

    /** A number without a sign, seven bits a byte, the lowest first. */
    Bytes addVariable(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            add((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        return add((int) rest);
    }

    private void room(int more) {
        if (length + more > content.length) {
            content = Arrays.copyOf(content, Math.max(content.length * 2, length + more));
        }
    }
}
