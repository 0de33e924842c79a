package io.lancang.corridor.ground.search;

import java.util.Arrays;

/** A binary heap of vertices, least key first. A vertex may be in it more than once. Belongs to one thread. */
final class VertexHeap {
    private double[] keys = new double[64];
    private int[] vertices = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The least key; the heap must not be empty. */
    double leastKey() {
        return keys[0];
    }

    void add(int vertex, double key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            vertices = Arrays.copyOf(vertices, 2 * size);
        }
        int hole = size++;
        while (hole > 0 && keys[(hole - 1) / 2] > key) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        put(hole, vertex, key);
    }

    /** Removes the vertex with the least key; the heap must not be empty. */
    int remove() {
        int least = vertices[0];
        size--;
        double key = keys[size];
        int hole = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            move(child, hole);
            hole = child;
            child = 2 * hole + 1;
        }
        put(hole, vertices[size], key);
        return least;
    }

    private void move(int from, int to) {
        put(to, vertices[from], keys[from]);
    }

    private void put(int index, int vertex, double key) {
        keys[index] = key;
        vertices[index] = vertex;
    }
}
