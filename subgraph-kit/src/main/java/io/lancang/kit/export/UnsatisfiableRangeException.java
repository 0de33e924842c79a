package io.lancang.kit.export;

/** A part of a file was asked for of which the file has no byte. */
final class UnsatisfiableRangeException extends RuntimeException {
    private final long size;

    /** @param size how many bytes the file has */
    UnsatisfiableRangeException(long size) {
        super("of " + size + " bytes", null, false, false);
        this.size = size;
    }

    long size() {
        return size;
    }
}
