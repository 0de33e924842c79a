package io.lancang.gateway.subgraph.endpoint;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions that are being opened at one subgraph. Opening one takes a connection and as much work as many requests, so
 * only so many are opened at a time; the others wait, those of each client in turn. Safe for any thread.
 */
public final class Openings {
    private final int atOnce;
    // All below belongs to whoever holds the monitor.
    private final Map<String, Set<Turn>> waiting = new LinkedHashMap<>();
    private int opening;

    Openings(int atOnce) {
        this.atOnce = atOnce;
    }

    /** The turn of one subscription. */
    public final class Turn {
        private final String client;
        private final Runnable open;
        private final Executor loop;
        private boolean begun;
        private boolean left;

        private Turn(String client, Runnable open, Executor loop) {
            this.client = client;
            this.open = open;
            this.loop = loop;
        }

        /** The subscription is opened, or not wanted any more. Only the first time counts. */
        public void leave() {
            Openings.this.leave(this);
        }
    }

    /**
     * Opens a subscription when its turn has come, on {@code loop}: at once, or later.
     *
     * @param client identifies the client
     */
    public Turn enter(String client, Runnable open, Executor loop) {
        Turn turn = new Turn(client, open, loop);
        // Once it waits, another event loop may begin it at any moment, and then opens it as well.
        boolean isFree;
        synchronized (this) {
            isFree = opening < atOnce;
            if (isFree) {
                opening++;
                turn.begun = true;
            } else {
                waiting.computeIfAbsent(client, first -> new LinkedHashSet<>()).add(turn);
            }
        }
        if (isFree) {
            open.run();
        }
        return turn;
    }

    private void leave(Turn turn) {
        Turn next = null;
        synchronized (this) {
            if (turn.left) {
                return;
            }
            turn.left = true;
            if (turn.begun) {
                next = next();
            } else {
                Set<Turn> ofClient = waiting.get(turn.client);
                if (ofClient != null && ofClient.remove(turn) && ofClient.isEmpty()) {
                    waiting.remove(turn.client);
                }
            }
        }
        if (next != null) {
            next.loop.execute(next.open);
        }
    }

    /** The next that waits takes over the place; if none does, the place is free. */
    private @Nullable Turn next() {
        Iterator<Map.Entry<String, Set<Turn>>> clients = waiting.entrySet().iterator();
        if (!clients.hasNext()) {
            opening--;
            return null;
        }
        Map.Entry<String, Set<Turn>> first = clients.next();
        String client = first.getKey();
        Set<Turn> ofClient = first.getValue();
        clients.remove();
        Iterator<Turn> turns = ofClient.iterator();
        Turn next = turns.next();
        turns.remove();
        next.begun = true;
        if (!ofClient.isEmpty()) {
            // Behind the other clients that wait.
            waiting.put(client, ofClient);
        }
        return next;
    }
}
