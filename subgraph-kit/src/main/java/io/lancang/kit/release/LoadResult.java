package io.lancang.kit.release;

/** What became of a file. */
public sealed interface LoadResult {
    /** The release that holds the file's content now. */
    long release();

    /** The file is the current release already: nothing was changed. */
    record Unchanged(long release) implements LoadResult {}

    /**
     * A new release.
     *
     * @param rows rows that the file gave to its tables
     * @param added rows that are new or changed
     * @param closed rows of earlier releases that changed or are gone
     */
    record Loaded(long release, long rows, long added, long closed) implements LoadResult {}
}
