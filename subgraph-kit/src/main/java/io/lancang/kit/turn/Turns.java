package io.lancang.kit.turn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets only so much be under way at once. What does not fit waits: each client's in the order in which it came, and the clients
 * in turn, so that whoever wants much waits for himself and not the others for him. Safe for any thread.
 */
public final class Turns {
    private final int atOnce;
    private final int mostWaiting;
    // All below is guarded by the monitor.
    private final Map<String, Deque<Turn>> waiting = new LinkedHashMap<>();
    private int underWay;
    private int inLine;

    /**
     * @param atOnce how many may be under way
     * @param mostWaiting how many may wait, of all clients together
     */
    public Turns(int atOnce, int mostWaiting) {
        this.atOnce = atOnce;
        this.mostWaiting = mostWaiting;
    }

    /** What entering a line comes to. */
    public enum Entry {
        /** There is a place; what waits to begin is not called. */
        AT_ONCE,
        /** What waits is called once a place is free. */
        LATER,
        /** Too many wait already. */
        REFUSED
    }

    /** A place, or the way to one. */
    public final class Turn {
        private final String client;
        private final Runnable begin;
        private boolean begun;
        private boolean left;

        private Turn(String client, Runnable begin) {
            this.client = client;
            this.begin = begin;
        }

        /** Gets in line. To be called once. */
        public Entry enter() {
            return Turns.this.enter(this);
        }

        /** Gives the place to whoever is next, or gets out of line. Only the first time counts. */
        public void leave() {
            Turns.this.leave(this);
        }
    }

    /**
     * A turn that is not in line yet.
     *
     * @param client by which clients are told apart
     * @param begin called if the turn has to wait, when it has come: by whoever leaves, whom it is not to hold up
     */
    public Turn of(String client, Runnable begin) {
        return new Turn(client, begin);
    }

    /** How many wait now. */
    public synchronized int waiting() {
        return inLine;
    }

    private synchronized Entry enter(Turn turn) {
        if (underWay < atOnce) {
            underWay++;
            turn.begun = true;
            return Entry.AT_ONCE;
        }
        if (inLine >= mostWaiting) {
            return Entry.REFUSED;
        }
        inLine++;
        waiting.computeIfAbsent(turn.client, first -> new ArrayDeque<>()).add(turn);
        return Entry.LATER;
    }

    private void leave(Turn turn) {
        Turn next = end(turn);
        if (next != null) {
            next.begin.run();
        }
    }

    private synchronized @Nullable Turn end(Turn turn) {
        if (turn.left) {
            return null;
        }
        turn.left = true;
        if (turn.begun) {
            return next();
        }
        Deque<Turn> ofClient = waiting.get(turn.client);
        if (ofClient != null && ofClient.remove(turn)) {
            inLine--;
            if (ofClient.isEmpty()) {
                waiting.remove(turn.client);
            }
        }
        return null;
    }

    /** The next that waits takes over the place; if none does, the place is free. */
    private @Nullable Turn next() {
        Iterator<Map.Entry<String, Deque<Turn>>> clients = waiting.entrySet().iterator();
        if (!clients.hasNext()) {
            underWay--;
            return null;
        }
        Map.Entry<String, Deque<Turn>> first = clients.next();
        clients.remove();
        Turn next = first.getValue().remove();
        next.begun = true;
        inLine--;
        if (!first.getValue().isEmpty()) {
            // Behind the other clients that wait.
            waiting.put(first.getKey(), first.getValue());
        }
        return next;
    }
}
