package io.lancang.corridor.ground.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts in one piece of memory, numbered from 0 in the order in which they were added. An object for each would take three
 * times as much. Whoever fills it must have finished before others read.
 */
final class Texts {
    private static final int NONE = 0;
    private static final int SPREAD = 0x9E3779B9;

    private byte[] bytes;
    private final int[] ends;
    /** Numbers plus one, at the places that the hash codes of the texts say or behind them; empty if nothing is looked up. */
    private final int[] table;

    private int size;

    private Texts(int capacity, int length, int tableSize) {
        this.bytes = new byte[length];
        this.ends = new int[capacity];
        this.table = new int[tableSize];
    }

    /** Room for texts that are read by number alone. */
    static Texts listed(int capacity, int length) {
        return new Texts(capacity, length, 0);
    }

    /**
     * Room for texts that are found by {@link #indexOf}.
     *
     * @param capacity how many there will be at most
     * @param length how many bytes they will have together, about
     */
    static Texts indexed(int capacity, int length) {
        return new Texts(capacity, length, Integer.highestOneBit(Math.max(1, capacity)) * 4);
    }

    /** Bytes of memory that so many texts need. */
    static long memory(long number, long length) {
        return number * (Integer.BYTES + 4L * Integer.BYTES) + length;
    }

    void add(String text) {
        byte[] own = text.getBytes(StandardCharsets.UTF_8);
        int start = start(size);
        if (start + own.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(start + own.length, bytes.length + bytes.length / 2));
        }
        System.arraycopy(own, 0, bytes, start, own.length);
        ends[size] = start + own.length;
        size++;
        if (table.length > 0) {
            int slot = slot(text);
            while (table[slot] != NONE) {
                slot = behind(slot);
            }
            table[slot] = size;
        }
    }

    int size() {
        return size;
    }

    String get(int index) {
        int start = start(index);
        return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
    }

    /** The number of a text, the first if it was added several times; -1 if there is none. */
    int indexOf(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        for (int slot = slot(text); table[slot] != NONE; slot = behind(slot)) {
            int index = table[slot] - 1;
            if (Arrays.equals(bytes, start(index), ends[index], wanted, 0, wanted.length)) {
                return index;
            }
        }
        return -1;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    private int slot(String text) {
        int mixed = text.hashCode() * SPREAD;
        return (mixed ^ (mixed >>> 16)) & (table.length - 1);
    }

    private int behind(int slot) {
        return (slot + 1) & (table.length - 1);
    }
}
