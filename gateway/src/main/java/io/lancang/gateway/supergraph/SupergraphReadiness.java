package io.lancang.gateway.supergraph;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready as soon as a supergraph is loaded. Asks no subgraph: one that is down costs only its own fields, and a gateway that
 * left the load balancer for it would cost all others.
 */
@Readiness
class SupergraphReadiness implements HealthCheck {
    private final CurrentEngine engines;

    @Inject
    SupergraphReadiness(CurrentEngine engines) {
        this.engines = engines;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("supergraph")
                .status(engines.isLoaded())
                .build();
    }
}
