package io.lancang.kit.startup;

import io.lancang.kit.dataset.ReleaseRejectedException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniRetry;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it when the service starts that the database has this version's tables and packaged releases, on a worker
 * thread: prepares it, waits until it is prepared, or prepares it and ends, as {@link ReleasesConfig.Preparation} says.
 *
 * <p>The service starts without its database and stays live; it tries again until the database answers. A packaged file
 * that is rejected is a fault of the build: it is logged once, and the service never gets ready.
 */
@Singleton
public class StartupReleases {
    /** The exit status where trying again may help. */
    static final int EXIT_FAILED = 1;
    /** The exit status where trying again gives the same: a packaged release was rejected. */
    static final int EXIT_REJECTED = 3;

    private static final Logger LOG = Logger.getLogger(StartupReleases.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    private final DatabasePreparation database;
    private final ReleasesConfig config;
    private final CompletableFuture<@Nullable Void> prepared = new CompletableFuture<>();
    private volatile State state = new State.Waiting("The packaged releases are being loaded.");
    private volatile @Nullable Cancellable work;

    StartupReleases(DatabasePreparation database, ReleasesConfig config) {
        this.database = database;
        this.config = config;
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

    /** Completes when every packaged release is loaded: never where one was rejected, or where the process ends with that. */
    public Uni<Void> prepared() {
        return Uni.createFrom().completionStage(() -> prepared.minimalCompletionStage());
    }

    void onStart(@Observes StartupEvent event) {
        work = switch (config.preparation()) {
            case AT_START ->
                retried(database::prepare).indefinitely().subscribe().with(done -> ready(), this::gaveUp);
            case EXPECTED ->
                retried(database::verify).indefinitely().subscribe().with(done -> ready(), this::gaveUp);
            case AND_EXIT ->
                retried(database::prepare)
                        .expireIn(config.patience().toMillis())
                        .subscribe()
                        .with(done -> exit(), this::exitFailed);
        };
    }

    void onStop(@Observes ShutdownEvent event) {
        Cancellable running = work;
        if (running != null) {
            running.cancel();
        }
    }

    private UniRetry<Void> retried(Runnable step) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(step)
                .onFailure(StartupReleases::mayPass)
                .invoke(this::willRetry)
                .onFailure(StartupReleases::mayPass)
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY);
    }

    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof ReleaseRejectedException);
    }

    private void ready() {
        state = new State.Ready();
        prepared.complete(null);
    }

    private void exit() {
        LOG.info("The database is prepared");
        Quarkus.asyncExit(0);
    }

    private void exitFailed(Throwable failure) {
        LOG.error("The database was not prepared", failure);
        Quarkus.asyncExit(mayPass(failure) ? EXIT_FAILED : EXIT_REJECTED);
    }

    private void willRetry(Throwable failure) {
        String reason = failure instanceof NotPreparedException missing
                ? missing.advice()
                : "The database could not be prepared and will be tried again: " + rootOf(failure);
        state = new State.Waiting(reason);
        LOG.warn(reason);
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
