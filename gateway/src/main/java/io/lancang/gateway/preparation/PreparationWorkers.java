package io.lancang.gateway.preparation;

import io.lancang.federation.execute.FederationEngine;
import io.lancang.federation.execute.GraphQLRequest;
import io.lancang.federation.execute.Preparation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Prepares operations for execution. One that the engine remembers is there at once; a new one is parsed and planned by a
 * worker, so that it does not hold up the other requests of its event loop. Thread-safe.
 */
@Singleton
public class PreparationWorkers {
    /** Beyond the processors more workers only take time from the event loops. */
    private static final int WORKERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int WAITING = 200;

    private final SharedWork<Operation> work;

    /** Same text, same work; engines are compared by identity, since another supergraph means other plans. */
    private record Operation(
            FederationEngine engine, String query, @Nullable String name) {}

    @Inject
    PreparationWorkers(Vertx vertx) {
        work = new SharedWork<>(vertx, "preparation", WORKERS, WAITING);
    }

    /**
     * The operation of a request, ready to run. Completes on the caller's context.
     *
     * @param client as the engine takes it
     * @return fails with {@link TooMuchWorkException} if too many new operations wait already
     */
    public Future<Preparation> prepare(FederationEngine engine, GraphQLRequest request, Object client) {
        Preparation known = engine.cached(request, client);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        Operation operation = new Operation(engine, request.query(), request.operationName());
        AtomicReference<@Nullable Preparation> own = new AtomicReference<>();
        return work.run(operation, () -> own.set(engine.prepare(request, client)))
                .compose(done -> {
                    Preparation mine = own.get();
                    return mine == null ? afterOthers(engine, request, client) : Future.succeededFuture(mine);
                });
    }

    /** Overrides may be in force for this client that were not for the one who asked first. */
    private Future<Preparation> afterOthers(FederationEngine engine, GraphQLRequest request, Object client) {
        Preparation known = engine.cached(request, client);
        return known == null ? work.runAlone(() -> engine.prepare(request, client)) : Future.succeededFuture(known);
    }

    @PreDestroy
    void stop() {
        work.close();
    }
}
