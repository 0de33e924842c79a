package io.lancang.gateway.subgraph.endpoint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who may use the connections of one event loop to one subgraph. A client has a part of them at most, so that one who asks for
 * more than the subgraph answers does not keep the others waiting; and where all are in use, clients get the next in turn.
 * Belongs to its event loop.
 */
public final class ConnectionShares {
    private final int all;
    private final int ofOneClient;
    private final Map<String, Integer> underWay = new HashMap<>();
    private final Map<String, Deque<Runnable>> waiting = new LinkedHashMap<>();
    private int total;

    /** @param all how many requests the connections take at once; a client has three quarters of them at most */
    ConnectionShares(int all) {
        this.all = all;
        this.ofOneClient = Math.max(1, all - all / 4);
    }

    /** Begins what a client asks for: at once, or when it is its turn. */
    public void enter(String client, Runnable begin) {
        if (total < all && underWay.getOrDefault(client, 0) < ofOneClient) {
            begin(client, begin);
        } else {
            waiting.computeIfAbsent(client, first -> new ArrayDeque<>()).add(begin);
        }
    }

    /** What a client asked for has ended, or will not be begun any more. */
    public void leave(String client, Runnable begun) {
        Deque<Runnable> line = waiting.get(client);
        if (line != null && line.remove(begun)) {
            if (line.isEmpty()) {
                waiting.remove(client);
            }
            return;
        }
        total--;
        underWay.computeIfPresent(client, (of, number) -> number == 1 ? null : number - 1);
        beginNext();
    }

    private void beginNext() {
        Iterator<Map.Entry<String, Deque<Runnable>>> lines = waiting.entrySet().iterator();
        while (lines.hasNext()) {
            Map.Entry<String, Deque<Runnable>> line = lines.next();
            String client = line.getKey();
            if (underWay.getOrDefault(client, 0) < ofOneClient) {
                lines.remove();
                Runnable next = line.getValue().remove();
                if (!line.getValue().isEmpty()) {
                    // Behind the other clients that wait.
                    waiting.put(client, line.getValue());
                }
                begin(client, next);
                return;
            }
        }
    }

    private void begin(String client, Runnable begin) {
        total++;
        underWay.merge(client, 1, Integer::sum);
        begin.run();
    }
}
