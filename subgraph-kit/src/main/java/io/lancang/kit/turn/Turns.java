package io.lancang.kit.turn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets only so much be under way at once, by weight. What does not fit waits: each client's in the order in which it came, and the
 * clients in turn, so that whoever wants much waits for himself and not the others for him. Whoever is next is waited for, however
 * heavy, so that lighter ones do not pass it for ever. Safe for any thread.
 */
public final class Turns {
    private final long atOnce;
    private final int mostWaiting;
    // All below is guarded by the monitor.
    private final Map<String, Deque<Turn>> waiting = new LinkedHashMap<>();
    private long underWay;
    private int inLine;

    /**
     * @param atOnce what may be under way together; what weighs more is under way alone
     * @param mostWaiting how many may wait, of all clients together
     */
    public Turns(long atOnce, int mostWaiting) {
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
        private final long weight;
        private final Runnable begin;
        private boolean begun;
        private boolean left;

        private Turn(String client, long weight, Runnable begin) {
            this.client = client;
            this.weight = Math.min(weight, atOnce);
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
     * @param client by which clients are distinguished
     * @param weight how much of the place it takes
     * @param begin called if the turn has to wait, when it has come: by whoever leaves, whom it is not to hold up
     */
    public Turn of(String client, long weight, Runnable begin) {
        return new Turn(client, weight, begin);
    }

    /** How many wait now. */
    public synchronized int waiting() {
        return inLine;
    }

    private synchronized Entry enter(Turn turn) {
        if (inLine == 0 && underWay + turn.weight <= atOnce) {
            begin(turn);
            return Entry.AT_ONCE;
        }
        if (inLine >= mostWaiting) {
            return Entry.REFUSED;
        }
        inLine++;
        waiting.computeIfAbsent(turn.client, first -> new ArrayDeque<>()).add(turn);
        return Entry.LATER;
    }

    private void begin(Turn turn) {
        underWay += turn.weight;
        turn.begun = true;
    }

    private void leave(Turn turn) {
        end(turn).forEach(next -> next.begin.run());
    }

    /** Those whose turn has come because it ended. */
    private synchronized List<Turn> end(Turn turn) {
        if (turn.left) {
            return List.of();
        }
        turn.left = true;
        if (turn.begun) {
            underWay -= turn.weight;
        } else {
            forget(turn);
        }
        List<Turn> begun = new ArrayList<>();
        for (Turn next = next(); next != null; next = next()) {
            begun.add(next);
        }
        return begun;
    }

    private void forget(Turn turn) {
        Deque<Turn> ofClient = waiting.get(turn.client);
        if (ofClient != null && ofClient.remove(turn)) {
            inLine--;
            if (ofClient.isEmpty()) {
                waiting.remove(turn.client);
            }
        }
    }

    /** The next that waits takes its place, if there is one. */
    private @Nullable Turn next() {
        Iterator<Map.Entry<String, Deque<Turn>>> clients = waiting.entrySet().iterator();
        if (!clients.hasNext()) {
            return null;
        }
        Map.Entry<String, Deque<Turn>> first = clients.next();
        Turn next = first.getValue().element();
        if (underWay + next.weight > atOnce) {
            return null;
        }
        clients.remove();
        first.getValue().remove();
        begin(next);
        inLine--;
        if (!first.getValue().isEmpty()) {
            // Behind the other clients that wait.
            waiting.put(first.getKey(), first.getValue());
        }
        return next;
    }
}
