package io.lancang.corridor.changes.intake;

import io.lancang.kit.dataset.Rejection;
import java.util.ArrayList;
import java.util.List;

/**
 * Where features stand that share a line with others, as all of a file on one line do: their rows have lines of their own, and a
 * fault is reported with the line of the file and with which feature it is. Belongs to one thread.
 */
final class FeaturePlaces {
    /** A hundred bytes each; a fault of a later one is reported with the line of its row. */
    private static final int MOST = 100_000;

    /**
     * A feature whose row stands elsewhere than itself.
     *
     * @param first the first line of its row
     * @param behind the line behind its row
     * @param line of the file in which it begins
     * @param number which feature of the file it is, from 1
     */
    private record Moved(long first, long behind, long line, long number) {}

    private final List<Moved> moved = new ArrayList<>();
    private long features;

    /** Takes the next feature of the file. */
    void add(long first, long behind, long line) {
        features++;
        if (first != line && moved.size() < MOST) {
            moved.add(new Moved(first, behind, line, features));
        }
    }

    /** The fault by the place in the file of what it is about. */
    Rejection located(Rejection found) {
        int low = 0;
        int high = moved.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Moved feature = moved.get(middle);
            if (found.line() < feature.first()) {
                high = middle - 1;
            } else if (found.line() >= feature.behind()) {
                low = middle + 1;
            } else {
                return new Rejection(
                        feature.line(), found.column(), "feature " + feature.number() + ": " + found.reason());
            }
        }
        return found;
    }
}
