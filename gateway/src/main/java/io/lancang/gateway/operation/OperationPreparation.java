package io.lancang.gateway.operation;

import io.lancang.federation.engine.Delivery;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.engine.Preparation;
import io.lancang.gateway.document.KnownDocuments;
import io.lancang.gateway.extension.Extensions;
import io.lancang.gateway.preparation.LargeRequests;
import io.lancang.gateway.preparation.PreparationWorkers;
import io.lancang.gateway.preparation.TooMuchWorkException;
import io.lancang.gateway.preparation.UnwantedWorkException;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.request.RequestedOperation;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.supergraph.FrequentOperations;
import io.lancang.gateway.telemetry.trace.OperationTrace;
import io.lancang.gateway.usage.FieldUsage;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** From what a client has sent to an operation that is ready to run, each step where it holds nobody up. Thread-safe. */
@Singleton
class OperationPreparation {
    private final KnownDocuments documents;
    private final LargeRequests large;
    private final PreparationWorkers preparations;
    private final FrequentOperations frequent;
    private final Extensions extensions;
    private final FieldUsage usage;

    @Inject
    OperationPreparation(
            KnownDocuments documents,
            LargeRequests large,
            PreparationWorkers preparations,
            FrequentOperations frequent,
            Extensions extensions,
            FieldUsage usage) {
        this.documents = documents;
        this.large = large;
        this.preparations = preparations;
        this.frequent = frequent;
        this.extensions = extensions;
        this.usage = usage;
    }

    /**
     * An operation that is ready to run.
     *
     * @param request with what extensions have made of it
     */
    record Ready(GraphQLRequest request, Preparation preparation) {}

    /** The operation that a client asks for. Fails with a {@link RefusedException} if it is not even prepared. */
    Future<Ready> prepare(
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
            request = client.notes().reportsCost() ? resolved.reportingCost() : resolved;
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
                    client.notes().operation(preparation, request.query());
                    OperationTrace trace = client.notes().trace();
                    if (trace != null) {
                        trace.prepared(request, preparation);
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

    /** What a client asks for. */
    @FunctionalInterface
    private interface Asked {
        RequestedOperation get() throws RefusedException;
    }
}
