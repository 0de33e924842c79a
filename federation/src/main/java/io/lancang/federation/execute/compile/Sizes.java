package io.lancang.federation.execute.compile;

import io.lancang.federation.execute.tree.UsualSize;

/** How much room the answers of a plan take. Thread-safe. */
public final class Sizes {
    private static final int FIRST_GUESS = 1024;

    private final UsualSize cells = new UsualSize(FIRST_GUESS);
    private final UsualSize bytes = new UsualSize(FIRST_GUESS);

    /** Cells of the merged tree. */
    public int cells() {
        return cells.room();
    }

    /** Bytes of the answer. */
    public int bytes() {
        return bytes.room();
    }

    /** Remembers what a request took. */
    public void note(int usedCells, int usedBytes) {
        cells.note(usedCells);
        bytes.note(usedBytes);
    }
}
