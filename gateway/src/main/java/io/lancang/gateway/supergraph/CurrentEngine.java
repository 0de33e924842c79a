package io.lancang.gateway.supergraph;

import io.lancang.federation.engine.FederationEngine;
import io.lancang.gateway.subgraph.ClientRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The engine that new requests are given to. A request keeps the one that it began with, so that another supergraph can
 * take over at any moment. Thread-safe.
 */
@Singleton
public class CurrentEngine {
    private final AtomicReference<@Nullable FederationEngine<ClientRequest>> engine = new AtomicReference<>();

    /** The engine, once a supergraph is loaded. The HTTP port opens only afterwards. */
    public FederationEngine<ClientRequest> get() {
        FederationEngine<ClientRequest> current = engine.get();
        if (current == null) {
            throw new IllegalStateException("No supergraph is loaded");
        }
        return current;
    }

    /** Whether a supergraph is loaded. */
    public boolean isLoaded() {
        return engine.get() != null;
    }

    /** Gives all requests from now on to another engine. */
    public void replace(FederationEngine<ClientRequest> next) {
        engine.set(next);
    }
}
