package io.lancang.kit.release;

/** What became of a file. */
public sealed interface LoadResult {
    /**
     * Nothing was changed: the content is there already.
     *
     * @param release the release that has it
     */
    record Unchanged(long release) implements LoadResult {}

    /**
     * A new release.
     *
     * @param rows rows that the file gave to its tables
     * @param added rows that are new or changed
     * @param closed rows of earlier releases that changed or are gone
     */
    record Loaded(long release, long rows, long added, long closed) implements LoadResult {}

    /** The file has no fault; what it would have changed. Nothing was kept. */
    record Checked(long rows, long added, long closed) implements LoadResult {}
}
