package io.lancang.kit.replica;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When the primary was seen to have come how far, from which follows how long a standby is behind: since when the primary has had the first
 * of what the standby has not. A primary that writes nothing leaves nobody behind, and one that does not answer nobody further behind.
 *
 * <p>Used by one context.
 */
final class Positions {
    /** More than ten minutes of looks at the usual pace. Who is further behind is that far behind at least. */
    private static final int MOST = 4_096;

    private final Deque<Seen> seen = new ArrayDeque<>();

    /** @param nanos when, by the clock of {@link System#nanoTime} */
    private record Seen(long position, long nanos) {}

    /** The primary was seen at a position. After a failover a new one may have less than the last one had. */
    void add(long position, long nanos) {
        Seen last = seen.peekLast();
        if (last != null && last.position() == position) {
            return;
        }
        seen.removeIf(older -> older.position() > position);
        if (seen.size() == MOST) {
            seen.removeFirst();
        }
        seen.addLast(new Seen(position, nanos));
    }

    /** How long a standby is behind that has replayed up to a position. */
    Duration behind(long position, long now) {
        for (Seen one : seen) {
            if (one.position() > position) {
                return Duration.ofNanos(now - one.nanos());
            }
        }
        return Duration.ZERO;
    }

    /** Forgets what every standby has, but for the last. */
    void forgetUpTo(long position) {
        while (seen.size() > 1 && seen.getFirst().position() <= position) {
            seen.removeFirst();
        }
    }
}
