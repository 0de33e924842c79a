package io.lancang.federation.execute.tree;

import java.util.Arrays;

/** A growable list of addresses in the merged tree. Not thread-safe. */
public final class Addresses {
    private int[] addresses = new int[16];
    private int size;

    public int size() {
        return size;
    }

    public int get(int index) {
        return addresses[index];
    }

    /** Appends an address. */
    public void add(int address) {
        if (size == addresses.length) {
            addresses = Arrays.copyOf(addresses, size * 2);
        }
        addresses[size++] = address;
    }
}
