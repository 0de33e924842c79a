package io.lancang.kit.load;

import io.lancang.kit.dataset.Doubt;
import io.lancang.kit.singlefact.UndoneEdit;
import java.util.List;

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
     * @param skipped rows of the file that give none, as its format says
     * @param added rows that are new or changed
     * @param closed rows of earlier releases that changed or are gone
     * @param doubts what was loaded and should be looked at, up to a limit
     * @param undone what was changed one by one before and is undone, up to a limit
     */
    record Loaded(
            long release, long rows, long skipped, long added, long closed, List<Doubt> doubts, List<UndoneEdit> undone)
            implements LoadResult {
        public Loaded {
            doubts = List.copyOf(doubts);
            undone = List.copyOf(undone);
        }

        /** A release without doubts. */
        public Loaded(long release, long rows, long skipped, long added, long closed) {
            this(release, rows, skipped, added, closed, List.of(), List.of());
        }
    }

    /** The file has no fault; what it would have changed. Nothing was kept. */
    record Checked(long rows, long skipped, long added, long closed, List<Doubt> doubts, List<UndoneEdit> undone)
            implements LoadResult {
        public Checked {
            doubts = List.copyOf(doubts);
            undone = List.copyOf(undone);
        }

        /** A file without doubts. */
        public Checked(long rows, long skipped, long added, long closed) {
            this(rows, skipped, added, closed, List.of(), List.of());
        }
    }
}
