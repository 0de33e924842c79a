package io.lancang.kit.startup;

import io.lancang.kit.replica.Replicas;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once every packaged release is loaded, and while the database answers, whichever of its servers. Where there are standbys it tells
 * whether events are heard of as well: questions are answered while they are not.
 */
@Readiness
@Singleton
class ReleaseReadiness implements AsyncHealthCheck {
    private static final String NAME = "releases";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final StartupReleases releases;
    private final Pool pool;
    private final Replicas replicas;

    ReleaseReadiness(StartupReleases releases, Pool pool, Replicas replicas) {
        this.releases = releases;
        this.pool = pool;
        this.replicas = replicas;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return switch (releases.state()) {
            case StartupReleases.State.Waiting(String reason) ->
                Uni.createFrom().item(down(reason));
            case StartupReleases.State.Ready() -> askDatabase();
        };
    }

    private Uni<HealthCheckResponse> askDatabase() {
        return pool.query("select 1")
                .execute()
                .map(rows -> up())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> down("The database does not answer: " + failure.getMessage()));
    }

    private HealthCheckResponse up() {
        return replicas.areUsed()
                ? HealthCheckResponse.named(NAME)
                        .up()
                        .withData(
                                "events",
                                replicas.isListening() ? "heard of" : "not heard of until the primary answers")
                        .build()
                : HealthCheckResponse.up(NAME);
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
