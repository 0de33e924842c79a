package io.lancang.kit.dataset;

/** Hears how far a load has come, on the thread of the load. */
@FunctionalInterface
public interface LoadProgress {
    /** Hears nothing. */
    LoadProgress NONE = (phase, rows) -> {};

    /** The load is in {@code phase} and has read {@code rows} rows of the file. Called about every 50,000 rows. */
    void at(Phase phase, long rows);

    /**
     * The load, whose rows are all read, begins a step of a phase.
     *
     * @param step from 1
     * @param steps how many the phase has, all of about the same size
     */
    default void step(Phase phase, int step, int steps) {
        // Who only counts rows need not know.
    }

    /** What a load does, in this order. */
    enum Phase {
        /** Waits for another load of the dataset. */
        WAITING,
        /** Reads the file and checks each row. */
        READING,
        /** Checks what needs more than one row. */
        CHECKING,
        /** Compares rows with what is there, and writes what is new or changed. Readers see nothing of it yet. */
        COMPARING,
        /** Makes the indexes of what is new as a whole. */
        INDEXING,
        /** Brings what follows from the rows up to them, such as sums. */
        DERIVING,
        /** Takes the place among the releases of all datasets, and shows readers all of it at once. */
        PUBLISHING,
        /** Readers see it; the database looks at how values are distributed, so that questions are planned well. */
        ANALYZING
    }
}
