package io.lancang.gateway.connection;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.limits.ClientLimits;
import io.lancang.gateway.limits.Places;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive is a gateway that answers where its clients ask: it opens a connection to its own port as they do, and waits for an
 * answer for a bounded time. Health has a port of its own, which may go on answering when that of the clients has died.
 */
@Liveness
@Singleton
class ListenerLiveness implements AsyncHealthCheck {
    private final ConnectionGate gate;
    private final Places places;
    private final ListenerProbe probe;

    @Inject
    ListenerLiveness(Vertx vertx, ConnectionGate gate, ClientLimits limits, GatewayConfig config) {
        this.gate = gate;
        this.places = limits.connections();
        this.probe = new ListenerProbe(vertx, config.livenessTimeout());
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().completionStage(() -> check().toCompletionStage());
    }

    private Future<HealthCheckResponse> check() {
        SocketAddress address = gate.plainAddress();
        if (address == null) {
            // Not open yet, or open only to what speaks TLS or the proxy protocol.
            return Future.succeededFuture(named("is not asked").up().build());
        }
        return probe.ask(address)
                .map(answer -> named("answers").up().build())
                .otherwise(failure -> named(
                                "does not answer: " + failure.getClass().getSimpleName())
                        .status(isFull())
                        .build());
    }

    /** A gateway that turns connections away because it has enough of them is alive. */
    private boolean isFull() {
        return places.running() >= Math.min(places.maximum(), places.maximumPerClient());
    }

    private static HealthCheckResponseBuilder named(String what) {
        return HealthCheckResponse.named("listener").withData("port of the clients", what);
    }
}
