package io.lancang.kit.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The body of a request, which has to come at a least rate: each load holds one of a few places. Only the time counts in
 * which the sender is waited for, so that a slow database makes no sender slow. Belongs to one thread.
 */
final class PacedBody extends FilterInputStream {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final long leastRate;
    private final Duration longestWait;
    private final LongSupplier nanoTime;
    private long received;
    private long waited;

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    PacedBody(InputStream body, IntakeConfig config, LongSupplier nanoTime) {
        super(body);
        this.leastRate = config.leastRate().asLongValue();
        this.longestWait = config.longestWait();
        this.nanoTime = nanoTime;
    }

    /** How many bytes have come. */
    long received() {
        return received;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /** @throws SlowUploadException if the sender is too slow */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long start = nanoTime.getAsLong();
        int count = super.read(buffer, offset, length);
        waited += nanoTime.getAsLong() - start;
        if (count > 0) {
            received += count;
            check();
        }
        return count;
    }

    private void check() {
        if (waited > longestWait.toNanos()) {
            throw new SlowUploadException("The file took longer than " + longestWait.toSeconds() + " s to come.");
        }
        double seconds = waited / 1e9;
        if (waited > GRACE.toNanos() && received < leastRate * seconds) {
            throw new SlowUploadException(
                    "The file comes too slowly: %d bytes in %.0f s; %d bytes a second are the least."
                            .formatted(received, seconds, leastRate));
        }
    }
}
