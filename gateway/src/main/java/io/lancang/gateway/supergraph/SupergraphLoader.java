package io.lancang.gateway.supergraph;

import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Loads the supergraph before the HTTP port opens, or stops the start with the reason, and looks it through behind that; then looks
 * for another one now and then, and
 * lets it take over. What begins with one supergraph ends with it.
 */
@Singleton
class SupergraphLoader {
    private static final Logger LOG = Logger.getLogger(SupergraphLoader.class);
    /** No longer than this are operations planned for another supergraph before it takes over. */
    private static final Duration WARMING = Duration.ofSeconds(10);

    private final GatewayConfig config;
    private final CurrentEngine engines;
    private final Vertx vertx;
    private final GatewayMetrics metrics;
    private final SupergraphBuilder builder;
    private final SupergraphStatus status;
    private final FrequentOperations frequent;
    private final AtomicBoolean isLooking = new AtomicBoolean();
    // What follows belongs to whoever has set isLooking.
    private final RetiredSupergraphs retired;
    private volatile @Nullable ServedSupergraph served;
    /** Whether what is there does not load. */
    private volatile boolean isRefused;

    private volatile long timer;

    @Inject
    SupergraphLoader(
            GatewayConfig config,
            CurrentEngine engines,
            Vertx vertx,
            GatewayMetrics metrics,
            SupergraphBuilder builder,
            SupergraphStatus status,
            FrequentOperations frequent) {
        this.config = config;
        this.engines = engines;
        this.vertx = vertx;
        this.metrics = metrics;
        this.builder = builder;
        this.status = status;
        this.frequent = frequent;
        this.retired = new RetiredSupergraphs(config.limits().deadline(), System::nanoTime);
    }

    void start(@Observes StartupEvent event) {
        SupergraphSource source = SupergraphSource.of(config, vertx);
        SupergraphText text = first(source);
        Supergraph supergraph = SupergraphBuilder.read(source.place(), text.sdl());
        serve(builder.build(source.place(), text, supergraph));
        validateFirst(source.place(), supergraph);
        metrics.planCache(engines, current -> current.get().planCache());
        if (config.supergraphReload().enabled()) {
            long millis = Math.max(100, config.supergraphReload().interval().toMillis());
            timer = vertx.setPeriodic(millis, ignored -> look(source));
        }
    }

    /**
     * Looks through the first supergraph while the port is opened already: half of what loading would take. Until then the gateway is
     * not ready, so that one that ends here has not been sent any client by a balancer.
     */
    private void validateFirst(String place, Supergraph supergraph) {
        vertx.<Void>executeBlocking(() -> {
                    SupergraphBuilder.validate(place, supergraph);
                    return null;
                })
                .onSuccess(valid -> status.validated())
                .onFailure(problem -> {
                    LOG.fatal(message(place, problem));
                    Quarkus.asyncExit(1);
                });
    }

    private static SupergraphText first(SupergraphSource source) {
        try {
            return source.fetch()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .orElseThrow(() -> new IllegalStateException("what is fetched first is not the same as before"));
        } catch (CompletionException e) {
            throw e.getCause() instanceof ConfigurationException problem ? problem : e;
        }
    }

    /** Looks for another supergraph, unless it is looked for already. */
    private void look(SupergraphSource source) {
        if (!isLooking.compareAndSet(false, true)) {
            return;
        }
        source.fetch()
                .compose(found ->
                        found.map(text -> replace(source.place(), text)).orElseGet(this::unchanged))
                .onFailure(failure -> refuse(source.place(), failure))
                .onComplete(ended -> {
                    retired.sweep();
                    isLooking.set(false);
                });
    }

    private Future<Void> unchanged() {
        // One that was refused and is still there stays a problem.
        if (!isRefused) {
            status.holds();
        }
        return Future.succeededFuture();
    }

    private Future<Void> replace(String place, SupergraphText text) {
        ServedSupergraph before = served;
        if (before != null && before.digest().equals(text.digest())) {
            isRefused = false;
            status.holds();
            return Future.succeededFuture();
        }
        isRefused = true;
        return vertx.executeBlocking(() -> takeOver(place, text, before)).mapEmpty();
    }

    /** How many operations are planned. Blocks for as long as that takes. */
    private int takeOver(String place, SupergraphText text, @Nullable ServedSupergraph before) {
        Supergraph supergraph = SupergraphBuilder.read(place, text.sdl());
        SupergraphBuilder.validate(place, supergraph);
        ServedSupergraph next = builder.build(place, text, supergraph);
        int warmed = warm(next.engine());
        serve(next);
        isRefused = false;
        if (before != null) {
            retired.add(before);
        }
        LOG.infof(
                "Another supergraph is served, with the SHA-256 %s; %d operations are planned", text.digest(), warmed);
        return warmed;
    }

    /** Plans what clients ask for most. Who asks for what the new supergraph no longer has gets an error. */
    private int warm(FederationEngine<ClientRequest> engine) {
        ClientRequest nobody = new ClientRequest(HttpHeaders.headers(), Deadline.in(WARMING, System::nanoTime));
        int warmed = 0;
        for (GraphQLRequest request : frequent.most(config.supergraphReload().warmOperations())) {
            if (!nobody.isWanted()) {
                break;
            }
            engine.preparation(request, nobody);
            warmed++;
        }
        return warmed;
    }

    private void serve(ServedSupergraph next) {
        served = next;
        engines.replace(next.engine(), next.contracts());
        if (next.cache() != null) {
            next.cache().start();
        }
        status.serves(next.digest());
        LOG.infof("The supergraph has the subgraphs %s", next.subgraphs());
    }

    private void refuse(String place, Throwable failure) {
        String message = message(place, failure);
        SupergraphStatus.Problem known = status.problem();
        status.refused(message);
        if (known == null || !known.message().equals(message)) {
            LOG.warnf("%s The supergraph before it is still served.", message);
        }
    }

    /** What is wrong with a supergraph; of a defect of the gateway, what it is. */
    private static String message(String place, Throwable failure) {
        return failure instanceof ConfigurationException && failure.getMessage() != null
                ? failure.getMessage()
                : "The supergraph " + place + " cannot be loaded: " + failure;
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        retired.close();
        ServedSupergraph last = served;
        if (last != null) {
            last.close();
        }
    }
}
