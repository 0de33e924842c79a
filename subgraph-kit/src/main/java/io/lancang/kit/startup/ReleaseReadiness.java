package io.lancang.kit.startup;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every packaged release is loaded, and while the database answers. */
@Readiness
@Singleton
class ReleaseReadiness implements AsyncHealthCheck {
    private static final String NAME = "releases";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final StartupReleases releases;
    private final Pool pool;

    ReleaseReadiness(StartupReleases releases, Pool pool) {
        this.releases = releases;
        this.pool = pool;
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
                .map(rows -> HealthCheckResponse.up(NAME))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> down("The database does not answer: " + failure.getMessage()));
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
