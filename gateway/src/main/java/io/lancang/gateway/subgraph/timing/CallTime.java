package io.lancang.gateway.subgraph.timing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.lancang.gateway.subgraph.resilience.Resilience;
import org.jspecify.annotations.Nullable;

/**
 * The time of a request to a subgraph: when its answer is late, when it is very late, and when it is waited for no longer. Belongs to its
 * event loop.
 */
public final class CallTime {
    /** How many times as long is waited until an answer is late again. */
    private static final int VERY_LATE = 4;

    /** Who waits for the answer. */
    public interface Listener {
        /**
         * It is late.
         *
         * @param isVeryLate whether it was late before
         */
        void late(boolean isVeryLate);

        /** It is waited for no longer. */
        void over();
    }

    private final Alarms alarms;
    private final Listener listener;
    private final long begin = System.nanoTime();
    private long millis;
    private Alarms.@Nullable Alarm alarm;

    public CallTime(Alarms alarms, Listener listener) {
        this.alarms = alarms;
        this.listener = listener;
    }

    /**
     * To be called once.
     *
     * @param all how many milliseconds the answer is waited for
     * @param late after how many nanoseconds it is late; {@link Long#MAX_VALUE} for never
     */
    public void start(long all, long late) {
        millis = all;
        // One alarm in nearly all cases, as most are answered before either moment.
        if (late < MILLISECONDS.toNanos(all)) {
            lateAfter(Resilience.millis(late), /* isVeryLate= */ false);
        } else {
            overAfter(all);
        }
    }

    private void lateAfter(long wait, boolean isVeryLate) {
        alarm = alarms.set(wait, () -> late(wait, isVeryLate));
    }

    private void overAfter(long wait) {
        alarm = alarms.set(wait, listener::over);
    }

    private void late(long waited, boolean isVeryLate) {
        long left = remainingMillis();
        if (left <= 0) {
            listener.over();
            return;
        }
        long wait = waited * VERY_LATE;
        if (wait < left) {
            lateAfter(wait, /* isVeryLate= */ true);
        } else {
            overAfter(left);
        }
        listener.late(isVeryLate);
    }

    /** How many milliseconds the answer is waited for in all. */
    public long millis() {
        return millis;
    }

    /** How many milliseconds the answer is still waited for; negative when these are over. */
    public long remainingMillis() {
        return millis - nanos() / 1_000_000;
    }

    /** Nanoseconds since this was made. */
    public long nanos() {
        return System.nanoTime() - begin;
    }

    /** Nothing is late any more. */
    public void stop() {
        if (alarm != null) {
            alarms.callOff(alarm);
        }
    }
}
