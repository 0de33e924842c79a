package io.lancang.federation.execute.tree;

import java.util.Arrays;

/** A growable list of addresses in the merged tree. Not thread-safe. */
public final class Addresses {
    private static final int FIRST_ROOM = 16;

    private int[] addresses;
    private int size;

    public Addresses() {
        this(FIRST_ROOM);
    }

    /** @param room for how many addresses there is room to begin with */
    public Addresses(int room) {
        addresses = new int[room];
    }

    public int size() {
        return size;
    }

    public int get(int index) {
        return addresses[index];
    }

    /** Appends an address. */
    public void add(int address) {
        if (size == addresses.length) {
            addresses = Arrays.copyOf(addresses, Math.max(size * 2, FIRST_ROOM));
        }
        addresses[size++] = address;
    }

    /** Forgets all of them, and keeps the room. */
    void clear() {
        size = 0;
    }
}
