package io.lancang.kit.release;

/** Hears how far a load has come, on the thread of the load. */
@FunctionalInterface
public interface LoadProgress {
    /** Hears nothing. */
    LoadProgress NONE = (phase, rows) -> {};

    /** The load is in {@code phase} and has read {@code rows} rows of the file. Called about every 50,000 rows. */
    void at(Phase phase, long rows);

    /** What a load does, in this order. */
    enum Phase {
        /** Waits for another load of the dataset. */
        WAITING,
        /** Reads the file and checks each row. */
        READING,
        /** Checks what needs more than one row. */
        CHECKING,
        /** Writes the release: readers see nothing of it yet. */
        PUBLISHING
    }
}
