package io.lancang.gateway.operation;

import io.lancang.federation.execute.FederationEngine;
import io.lancang.federation.execute.GraphQLRequest;
import io.lancang.federation.execute.GraphQLSubscription;
import io.lancang.federation.execute.Preparation;
import io.lancang.federation.operation.OperationType;
import io.lancang.gateway.document.KnownDocuments;
import io.lancang.gateway.limits.Admission;
import io.lancang.gateway.limits.OpenStreams;
import io.lancang.gateway.preparation.PreparationWorkers;
import io.lancang.gateway.preparation.TooMuchWorkException;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.shutdown.Shutdown;
import io.lancang.gateway.subgraph.ClientRequest;
import io.lancang.gateway.subscription.ClientStream;
import io.lancang.gateway.supergraph.CurrentEngine;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Runs clients' operations. Each one has a place among the requests in work until its answer is there; a subscription changes
 * it for one among the open subscriptions. Thread-safe; to be called on the event loop of the client's connection, on which
 * results arrive. Futures fail with a {@link RefusedException} or because of a defect.
 */
@Singleton
public class OperationRunner {
    private final CurrentEngine engines;
    private final Admission admission;
    private final OpenStreams streams;
    private final KnownDocuments documents;
    private final PreparationWorkers preparations;
    private final Shutdown shutdown;
    private final GatewayMetrics metrics;

    @Inject
    OperationRunner(
            CurrentEngine engines,
            Admission admission,
            OpenStreams streams,
            KnownDocuments documents,
            PreparationWorkers preparations,
            Shutdown shutdown,
            GatewayMetrics metrics) {
        this.engines = engines;
        this.admission = admission;
        this.streams = streams;
        this.documents = documents;
        this.preparations = preparations;
        this.shutdown = shutdown;
        this.metrics = metrics;
    }

    /** Runs an operation that the rules allow. */
    public Future<Outcome> run(RequestSource source, ClientRequest client, TransportRules rules) {
        return prepared(source, client, (engine, preparation, request) -> {
            OperationType type = preparation.operationType();
            if (type != null) {
                rules.check(type);
            }
            return type == OperationType.SUBSCRIPTION
                    ? Future.succeededFuture(subscribe(engine, preparation, request, client))
                    : execute(engine, preparation, request, client);
        });
    }

    /** The plan of an operation as text. */
    public Future<String> explain(RequestSource source, ClientRequest client) {
        return prepared(
                source,
                client,
                (engine, preparation, request) -> Future.succeededFuture(engine.explain(request, client)));
    }

    private <T> Future<T> prepared(RequestSource source, ClientRequest client, Use<T> use) {
        if (!admission.enter()) {
            return Future.failedFuture(new RefusedException(Refusal.tooManyRequests(admission.maximum())));
        }
        // Another supergraph may take over at any moment; a request keeps the engine that it began with.
        FederationEngine engine = engines.get();
        return prepare(engine, source, client)
                .compose(ready -> use(use, engine, ready))
                .onComplete(end -> admission.leave());
    }

    private record Ready(GraphQLRequest request, Preparation preparation) {}

    private Future<Ready> prepare(FederationEngine engine, RequestSource source, ClientRequest client) {
        GraphQLRequest request;
        try {
            request = documents.resolve(source.read());
        } catch (RefusedException | RuntimeException e) {
            return Future.failedFuture(e);
        }
        return preparations
                .prepare(engine, request, client)
                .map(preparation -> new Ready(request, preparation))
                .recover(failure -> Future.failedFuture(
                        failure instanceof TooMuchWorkException tooMuch
                                ? new RefusedException(Refusal.tooManyNewOperations(tooMuch.maximum()))
                                : failure));
    }

    private static <T> Future<T> use(Use<T> use, FederationEngine engine, Ready ready) {
        try {
            return use.of(engine, ready.preparation(), ready.request());
        } catch (RefusedException e) {
            return Future.failedFuture(e);
        }
    }

    private static Future<Outcome> execute(
            FederationEngine engine, Preparation preparation, GraphQLRequest request, ClientRequest client) {
        Promise<Outcome> answered = Promise.promise();
        engine.execute(preparation, request, client).whenComplete((answer, failure) -> {
            if (failure == null) {
                answered.complete(new Outcome.Answered(answer));
            } else {
                answered.fail(failure);
            }
        });
        return answered.future();
    }

    private Outcome subscribe(
            FederationEngine engine, Preparation preparation, GraphQLRequest request, ClientRequest client)
            throws RefusedException {
        return switch (engine.subscribe(preparation, request, client)) {
            case GraphQLSubscription.Refused refused -> new Outcome.Answered(refused.answer());
            case GraphQLSubscription.Accepted accepted -> {
                if (shutdown.hasBegun()) {
                    throw new RefusedException(Refusal.shuttingDown());
                }
                Admission places = streams.subscriptions();
                if (!places.enter()) {
                    throw new RefusedException(Refusal.tooManySubscriptions(places.maximum()));
                }
                yield new Outcome.Subscribed(new ClientStream(accepted, client, places, metrics));
            }
        };
    }

    /** What to do with an operation that is ready. */
    @FunctionalInterface
    private interface Use<T> {
        Future<T> of(FederationEngine engine, Preparation preparation, GraphQLRequest request) throws RefusedException;
    }
}
