package io.lancang.gateway.subgraph.request;

import io.lancang.gateway.headers.OutgoingHeaders;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What extensions have done to one request of a client. Belongs to the event loop of the client's connection. */
public final class RequestExtensions {
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, Future<@Nullable Void>> begun = new HashMap<>();
    private final Map<String, OutgoingHeaders> headers = new HashMap<>();

    /** What they keep for later. */
    public Map<String, Object> attributes() {
        return attributes;
    }

    /** Does something for a subgraph unless it is done or under way already. */
    public Future<@Nullable Void> once(String subgraph, Supplier<Future<@Nullable Void>> work) {
        Future<@Nullable Void> known = begun.get(subgraph);
        if (known == null) {
            known = work.get();
            begun.put(subgraph, known);
        }
        return known;
    }

    /** From now on a subgraph is sent these for this request. */
    public void send(String subgraph, OutgoingHeaders changed) {
        headers.put(subgraph, changed);
    }

    @Nullable
    OutgoingHeaders sent(String subgraph) {
        return headers.get(subgraph);
    }
}
