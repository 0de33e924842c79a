package io.lancang.gateway.limits;

import io.lancang.gateway.config.GatewayConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Counts what stays open: subscriptions, and the WebSocket connections on which clients may subscribe. They last for hours,
 * so they take no place among the requests in work. Thread-safe.
 */
@Singleton
public final class OpenStreams {
    private final Places subscriptions;
    private final Admission connections;

    @Inject
    OpenStreams(GatewayConfig config) {
        subscriptions = new Places(
                config.subscriptions().maxConcurrent(), config.subscriptions().maxConcurrentPerClient());
        connections = new Admission(config.subscriptions().maxConnections());
    }

    /** The places of subscriptions, on all transports together. */
    public Places subscriptions() {
        return subscriptions;
    }

    /** The places of WebSocket connections. */
    public Admission connections() {
        return connections;
    }
}
