package io.lancang.corridor.changes.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of GeoJSON, of which one feature may have so many: it is in memory as a whole, with each of its numbers. The parser
 * reads ahead by some kilobytes, so the bound is no exact one. Belongs to one thread.
 */
final class FeatureBytes extends FilterInputStream {
    private final int most;
    private long taken;

    FeatureBytes(InputStream content, int most) {
        super(content);
        this.most = most;
    }

    /** A feature takes more bytes than it may. */
    static final class TooManyException extends RuntimeException {
        TooManyException(int most) {
            super(
                    "has more than " + most
                            + " bytes, the most that a feature may have; a line with fewer points"
                            + " or digits takes fewer",
                    null,
                    false,
                    false);
        }
    }

    /** What follows is another feature, or what stands before or behind all of them. */
    void begin() {
        taken = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        taken += Math.max(0, count);
        if (taken > most) {
            throw new TooManyException(most);
        }
        return count;
    }
}
