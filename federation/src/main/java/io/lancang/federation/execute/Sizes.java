package io.lancang.federation.execute;

/**
 * How much room the last answers of a plan took, as the room to begin with for the next. Thread-safe; a lost update costs
 * no more than a copy.
 */
final class Sizes {
    private static final int LEAST = 1024;

    private volatile int cells = LEAST;
    private volatile int bytes = LEAST;

    /** Cells of the merged tree. */
    int cells() {
        return cells;
    }

    /** Bytes of the answer. */
    int bytes() {
        return bytes;
    }

    /** Remembers what a request took, with some room to spare for the next. */
    void note(int usedCells, int usedBytes) {
        cells = roomy(usedCells);
        bytes = roomy(usedBytes);
    }

    private static int roomy(int used) {
        return Math.max(LEAST, used + used / 8);
    }
}
