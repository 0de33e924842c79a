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
import io.lancang.gateway.extension.Extensions;
import io.lancang.gateway.limits.ClientLimits;
import io.lancang.gateway.limits.OpenStreams;
import io.lancang.gateway.limits.Places;
import io.lancang.gateway.limits.rate.Spending;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.shutdown.Shutdown;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subscription.ClientStream;
import io.lancang.gateway.supergraph.CurrentEngine;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.lancang.gateway.telemetry.trace.OperationTrace;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
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
    private final Shutdown shutdown;
    private final GatewayMetrics metrics;
    private final Resumptions resumptions;
    private final Extensions extensions;
    private final OperationPreparation preparations;
    private final SlowOperations slow;

    @Inject
    OperationRunner(
            CurrentEngine engines,
            ClientLimits limits,
            OpenStreams streams,
            Shutdown shutdown,
            GatewayMetrics metrics,
            Resumptions resumptions,
            Extensions extensions,
            OperationPreparation preparations,
            SlowOperations slow) {
        this.preparations = preparations;
        this.slow = slow;
        this.extensions = extensions;
        this.resumptions = resumptions;
        this.engines = engines;
        this.places = limits.requests();
        this.streams = streams;
        this.shutdown = shutdown;
        this.metrics = metrics;
    }

    /**
     * Runs an operation that the rules allow.
     *
     * @param delivery how the client takes its answer
     */
    public Future<Outcome> run(RequestSource source, ClientRequest client, Delivery delivery, TransportRules rules) {
        long begin = slow.isOn() ? System.nanoTime() : 0;
        return prepared(source, client, delivery, (engine, preparation, request) -> {
            OperationType type = preparation.operationType();
            if (type != null) {
                rules.check(type);
            }
            EventCursor cursor = type == OperationType.SUBSCRIPTION ? resumptions.cursor(preparation) : null;
            GraphQLRequest asked = type == OperationType.SUBSCRIPTION
                    ? resumptions.resumed(request, cursor, rules.lastEvent())
                    : request;
            if (type == OperationType.SUBSCRIPTION && resumptions.beginsBehindAnEvent(preparation, asked)) {
                client.beginBehindAnEvent();
            }
            Running running = new Running(engine, preparation, asked, client, cursor, begin);
            Spending spending = client.spending();
            if (spending == null) {
                return start(engine.prepare(preparation, asked, client), running);
            }
            CostNote cost = new CostNote(spending, type);
            Prepared prepared = engine.prepare(preparation, asked, client, cost);
            // What is refused costs nothing.
            Future<Void> paid = prepared instanceof Prepared.Refused ? spending.take(0) : cost.take();
            return paid.compose(taken -> {
                try {
                    return start(prepared, running);
                } catch (RefusedException e) {
                    return Future.failedFuture(e);
                }
            });
        });
    }

    /**
     * An operation that is about to run.
     *
     * @param cursor where the events of a subscription have their places; null if they have none
     * @param begin of the request, in nanoseconds
     */
    private record Running(
            FederationEngine<ClientRequest> engine,
            Preparation preparation,
            GraphQLRequest request,
            ClientRequest client,
            @Nullable EventCursor cursor,
            long begin) {}

    private Future<Outcome> start(Prepared prepared, Running running) throws RefusedException {
        FederationEngine<ClientRequest> engine = running.engine();
        Preparation preparation = running.preparation();
        ClientRequest client = running.client();
        return switch (prepared) {
            case Prepared.Refused(GraphQLResponse refusal) ->
                answered(CompletableFuture.completedFuture(refusal), engine, preparation, client);
            case Prepared.Single single -> {
                Future<Outcome> answer = answered(execute(single, running), engine, preparation, client);
                yield slow.isOn()
                        ? answer.onSuccess(ignored -> slow.note(
                                running.begin(), () -> engine.explain(preparation), running.request(), client))
                        : answer;
            }
            case Prepared.InParts(Flow.Publisher<AnswerPart> parts) -> {
                // A place of its own: that of the request is given back before the first part is there.
                enter(client);
                yield Future.succeededFuture(new Outcome.InParts(parts, client, places));
            }
            case Prepared.Events events ->
                Future.succeededFuture(
                        subscribed(extensions.events(engine, preparation, events, client), running.cursor(), client));
        };
    }

    private static CompletionStage<GraphQLResponse> execute(Prepared.Single single, Running running) {
        OperationTrace trace = running.client().notes().trace();
        if (trace == null || !running.client().notes().reportsTrace()) {
            return single.execute();
        }
        String plan = running.engine().explain(running.preparation());
        return single.execute(() -> Map.of("trace", trace.report(plan)));
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
        Spending spending = client.spending();
        try {
            enter(client, spending);
        } catch (RefusedException e) {
            return Future.failedFuture(e);
        }
        // Another supergraph may take over at any moment; a request keeps the engine that it began with.
        FederationEngine<ClientRequest> engine = engines.get(client.contract());
        Future<T> run =
                preparations.prepare(engine, source, client, delivery).compose(ready -> use(use, engine, ready));
        return (spending == null ? run : paid(run, spending)).onComplete(end -> {
            places.leave(client.client());
            if (spending != null) {
                spending.end();
            }
            if (end.failed() || end.result() instanceof Outcome.Answered) {
                client.release();
            }
            TraceEnds.note(end, client.notes().trace());
        });
    }

    /** Whatever comes to nothing counts as a request. */
    private static <T> Future<T> paid(Future<T> run, Spending spending) {
        return run.transform(end -> spending.takeOnce()
                .compose(taken ->
                        end.succeeded() ? Future.succeededFuture(end.result()) : Future.failedFuture(end.cause())));
    }

    private void enter(ClientRequest client, @Nullable Spending spending) throws RefusedException {
        enter(client);
        if (spending != null) {
            try {
                spending.begin();
            } catch (RefusedException e) {
                places.leave(client.client());
                throw e;
            }
        }
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

    private static <T> Future<T> use(
            Use<T> use, FederationEngine<ClientRequest> engine, OperationPreparation.Ready ready) {
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
        Spending spending = client.spending();
        Runnable leave = () -> places.leave(client.client());
        try {
            Runnable leaveOwn = spending == null ? () -> {} : spending.openStream();
            return new Outcome.Subscribed(new ClientStream(
                    events,
                    cursor,
                    client,
                    () -> {
                        leave.run();
                        leaveOwn.run();
                    },
                    metrics));
        } catch (RefusedException e) {
            leave.run();
            throw e;
        }
    }

    /** What to do with an operation that is ready. */
    @FunctionalInterface
    private interface Use<T> {
        Future<T> of(FederationEngine<ClientRequest> engine, Preparation preparation, GraphQLRequest request)
                throws RefusedException;
    }
}
