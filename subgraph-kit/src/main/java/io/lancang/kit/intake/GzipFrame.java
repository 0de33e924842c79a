package io.lancang.kit.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** What stands before and behind the data of a member of gzip (RFC 1952). Belongs to one thread. */
final class GzipFrame {
    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;
    private static final int DEFLATE = 8;
    private static final int TIME_AND_SYSTEM = 6;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int LONGEST_NAME = 1 << 16;

    private final InputStream packed;

    GzipFrame(InputStream packed) {
        this.packed = packed;
    }

    /** Whether two bytes begin a member. */
    static boolean begins(int first, int second) {
        return first == FIRST && second == SECOND;
    }

    /**
     * Skips the header of the next member.
     *
     * @return whether there is one
     * @throws ZipException if something else follows
     */
    boolean skipHeader() throws IOException {
        int first = packed.read();
        if (first < 0) {
            return false;
        }
        if (!begins(first, packed.read())) {
            throw new ZipException("Something follows the gzip that is no gzip");
        }
        if (next() != DEFLATE) {
            throw new ZipException("The gzip is not packed by the method deflate");
        }
        int flags = next();
        skip(TIME_AND_SYSTEM);
        if ((flags & HAS_EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            skip(2);
        }
        return true;
    }

    /**
     * Reads what follows the data of a member.
     *
     * @param checksum the CRC-32 of the data
     * @param length how long the data is, of which the trailer has the last 32 bits
     */
    void checkTrailer(long checksum, long length) throws IOException {
        if (number() != checksum || number() != (length & 0xFFFF_FFFFL)) {
            throw new ZipException("The gzip is damaged: its content does not fit its checksum");
        }
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skipText() throws IOException {
        for (int length = 0; next() != 0; length++) {
            if (length == LONGEST_NAME) {
                throw new ZipException("The gzip has a name or comment without end");
            }
        }
    }

    private void skip(int count) throws IOException {
        for (int skipped = 0; skipped < count; skipped++) {
            next();
        }
    }

    private int next() throws IOException {
        int next = packed.read();
        if (next < 0) {
            throw new EOFException("The gzip ends too early");
        }
        return next;
    }
}
