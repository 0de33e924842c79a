package io.lancang.gateway.preparation;

import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.engine.Preparation;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.document.PreparationConfig;
import io.lancang.gateway.limits.Sweep;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Prepares operations for execution. One that the engine remembers is there at once; a new one is parsed and planned by a
 * worker, so that it does not hold up the other requests of its event loop, and clients in turn, so that none holds up the
 * others. Thread-safe.
 */
@Singleton
public class PreparationWorkers {
    private final SharedWork<Operation> work;
    private final Sweep sweep;
    private final Sweep.Watched unwanted;

    /** Same text, same work; engines are compared by identity, since another supergraph means other plans. */
    private record Operation(
            FederationEngine<ClientRequest> engine,
            String query,
            @Nullable String name) {}

    @Inject
    PreparationWorkers(Vertx vertx, Sweep sweep, GatewayConfig config) {
        PreparationConfig settings = config.preparation();
        int workers = settings.workers().orElse(Runtime.getRuntime().availableProcessors() / 2);
        work = new SharedWork<>(
                vertx,
                "preparation",
                Math.max(1, workers),
                new WaitingWork.Bounds(
                        settings.maxWaiting(),
                        settings.maxWaitingPerClient(),
                        settings.maxWaitingSize().asLongValue()));
        this.sweep = sweep;
        unwanted = now -> work.dropUnwanted();
        sweep.add(unwanted);
    }

    /**
     * The operation of a request, ready to run. Completes on the caller's context.
     *
     * @return fails with {@link TooMuchWorkException} if too many new operations wait already, and with
     *     {@link UnwantedWorkException} if the client's time is over before its turn comes
     */
    public Future<Preparation> prepare(
            FederationEngine<ClientRequest> engine, GraphQLRequest request, ClientRequest client) {
        Preparation known = engine.cached(request, client);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        Operation operation = new Operation(engine, request.query(), request.operationName());
        AtomicReference<@Nullable Preparation> own = new AtomicReference<>();
        return work.run(operation, asker(request, client), () -> own.set(engine.preparation(request, client)))
                .compose(done -> {
                    Preparation mine = own.get();
                    return mine == null ? afterOthers(engine, request, client) : Future.succeededFuture(mine);
                });
    }

    /** Overrides may be in force for this client that were not for the one who asked first. */
    private Future<Preparation> afterOthers(
            FederationEngine<ClientRequest> engine, GraphQLRequest request, ClientRequest client) {
        Preparation known = engine.cached(request, client);
        return known == null
                ? work.runAlone(asker(request, client), () -> engine.preparation(request, client))
                : Future.succeededFuture(known);
    }

    private static SharedWork.Asker asker(GraphQLRequest request, ClientRequest client) {
        return new SharedWork.Asker(client.client(), 2L * request.query().length(), client::isWanted);
    }

    @PreDestroy
    void stop() {
        sweep.remove(unwanted);
        work.close();
    }
}
