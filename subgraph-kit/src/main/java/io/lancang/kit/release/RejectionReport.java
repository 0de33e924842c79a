package io.lancang.kit.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects bad rows up to a limit. Belongs to one load and one thread. */
final class RejectionReport {
    private final String dataset;
    private final String fileName;
    private final List<Rejection> rejections = new ArrayList<>();

    RejectionReport(String dataset, String fileName) {
        this.dataset = dataset;
        this.fileName = fileName;
    }

    /** Adds a rejection once, however many parts of the dataset find it. */
    void add(Rejection rejection) {
        if (!isFull() && !rejections.contains(rejection)) {
            rejections.add(rejection);
        }
    }

    boolean isFull() {
        return rejections.size() >= ReleaseRejectedException.LIMIT;
    }

    boolean isEmpty() {
        return rejections.isEmpty();
    }

    /** @throws ReleaseRejectedException if a row was rejected */
    void throwIfAny() {
        if (!rejections.isEmpty()) {
            List<Rejection> inOrder = rejections.stream()
                    .sorted(Comparator.comparingLong(Rejection::line))
                    .toList();
            throw new ReleaseRejectedException(dataset, fileName, inOrder);
        }
    }
}
