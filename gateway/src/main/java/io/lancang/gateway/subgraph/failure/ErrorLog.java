package io.lancang.gateway.subgraph.failure;

import io.lancang.federation.error.GraphQLError;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Logs what clients do not see of subgraphs' errors, in bounded lines and no more of them a second than a person could use: an
 * error that a client can cause at will must not fill the disk. Thread-safe.
 */
final class ErrorLog {
    /** Lines a second. */
    static final int LINES = 20;

    private static final Logger LOG = Logger.getLogger(ErrorLog.class);
    private static final int LONGEST = 4000;

    private final LongSupplier clock;
    private final AtomicLong second = new AtomicLong();
    private final AtomicInteger lines = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    ErrorLog() {
        this(System::nanoTime);
    }

    ErrorLog(LongSupplier clock) {
        this.clock = clock;
    }

    void masked(String id, String subgraph, GraphQLError error) {
        if (!mayLog()) {
            left.incrementAndGet();
            return;
        }
        int unlogged = left.getAndSet(0);
        LOG.warnf(
                "Subgraph %s reported an error, shown to the client as %s: %s %s%s",
                subgraph,
                id,
                oneLine(error.code(), 100),
                oneLine(error.message() + (error.extensions().isEmpty() ? "" : " " + error.extensions()), LONGEST),
                unlogged == 0 ? "" : " (" + unlogged + " more such errors were not logged)");
    }

    /** Whether another line fits into this second. */
    boolean mayLog() {
        long now = TimeUnit.NANOSECONDS.toSeconds(clock.getAsLong());
        if (second.getAndSet(now) != now) {
            lines.set(0);
        }
        return lines.incrementAndGet() <= LINES;
    }

    /** What a subgraph says must not look like further lines of the log. */
    private static String oneLine(String text, int longest) {
        return ErrorMask.shortened(text, longest).replaceAll("\\p{Cntrl}+", " ");
    }
}
