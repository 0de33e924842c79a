package io.lancang.gateway.subgraph.resilience;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Bounds how many requests of one subgraph are under way, and how many wait for their turn. Thread-safe.
 */
public final class Bulkhead {
    /** What became of who asked for a place. */
    public enum Entry {
        /** It has one. */
        ENTERED,
        /** It gets one when its turn comes. */
        WAITS,
        /** It gets none: too many wait. */
        REFUSED
    }

    private final int places;
    private final int mostWaiting;
    // Both belong to whoever holds the monitor.
    private final Deque<Consumer<Bulkhead>> waiting = new ArrayDeque<>();
    private int running;

    public Bulkhead(int places, int mostWaiting) {
        this.places = places;
        this.mostWaiting = mostWaiting;
    }

    /**
     * Asks for a place, which {@link #leave()} gives back.
     *
     * @param turn called on any thread when a place has become free for who {@link Entry#WAITS}
     */
    public synchronized Entry enter(Consumer<Bulkhead> turn) {
        if (running < places) {
            running++;
            return Entry.ENTERED;
        }
        if (waiting.size() >= mostWaiting) {
            return Entry.REFUSED;
        }
        waiting.add(turn);
        return Entry.WAITS;
    }

    /** Waits no more. False if the turn has come, and the place has to be given back. */
    public synchronized boolean giveUp(Consumer<Bulkhead> turn) {
        return waiting.remove(turn);
    }

    /** Gives the place to who has waited longest. */
    public void leave() {
        Consumer<Bulkhead> next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                running--;
            }
        }
        if (next != null) {
            next.accept(this);
        }
    }

    public synchronized int running() {
        return running;
    }

    public synchronized int waiting() {
        return waiting.size();
    }
}
