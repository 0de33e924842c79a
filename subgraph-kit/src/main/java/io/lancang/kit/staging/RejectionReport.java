package io.lancang.kit.staging;

import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.ReleaseRejectedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects bad rows up to a limit. Belongs to one load and one thread. */
public final class RejectionReport {
    private final String dataset;
    private final String fileName;
    private final UnaryOperator<Rejection> located;
    private final List<Rejection> rejections = new ArrayList<>();

    /** @param located says a fault in the file's own words */
    public RejectionReport(String dataset, String fileName, UnaryOperator<Rejection> located) {
        this.dataset = dataset;
        this.fileName = fileName;
        this.located = located;
    }

    /** Adds a rejection once, however many parts of the dataset find it. */
    public void add(Rejection rejection) {
        if (!isFull() && !rejections.contains(rejection)) {
            rejections.add(rejection);
        }
    }

    /** Whether nobody needs to look for more. */
    public boolean isFull() {
        return rejections.size() >= ReleaseRejectedException.LIMIT;
    }

    /** Whether no row was rejected. */
    public boolean isEmpty() {
        return rejections.isEmpty();
    }

    /**
     * Ends a load whose file has a fault.
     *
     * @throws ReleaseRejectedException if a row was rejected
     */
    public void throwIfAny() {
        if (!rejections.isEmpty()) {
            List<Rejection> inOrder = rejections.stream()
                    .sorted(Comparator.comparingLong(Rejection::line))
                    .map(located)
                    .toList();
            throw new ReleaseRejectedException(dataset, fileName, inOrder);
        }
    }
}
