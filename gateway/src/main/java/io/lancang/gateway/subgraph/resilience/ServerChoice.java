package io.lancang.gateway.subgraph.resilience;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which servers of a subgraph one request has been sent to, and where it goes next. Not thread-safe, but for {@link #NONE}. */
public final class ServerChoice {
    /** Of no servers: the host of the URL is asked. */
    public static final ServerChoice NONE = new ServerChoice(new Servers(List.of()), /* mayProbe= */ false);

    private final Servers servers;
    private final boolean mayProbe;
    private List<Server> tried = List.of();

    /** @param mayProbe whether it may be the one that tries a server which has been left out */
    ServerChoice(Servers servers, boolean mayProbe) {
        this.servers = servers;
        this.mayProbe = mayProbe;
    }

    /**
     * Where it is sent now; null for the host of the subgraph's URL. What comes of it is told to {@link Resilience}, or here by one of the
     * methods below.
     */
    public @Nullable Server next() {
        Server next = servers.next(tried, mayProbe);
        if (next != null) {
            if (tried.isEmpty()) {
                tried = new ArrayList<>(2);
            }
            tried.add(next);
        }
        return next;
    }

    /** The last one answered. */
    public void succeeded() {
        if (!tried.isEmpty()) {
            tried.getLast().succeeded();
        }
    }

    /** The last one did not. */
    public void failed() {
        if (!tried.isEmpty()) {
            tried.getLast().failed();
        }
    }

    /** Nothing follows from what became of the last one. */
    public void ignored() {
        if (!tried.isEmpty()) {
            tried.getLast().ignored();
        }
    }

    /** Whether another server, which is in use, may fare better. */
    public boolean hasOther() {
        return servers.hasOther(tried);
    }
}
