package io.lancang.gateway.connection;

import java.util.concurrent.TimeUnit;

/** Counts frames of one connection over windows of five seconds. Belongs to the event loop of the connection. */
final class FrameRate {
    private static final int WINDOW_SECONDS = 5;
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(WINDOW_SECONDS);

    private final long maximum;
    private long begin;
    private long count;

    FrameRate(int maximumPerSecond) {
        maximum = (long) maximumPerSecond * WINDOW_SECONDS;
    }

    /** Counts a frame, and returns whether it is one too many. */
    boolean isTooMany(long now) {
        if (count == 0 || now - begin > WINDOW_NANOS) {
            begin = now;
            count = 0;
        }
        count++;
        return count > maximum;
    }
}
