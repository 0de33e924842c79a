package io.lancang.gateway.operation;

import io.lancang.federation.AnswerPart;
import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.OperationType;
import io.lancang.federation.engine.Delivery;
import io.lancang.federation.engine.EventCursor;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.engine.Preparation;
import io.lancang.federation.engine.Prepared;
import io.lancang.gateway.document.KnownDocuments;
import io.lancang.gateway.extension.Extensions;
import io.lancang.gateway.limits.ClientLimits;
import io.lancang.gateway.limits.OpenStreams;
import io.lancang.gateway.limits.Places;
import io.lancang.gateway.preparation.LargeRequests;
import io.lancang.gateway.preparation.PreparationWorkers;
import io.lancang.gateway.preparation.TooMuchWorkException;
import io.lancang.gateway.preparation.UnwantedWorkException;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.request.RequestedOperation;
import io.lancang.gateway.shutdown.Shutdown;
import io.lancang.gateway.subgraph.ClientRequest;
import io.lancang.gateway.subscription.ClientStream;
import io.lancang.gateway.supergraph.CurrentEngine;
import io.lancang.gateway.supergraph.FrequentOperations;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.lancang.gateway.usage.FieldUsage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Runs clients' operations. Each one has a place among the requests in work until its answer is there; a subscription changes
 * it for one among the open subscriptions. Thread-safe; to be called on the event loop of the client's connection, on which
 * results arrive. Futures fail with a {@link RefusedException} or because of a defect.
 */
@Singleton
public class OperationRunner {
    private final CurrentEngine engines;
    private final Places places;
    private final OpenStreams streams;
    private final KnownDocuments documents;
    private final LargeRequests large;
    private final PreparationWorkers preparations;
    private final Shutdown shutdown;
    private final GatewayMetrics metrics;
    private final FrequentOperations frequent;
    private final Resumptions resumptions;
    private final Extensions extensions;
    private final FieldUsage usage;

    @Inject
    OperationRunner(
            CurrentEngine engines,
            ClientLimits limits,
            OpenStreams streams,
            KnownDocuments documents,
            LargeRequests large,
            PreparationWorkers preparations,
            Shutdown shutdown,
            GatewayMetrics metrics,
            FrequentOperations frequent,
            Resumptions resumptions,
            Extensions extensions,
            FieldUsage usage) {
        this.usage = usage;
        this.extensions = extensions;
        this.resumptions = resumptions;
        this.frequent = frequent;
        this.engines = engines;
        this.places = limits.requests();
        this.streams = streams;
        this.documents = documents;
        this.large = large;
        this.preparations = preparations;
        this.shutdown = shutdown;
        this.metrics = metrics;
    }

    /**
     * Runs an operation that the rules allow.
     *
     * @param delivery how the client takes its answer
     */
    public Future<Outcome> run(RequestSource source, ClientRequest client, Delivery delivery, TransportRules rules) {
        return prepared(source, client, delivery, (engine, preparation, request) -> {
            OperationType type = preparation.operationType();
            if (type != null) {
                rules.check(type);
            }
            EventCursor cursor = type == OperationType.SUBSCRIPTION ? resumptions.cursor(preparation) : null;
            GraphQLRequest asked = type == OperationType.SUBSCRIPTION
                    ? resumptions.resumed(request, cursor, rules.lastEvent())
                    : request;
            return switch (engine.prepare(preparation, asked, client)) {
                case Prepared.Refused(GraphQLResponse refusal) ->
                    answered(CompletableFuture.completedFuture(refusal), engine, preparation, client);
                case Prepared.Single single -> answered(single.execute(), engine, preparation, client);
                case Prepared.InParts(Flow.Publisher<AnswerPart> parts) -> {
                    // A place of its own: that of the request is given back before the first part is there.
                    enter(client);
                    yield Future.succeededFuture(new Outcome.InParts(parts, client, places));
                }
                case Prepared.Events events ->
                    Future.succeededFuture(
                            subscribed(extensions.events(engine, preparation, events, client), cursor, client));
            };
        });
    }

    /**
     * The plan of an operation as text.
     *
     * @param delivery how the client takes its answer, on which the plan depends
     */
    public Future<String> explain(RequestSource source, ClientRequest client, Delivery delivery) {
        return prepared(
                source,
                client,
                delivery,
                (engine, preparation, request) -> Future.succeededFuture(engine.explain(preparation)));
    }

    private <T> Future<T> prepared(RequestSource source, ClientRequest client, Delivery delivery, Use<T> use) {
        try {
            enter(client);
        } catch (RefusedException e) {
            return Future.failedFuture(e);
        }
        // Another supergraph may take over at any moment; a request keeps the engine that it began with.
        FederationEngine<ClientRequest> engine = engines.get(client.contract());
        return prepare(engine, source, client, delivery)
                .compose(ready -> use(use, engine, ready))
                .onComplete(end -> {
                    places.leave(client.client());
                    if (end.failed() || end.result() instanceof Outcome.Answered) {
                        client.release();
                    }
                });
    }

    private void enter(ClientRequest client) throws RefusedException {
        switch (places.enter(client.client())) {
            case TAKEN -> {
                // The client may go on.
            }
            case FULL -> throw new RefusedException(Refusal.tooManyRequests(places.maximum()));
            case CLIENT_FULL -> throw new RefusedException(Refusal.tooManyRequestsOfClient(places.maximumPerClient()));
        }
    }

    private record Ready(GraphQLRequest request, Preparation preparation) {}

    private Future<Ready> prepare(
            FederationEngine<ClientRequest> engine, RequestSource source, ClientRequest client, Delivery delivery) {
        return large.isLarge(source.size())
                ? readApart(source, client).compose(asked -> prepare(engine, () -> asked, client, delivery))
                : prepare(engine, source::read, client, delivery);
    }

    /** Off the event loop, which other clients wait for. */
    private Future<RequestedOperation> readApart(RequestSource source, ClientRequest client) {
        return large.read(source.size(), client, () -> {
                    try {
                        return Future.succeededFuture(source.read());
                    } catch (RefusedException e) {
                        return Future.<RequestedOperation>failedFuture(e);
                    }
                })
                .recover(failure -> Future.failedFuture(refusalOfLarge(failure)))
                .compose(read -> read);
    }

    private static Throwable refusalOfLarge(Throwable failure) {
        return switch (failure) {
            case TooMuchWorkException tooMuch ->
                new RefusedException(Refusal.tooManyLargeRequests(tooMuch.maximum(), tooMuch.maximumPerClient()));
            case UnwantedWorkException late -> new RefusedException(Refusal.notReadInTime());
            default -> failure;
        };
    }

    private Future<Ready> prepare(
            FederationEngine<ClientRequest> engine, Asked asked, ClientRequest client, Delivery delivery) {
        GraphQLRequest request;
        try {
            GraphQLRequest resolved = documents.resolve(asked.get()).delivered(delivery);
            request = client.reportsCost() ? resolved.reportingCost() : resolved;
        } catch (RefusedException | RuntimeException e) {
            return Future.failedFuture(e);
        }
        if (extensions.isEmpty()) {
            return prepare(engine, request, client);
        }
        return extensions
                .request(request, client)
                .compose(changed -> prepare(engine, changed, client))
                .compose(ready ->
                        extensions.planned(engine, ready.preparation(), client).map(ignored -> ready));
    }

    private Future<Ready> prepare(
            FederationEngine<ClientRequest> engine, GraphQLRequest request, ClientRequest client) {
        if (client.contract() == null) {
            frequent.note(request);
        }
        return preparations
                .prepare(engine, request, client)
                .map(preparation -> {
                    if (usage.isOn() && preparation.operationType() != null) {
                        usage.note(engine, request.query(), client);
                    }
                    return new Ready(request, preparation);
                })
                .recover(failure -> Future.failedFuture(refusal(failure)));
    }

    private static Throwable refusal(Throwable failure) {
        return switch (failure) {
            case TooMuchWorkException tooMuch ->
                new RefusedException(Refusal.tooManyNewOperations(tooMuch.maximum(), tooMuch.maximumPerClient()));
            case UnwantedWorkException late -> new RefusedException(Refusal.notPreparedInTime());
            default -> failure;
        };
    }

    private static <T> Future<T> use(Use<T> use, FederationEngine<ClientRequest> engine, Ready ready) {
        try {
            return use.of(engine, ready.preparation(), ready.request());
        } catch (RefusedException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Outcome> answered(
            CompletionStage<GraphQLResponse> whole,
            FederationEngine<ClientRequest> engine,
            Preparation preparation,
            ClientRequest client) {
        Promise<Outcome> answered = Promise.promise();
        whole.whenComplete((answer, failure) -> {
            if (failure != null) {
                answered.fail(failure);
            } else if (extensions.isEmpty()) {
                answered.complete(new Outcome.Answered(answer));
            } else {
                extensions
                        .answer(engine, preparation, answer, client)
                        .<Outcome>map(Outcome.Answered::new)
                        .onComplete(answered);
            }
        });
        return answered.future();
    }

    private Outcome subscribed(Prepared.Events events, @Nullable EventCursor cursor, ClientRequest client)
            throws RefusedException {
        if (shutdown.hasBegun()) {
            throw new RefusedException(Refusal.shuttingDown());
        }
        Places places = streams.subscriptions();
        switch (places.enter(client.client())) {
            case TAKEN -> {
                // The stream gives it back.
            }
            case FULL -> throw new RefusedException(Refusal.tooManySubscriptions(places.maximum()));
            case CLIENT_FULL ->
                throw new RefusedException(Refusal.tooManySubscriptionsOfClient(places.maximumPerClient()));
        }
        return new Outcome.Subscribed(new ClientStream(events, cursor, client, places, metrics));
    }

    /** What a client asks for. */
    @FunctionalInterface
    private interface Asked {
        RequestedOperation get() throws RefusedException;
    }

    /** What to do with an operation that is ready. */
    @FunctionalInterface
    private interface Use<T> {
        Future<T> of(FederationEngine<ClientRequest> engine, Preparation preparation, GraphQLRequest request)
                throws RefusedException;
    }
}
