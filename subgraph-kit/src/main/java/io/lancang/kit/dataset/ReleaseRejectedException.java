package io.lancang.kit.dataset;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be loaded, with every bad row up to a limit. Nothing of it was kept. */
public final class ReleaseRejectedException extends RuntimeException {
    /** After so many bad rows the reading ends. */
    public static final int LIMIT = 100;

    private final transient List<Rejection> rejections;

    public ReleaseRejectedException(String dataset, String fileName, List<Rejection> rejections) {
        super(rejections.stream()
                .map(Rejection::toString)
                .collect(
                        Collectors.joining("\n  ", "File " + fileName + " is no release of " + dataset + ":\n  ", "")));
        this.rejections = List.copyOf(rejections);
    }

    /** The bad rows in the order of the file, at most {@value #LIMIT}. */
    public List<Rejection> rejections() {
        return rejections;
    }
}
