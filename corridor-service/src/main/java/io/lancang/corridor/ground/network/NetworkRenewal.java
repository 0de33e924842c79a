package io.lancang.corridor.ground.network;

import io.lancang.kit.event.ReleaseEvents;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.startup.StartupReleases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the present network when the service has started, and again when a release has changed it, so that nobody who asks waits for it.
 * Of releases that come while it reads the last one counts, and it rests nine times as long as it read: however many edits
 * come, it takes a tenth of a processor at most. A request that comes first reads the network itself, as it would without this.
 */
@Singleton
class NetworkRenewal {
    private static final Logger LOG = Logger.getLogger(NetworkRenewal.class);
    private static final long REST = 9;

    private final Networks networks;
    private final ReleaseEvents releases;
    private final StartupReleases startup;
    private final ReadAheadConfig config;
    private volatile @Nullable Cancellable work;

    NetworkRenewal(Networks networks, ReleaseEvents releases, StartupReleases startup, ReadAheadConfig config) {
        this.networks = networks;
        this.releases = releases;
        this.startup = startup;
        this.config = config;
    }

    void onStart(@Observes StartupEvent start) {
        if (config.enabled()) {
            work = renewals()
                    .subscribe()
                    .with(
                            places -> LOG.debugf("Read the present network of %d places ahead", places),
                            failure -> LOG.error("The network is not read ahead any more", failure));
        }
    }

    void onStop(@Observes ShutdownEvent stop) {
        Cancellable running = work;
        if (running != null) {
            running.cancel();
        }
    }

    /** The number of places of each network that was read, for ever; what could not be read is left to whoever asks. */
    Multi<Integer> renewals() {
        return startup.prepared()
                .replaceWith(true)
                .toMulti()
                .onItem()
                .transformToMultiAndConcatenate(prepared -> changes())
                .onOverflow()
                .dropPreviousItems()
                .onItem()
                .transformToUniAndConcatenate(change -> renew());
    }

    private Multi<Boolean> changes() {
        return Multi.createBy()
                .merging()
                .streams(
                        Multi.createFrom().item(true),
                        releases.heard()
                                .map(release -> true)
                                .onFailure()
                                .retry()
                                .indefinitely());
    }

    private Uni<Integer> renew() {
        return Uni.createFrom().deferred(() -> {
            long begun = System.nanoTime();
            return networks.with(
                            null, Vantage.PRESENT, network -> Uni.createFrom().item(network.size()))
                    .onFailure()
                    .invoke(failure -> LOG.debugf("The network was not read ahead: %s", failure))
                    .onFailure()
                    .recoverWithNull()
                    .call(read -> Uni.createFrom()
                            .voidItem()
                            .onItem()
                            .delayIt()
                            .by(Duration.ofNanos(REST * (System.nanoTime() - begun))));
        });
    }
}
