package io.lancang.federation.execute.compile;

/**
 * How much room the answers of a plan take, as the room to begin with for the next: the most that a recent one took. It grows
 * at once, since a copy costs more than spare room, and shrinks by an eighth of the difference with each smaller answer, so
 * that one that was unusually large is soon forgotten. Thread-safe.
 *
 * <p>Two requests may note what they took at the same time, and one of the two is forgotten. The next request then begins with
 * room that was right for the other, and at worst copies once; no lock on the way of every request is worth that.
 */
public final class Sizes {
    private static final int FIRST_GUESS = 1024;

    private volatile int cells = FIRST_GUESS;
    private volatile int bytes = FIRST_GUESS;

    /** Cells of the merged tree. */
    public int cells() {
        return cells;
    }

    /** Bytes of the answer. */
    public int bytes() {
        return bytes;
    }

    /** Remembers what a request took. */
    public void note(int usedCells, int usedBytes) {
        int nextCells = next(cells, usedCells);
        int nextBytes = next(bytes, usedBytes);
        // Requests of the same size leave the field alone, and so in the caches of all processors.
        if (nextCells != cells) {
            cells = nextCells;
        }
        if (nextBytes != bytes) {
            bytes = nextBytes;
        }
    }

    private static int next(int room, int used) {
        return used >= room ? used : room - (room - used) / 8;
    }
}
