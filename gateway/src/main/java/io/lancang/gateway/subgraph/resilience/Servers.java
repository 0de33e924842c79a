package io.lancang.gateway.subgraph.resilience;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a subgraph, asked by turns. There may be none: then the host of its URL is asked, of which nothing is known here.
 * Thread-safe.
 */
final class Servers {
    private final List<Server> all;
    private final AtomicInteger turn = new AtomicInteger();

    Servers(List<Server> all) {
        this.all = all;
    }

    boolean areNone() {
        return all.isEmpty();
    }

    /**
     * Where a request is sent next: to a server in use that was not tried, else to one in use, else to whichever there is, as a subgraph all of
     * whose servers fail is better asked in vain than not at all. Null if there are none.
     *
     * @param tried by the same request
     * @param mayProbe whether a server that was left out for long enough may be tried by it
     */
    @Nullable
    Server next(Collection<Server> tried, boolean mayProbe) {
        if (all.isEmpty()) {
            return null;
        }
        int first = turn.getAndIncrement();
        Server inUse = null;
        Server spare = null;
        for (int i = 0; i < all.size(); i++) {
            Server server = all.get(Math.floorMod(first + i, all.size()));
            if (tried.contains(server)) {
                if (inUse == null && server.isInUse()) {
                    inUse = server;
                }
            } else if (server.enter(mayProbe)) {
                return server;
            } else if (spare == null) {
                spare = server;
            }
        }
        if (inUse != null) {
            return inUse;
        }
        return spare == null ? all.get(Math.floorMod(first, all.size())) : spare;
    }

    /** Whether there is a server in use that was not tried. */
    boolean hasOther(Collection<Server> tried) {
        for (Server server : all) {
            if (server.isInUse() && !tried.contains(server)) {
                return true;
            }
        }
        return false;
    }

    int ejected() {
        int number = 0;
        for (Server server : all) {
            number += server.isInUse() ? 0 : 1;
        }
        return number;
    }
}
