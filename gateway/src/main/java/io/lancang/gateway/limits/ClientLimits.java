package io.lancang.gateway.limits;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.telemetry.ClientsConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The places and bytes that clients share, as {@link ClientsConfig} bounds them. Thread-safe. */
@Singleton
public final class ClientLimits {
    private final ClientsConfig config;
    private final Places requests;
    private final Places connections;
    private final Places bodies;
    private final BytePot received;

    @Inject
    ClientLimits(GatewayConfig config) {
        this.config = config.clients();
        requests = new Places(
                config.limits().maxConcurrentRequests(), config.limits().maxConcurrentRequestsPerClient());
        connections = new Places(this.config.maxConnections(), this.config.maxConnectionsPerAddress());
        bodies = new Places(this.config.maxBodiesReading(), this.config.maxBodiesReadingPerClient());
        received = new BytePot(this.config.maxBytesReceived().asLongValue());
    }

    /** The keys with times and rates. */
    public ClientsConfig config() {
        return config;
    }

    /** Requests in work. */
    public Places requests() {
        return requests;
    }

    /** Open connections. */
    public Places connections() {
        return connections;
    }

    /** Bodies that are being read. */
    public Places bodies() {
        return bodies;
    }

    /** The bytes of requests that are not answered yet. */
    public BytePot received() {
        return received;
    }
}
