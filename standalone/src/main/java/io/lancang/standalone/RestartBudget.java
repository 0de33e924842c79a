package io.lancang.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How often a process that ran out of memory is started again: a few times within a while, each time after a longer pause.
 * What runs out of memory more often than that needs a person. Used by one thread.
 */
final class RestartBudget {
    /** How many starts one {@link #WINDOW} has room for. */
    static final int MOST = 5;

    static final Duration WINDOW = Duration.ofMinutes(10);
    static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Duration firstPause;
    private final Deque<Instant> starts = new ArrayDeque<>();

    /** With the pause before the first start, which doubles with each further one. */
    RestartBudget(Duration firstPause) {
        this.firstPause = firstPause;
    }

    /** The pause before the next start, which counts from now on; nothing if there were too many already. */
    Optional<Duration> next(Instant now) {
        while (!starts.isEmpty() && !starts.getFirst().plus(WINDOW).isAfter(now)) {
            starts.removeFirst();
        }
        if (starts.size() == MOST) {
            return Optional.empty();
        }
        Duration pause = firstPause.multipliedBy(1L << starts.size());
        starts.addLast(now);
        return Optional.of(pause);
    }
}
