package io.lancang.gateway.supergraph;

import io.lancang.federation.engine.FederationEngine;
import io.lancang.gateway.subgraph.request.ClientRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The engine that new requests are given to. A request keeps the one that it began with, so that another supergraph can
 * take over at any moment. Thread-safe.
 */
@Singleton
public class CurrentEngine {
    private final AtomicReference<@Nullable Engines> engine = new AtomicReference<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private record Engines(
            FederationEngine<ClientRequest> whole, Map<String, FederationEngine<ClientRequest>> contracts) {}

    /** The engine, once a supergraph is loaded. The HTTP port opens only afterwards. */
    public FederationEngine<ClientRequest> get() {
        return engines().whole();
    }

    /**
     * The engine of a part of the supergraph.
     *
     * @param contract a name of the configuration; null for the whole
     */
    public FederationEngine<ClientRequest> get(@Nullable String contract) {
        Engines current = engines();
        if (contract == null) {
            return current.whole();
        }
        FederationEngine<ClientRequest> part = current.contracts().get(contract);
        if (part == null) {
            throw new IllegalStateException("There is no contract " + contract);
        }
        return part;
    }

    private Engines engines() {
        Engines current = engine.get();
        if (current == null) {
            throw new IllegalStateException("No supergraph is loaded");
        }
        return current;
    }

    /** Whether a supergraph is loaded. */
    public boolean isLoaded() {
        return engine.get() != null;
    }

    /**
     * Gives all requests from now on to other engines.
     *
     * @param contracts those of parts, by names
     */
    public void replace(FederationEngine<ClientRequest> whole, Map<String, FederationEngine<ClientRequest>> contracts) {
        engine.set(new Engines(whole, Map.copyOf(contracts)));
        listeners.forEach(Runnable::run);
    }

    /**
     * Has this called whenever other engines have taken over, on a thread that may be held up.
     *
     * @param listener must not fail
     */
    public void onReplace(Runnable listener) {
        listeners.add(listener);
    }
}
