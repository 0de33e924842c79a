package io.lancang.gateway.preparation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits, of many clients: one piece of each client in turn. When it is full, the client with the most waiting pays.
 * Not thread-safe: its owner holds a lock.
 *
 * @param <T> the work
 */
final class WaitingWork<T extends WaitingWork.Task> {
    private final Bounds bounds;
    /** In the order of their turns; only clients of whom something waits. */
    private final Map<String, Deque<T>> byClient = new LinkedHashMap<>();

    private int count;
    private long size;

    /**
     * How much may wait.
     *
     * @param count pieces in all
     * @param countPerClient pieces of one client
     * @param size in all, as {@link Task#size()} gives it
     */
    record Bounds(int count, int countPerClient, long size) {}

    /** A piece of work. */
    interface Task {
        /** Whose it is. */
        String client();

        /** How much memory it holds while it waits. */
        long size();

        /** Whether somebody still waits for it. */
        boolean isWanted();
    }

    WaitingWork(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Adds work. What has no room for it is given back: the work itself, or that of clients of whom more waits. */
    List<T> add(T work) {
        List<T> refused = new ArrayList<>();
        if (countOf(work.client()) >= bounds.countPerClient()) {
            return List.of(work);
        }
        while (count >= bounds.count() || size + work.size() > bounds.size()) {
            String heaviest = heaviest();
            if (heaviest == null || countOf(heaviest) <= countOf(work.client()) + 1) {
                refused.add(work);
                return refused;
            }
            refused.add(removeLast(heaviest));
        }
        byClient.computeIfAbsent(work.client(), client -> new ArrayDeque<>()).add(work);
        count++;
        size += work.size();
        return refused;
    }

    /** The next work, of the client whose turn it is; null if none waits. */
    @Nullable
    T next() {
        Iterator<Map.Entry<String, Deque<T>>> turns = byClient.entrySet().iterator();
        if (!turns.hasNext()) {
            return null;
        }
        Map.Entry<String, Deque<T>> turn = turns.next();
        String client = turn.getKey();
        Deque<T> own = turn.getValue();
        turns.remove();
        T work = own.remove();
        if (!own.isEmpty()) {
            byClient.put(client, own);
        }
        forget(work);
        return work;
    }

    /** Takes out what nobody waits for any more. */
    List<T> removeUnwanted() {
        List<T> unwanted = new ArrayList<>();
        byClient.values()
                .forEach(own -> own.removeIf(work -> {
                    boolean gone = !work.isWanted();
                    if (gone) {
                        unwanted.add(work);
                    }
                    return gone;
                }));
        byClient.values().removeIf(Deque::isEmpty);
        unwanted.forEach(this::forget);
        return unwanted;
    }

    private int countOf(String client) {
        Deque<T> own = byClient.get(client);
        return own == null ? 0 : own.size();
    }

    private @Nullable String heaviest() {
        String heaviest = null;
        int most = 0;
        for (Map.Entry<String, Deque<T>> client : byClient.entrySet()) {
            if (client.getValue().size() > most) {
                most = client.getValue().size();
                heaviest = client.getKey();
            }
        }
        return heaviest;
    }

    private T removeLast(String client) {
        Deque<T> own = byClient.get(client);
        if (own == null) {
            throw new IllegalStateException("nothing of " + client + " waits");
        }
        T last = own.removeLast();
        if (own.isEmpty()) {
            byClient.remove(client);
        }
        forget(last);
        return last;
    }

    private void forget(T work) {
        count--;
        size -= work.size();
    }
}
