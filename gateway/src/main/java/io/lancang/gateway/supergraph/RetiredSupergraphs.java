package io.lancang.gateway.supergraph;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.LongSupplier;

/**
 * Supergraphs that new requests do not get any more. Requests that began with one end by their deadline; subscriptions go on with it
 * for as long as their clients like. What serves it is closed when neither is left, or when too many others wait behind it. Not
 * thread-safe.
 */
final class RetiredSupergraphs {
    /** Each takes memory, for its schema and its plans. */
    static final int MOST = 3;

    private final Duration deadline;
    private final LongSupplier nanoTime;
    private final Deque<Retired> all = new ArrayDeque<>();

    /** @param deadline by which each request is answered */
    RetiredSupergraphs(Duration deadline, LongSupplier nanoTime) {
        this.deadline = deadline;
        this.nanoTime = nanoTime;
    }

    private record Retired(ServedSupergraph supergraph, long since) {}

    void add(ServedSupergraph supergraph) {
        all.add(new Retired(supergraph, nanoTime.getAsLong()));
        if (all.size() > MOST) {
            all.remove().supergraph().close();
        }
    }

    /** Closes what nobody uses any more. */
    void sweep() {
        long now = nanoTime.getAsLong();
        Iterator<Retired> each = all.iterator();
        while (each.hasNext()) {
            Retired retired = each.next();
            if (now - retired.since() <= deadline.toNanos()) {
                continue;
            }
            // It has streams of its own, by which it hears of changes.
            retired.supergraph().closeCache();
            if (retired.supergraph().client().openStreams() == 0) {
                retired.supergraph().close();
                each.remove();
            }
        }
    }

    void close() {
        all.forEach(retired -> retired.supergraph().close());
        all.clear();
    }
}
