package io.lancang.kit.event;

import io.lancang.kit.replica.Replicas;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears of releases whether clients do or not where standbys answer questions, which is how this process learns that one of them lacks a
 * release.
 */
@Singleton
class ReleaseHearing {
    private static final Logger LOG = Logger.getLogger(ReleaseHearing.class);

    private final ReleaseEvents releases;
    private final Replicas replicas;
    private volatile @Nullable Cancellable work;

    ReleaseHearing(ReleaseEvents releases, Replicas replicas) {
        this.releases = releases;
        this.replicas = replicas;
    }

    void onStart(@Observes StartupEvent start) {
        if (replicas.areUsed()) {
            work = releases.heard()
                    .onFailure()
                    .retry()
                    .indefinitely()
                    .subscribe()
                    .with(
                            release -> LOG.tracef("Release %d", release.id()),
                            failure -> LOG.error("Releases are not heard of any more", failure));
        }
    }

    void onStop(@Observes ShutdownEvent stop) {
        Cancellable running = work;
        if (running != null) {
            running.cancel();
        }
    }
}
