package io.lancang.kit.release;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the database to this version's tables and packaged releases when the service starts, on a worker thread.
 *
 * <p>The service starts without its database and stays live; it tries again until the database answers. A packaged file
 * that is rejected is a fault of the build: it is logged once, and the service never gets ready.
 */
@Singleton
public class StartupReleases {
    private static final Logger LOG = Logger.getLogger(StartupReleases.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    private final Flyway flyway;
    private final ReleaseLoader loader;
    private final PackagedReleases packaged;
    private volatile State state = new State.Waiting("The packaged releases are being loaded.");
    private volatile @Nullable Cancellable work;

    StartupReleases(Flyway flyway, ReleaseLoader loader, PackagedReleases packaged) {
        this.flyway = flyway;
        this.loader = loader;
        this.packaged = packaged;
    }

    /** How far the start has come. */
    public sealed interface State {
        /** Every packaged release is loaded. */
        record Ready() implements State {}

        /** Not yet, and why. */
        record Waiting(String reason) implements State {}
    }

    /** How far the start has come; safe for any thread. */
    public State state() {
        return state;
    }

    void onStart(@Observes StartupEvent event) {
        work = Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::migrateAndLoad)
                .onFailure(failure -> !(failure instanceof ReleaseRejectedException))
                .invoke(this::willRetry)
                .onFailure(failure -> !(failure instanceof ReleaseRejectedException))
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                .subscribe()
                .with(done -> state = new State.Ready(), this::gaveUp);
    }

    void onStop(@Observes ShutdownEvent event) {
        Cancellable running = work;
        if (running != null) {
            running.cancel();
        }
    }

    private void migrateAndLoad() {
        flyway.migrate();
        Set<String> changed = new LinkedHashSet<>();
        for (PackagedReleases.Packaged release : packaged.inOrder()) {
            if (load(release) instanceof LoadResult.Loaded) {
                release.dataset()
                        .parts()
                        .forEach(part -> changed.add(part.target().table()));
            }
        }
        try {
            loader.analyze(changed);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot analyze " + changed, failure);
        }
    }

    private LoadResult load(PackagedReleases.Packaged release) {
        long start = System.nanoTime();
        try {
            LoadResult result = loader.load(release.dataset(), release.file());
            switch (result) {
                case LoadResult.Unchanged(long id) ->
                    LOG.debugf("%s is release %d already", release.file().name(), id);
                case LoadResult.Checked checked ->
                    throw new IllegalStateException("A packaged file is loaded, not checked: " + checked);
                case LoadResult.Loaded loaded ->
                    LOG.infof(
                            "Loaded %s as release %d: %d rows, %d added, %d closed, %d ms",
                            release.file().name(),
                            loaded.release(),
                            loaded.rows(),
                            loaded.added(),
                            loaded.closed(),
                            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            }
            return result;
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("Cannot load " + release.file().name(), failure);
        }
    }

    private void willRetry(Throwable failure) {
        state = new State.Waiting("The database could not be prepared and will be tried again: " + rootOf(failure));
        LOG.warnf("The database could not be prepared and will be tried again: %s", rootOf(failure));
        LOG.debug("The database could not be prepared", failure);
    }

    private void gaveUp(Throwable failure) {
        state = new State.Waiting("A packaged release was rejected; the log names the rows.");
        LOG.error("A packaged release was rejected; this service will not get ready", failure);
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root.toString();
    }
}
