package io.lancang.corridor.changes.change;

import io.lancang.kit.argument.ReleaseNumbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place among the changes of corridors: behind a release, or within it behind the change of a corridor.
 *
 * @param release its number
 * @param corridor id of the corridor whose change was the last one seen of the release; null if all of them were
 */
record ChangeCursor(long release, @Nullable String corridor) {
    static final ChangeCursor BEFORE_ALL = new ChangeCursor(0, null);

    private static final char SEPARATOR = ':';

    /**
     * Reads what {@link #text} wrote, or the number of a release.
     *
     * @param wayOut what to send, as a sentence
     * @throws io.lancang.kit.error.ServiceException BAD_USER_INPUT if it is neither
     */
    static ChangeCursor read(String argument, String text, String wayOut) {
        int end = text.indexOf(SEPARATOR);
        return new ChangeCursor(
                ReleaseNumbers.read(argument, end < 0 ? text : text.substring(0, end), wayOut),
                end < 0 ? null : text.substring(end + 1));
    }

    String text() {
        return corridor == null ? String.valueOf(release) : "" + release + SEPARATOR + corridor;
    }

    /** The number behind which releases have changes that were not seen. */
    long releaseBefore() {
        return corridor == null ? release : Math.max(0, release - 1);
    }

    /**
     * Those of the changes of one release that were not seen: all of another release, and of this one those behind the corridor.
     *
     * @param changes in the order in which they are sent
     */
    List<CorridorChange> unseen(List<CorridorChange> changes) {
        String own = String.valueOf(release);
        for (int i = 0; i < changes.size(); i++) {
            CorridorChange change = changes.get(i);
            if (change.release().equals(own) && change.corridorId().equals(corridor)) {
                return changes.subList(i + 1, changes.size());
            }
        }
        // Of a corridor that the release did not change nothing can have been seen.
        return changes;
    }
}
