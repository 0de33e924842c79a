package io.lancang.gateway.supergraph;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready as soon as a supergraph is loaded and looked through, and says which. Asks no subgraph: one that is down costs only its own fields, and a
 * gateway that left the load balancer for it would cost all others. Nor does another supergraph that cannot be loaded matter: the
 * last good one answers.
 */
@Readiness
class SupergraphReadiness implements HealthCheck {
    private final CurrentEngine engines;
    private final SupergraphStatus status;

    @Inject
    SupergraphReadiness(CurrentEngine engines, SupergraphStatus status) {
        this.engines = engines;
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("supergraph").status(engines.isLoaded() && status.isValid());
        SupergraphStatus.Served served = status.served();
        if (served != null) {
            response.withData("sha256", served.digest())
                    .withData("since", served.since().toString());
        }
        SupergraphStatus.Problem problem = status.problem();
        if (problem != null) {
            response.withData("refused", problem.message())
                    .withData("refusedAt", problem.time().toString());
        }
        return response.build();
    }
}
