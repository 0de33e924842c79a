package io.lancang.gateway.extension;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.OperationType;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.engine.Delivery;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.engine.Preparation;
import io.lancang.federation.engine.Prepared;
import io.lancang.gateway.api.AnswerError;
import io.lancang.gateway.api.AnswerExtension;
import io.lancang.gateway.api.ClientAnswer;
import io.lancang.gateway.api.ClientOperation;
import io.lancang.gateway.api.ErrorExtension;
import io.lancang.gateway.api.FromSubgraphExtension;
import io.lancang.gateway.api.PlanExtension;
import io.lancang.gateway.api.RefusedByExtensionException;
import io.lancang.gateway.api.RequestExtension;
import io.lancang.gateway.api.SelectedField;
import io.lancang.gateway.api.ToSubgraphExtension;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beans that extend the gateway. Thread-safe; to be called on the event loop of the client's request, on which results arrive. Futures
 * fail with a {@link RefusedException} if a bean refuses a request or fails.
 */
@Singleton
public class Extensions {
    private final ExtensionPoint<RequestExtension> requests;
    private final ExtensionPoint<PlanExtension> plans;
    private final ExtensionPoint<ToSubgraphExtension> toSubgraphs;
    private final ExtensionPoint<FromSubgraphExtension> fromSubgraphs;
    private final ExtensionPoint<ErrorExtension> errors;
    private final ExtensionPoint<AnswerExtension> answers;

    /** Arc gives beans with the highest {@code @Priority} first. */
    @Inject
    Extensions(
            Vertx vertx,
            MeterRegistry registry,
            @All List<InstanceHandle<RequestExtension>> requests,
            @All List<InstanceHandle<PlanExtension>> plans,
            @All List<InstanceHandle<ToSubgraphExtension>> toSubgraphs,
            @All List<InstanceHandle<FromSubgraphExtension>> fromSubgraphs,
            @All List<InstanceHandle<ErrorExtension>> errors,
            @All List<InstanceHandle<AnswerExtension>> answers) {
        this.requests = ExtensionPoint.of(vertx, registry, "request", requests);
        this.plans = ExtensionPoint.of(vertx, registry, "plan", plans);
        this.toSubgraphs = ExtensionPoint.of(vertx, registry, "to_subgraph", toSubgraphs);
        this.fromSubgraphs = ExtensionPoint.of(vertx, registry, "from_subgraph", fromSubgraphs);
        this.errors = ExtensionPoint.of(vertx, registry, "error", errors);
        this.answers = ExtensionPoint.of(vertx, registry, "answer", answers);
    }

    /** Whether there are none, so that nothing of this is to be called. */
    public boolean isEmpty() {
        return requests.isEmpty() && plans.isEmpty() && !changeSubgraphs() && !changeAnswers();
    }

    private boolean changeSubgraphs() {
        return !toSubgraphs.isEmpty() || !fromSubgraphs.isEmpty();
    }

    private boolean changeAnswers() {
        return !errors.isEmpty() || !answers.isEmpty();
    }

    /** Reaches subgraphs as this client does, with the headers that extensions give. */
    public SubgraphClient<ClientRequest> around(SubgraphClient<ClientRequest> client) {
        return changeSubgraphs() ? new ExtendedSubgraphClient(client, toSubgraphs, fromSubgraphs) : client;
    }

    /** The request as extensions want it. */
    public Future<GraphQLRequest> request(GraphQLRequest request, ClientRequest client) {
        // What extensions do may depend on anything that this client has sent.
        client.freshness().notePrivate();
        Delivery delivery = changeAnswers() ? Delivery.WHOLE : request.delivery();
        if (requests.isEmpty()) {
            return Future.succeededFuture(request.delivered(delivery));
        }
        ClientOperation first = new ClientOperation(request.query(), request.operationName(), request.variables());
        return refusing(requests.change(
                        first, client, (bean, operation) -> bean.onRequest(operation, new ClientContext(client))))
                .map(last -> new GraphQLRequest(
                        last.document(), last.name(), last.variables(), delivery, request.reportsCost()));
    }

    /** The same operation, after extensions have seen its plan. */
    public Future<Preparation> planned(
            FederationEngine<ClientRequest> engine, Preparation preparation, ClientRequest client) {
        OperationType type = preparation.operationType();
        if (type == null || plans.isEmpty()) {
            return Future.succeededFuture(preparation);
        }
        EngineOperation operation = new EngineOperation(engine, preparation, type);
        return refusing(plans.show(client, bean -> bean.onPlan(operation, new ClientContext(client))))
                .map(ignored -> preparation);
    }

    /** The answer as extensions want it. */
    public Future<GraphQLResponse> answer(
            FederationEngine<ClientRequest> engine,
            Preparation preparation,
            GraphQLResponse answer,
            ClientRequest client) {
        return changeAnswers()
                ? refusing(changed(EngineOperation.fields(engine, preparation), answer, client))
                : Future.succeededFuture(answer);
    }

    /** The answers to events as extensions want them, one after the other. */
    public Prepared.Events events(
            FederationEngine<ClientRequest> engine,
            Preparation preparation,
            Prepared.Events events,
            ClientRequest client) {
        if (!changeAnswers()) {
            return events;
        }
        List<SelectedField> fields = EngineOperation.fields(engine, preparation);
        return new Prepared.Events(
                events.subgraph(),
                Multi.createFrom()
                        .publisher(events.answers())
                        .onItem()
                        .transformToUniAndConcatenate(answer -> Uni.createFrom()
                                .completionStage(() -> refusing(changed(fields, answer, client))
                                        .toCompletionStage())));
    }

    private Future<GraphQLResponse> changed(List<SelectedField> fields, GraphQLResponse answer, ClientRequest client) {
        if (answers.isEmpty() && answer.outcome() == GraphQLResponse.Outcome.DATA) {
            return Future.succeededFuture(answer);
        }
        ClientAnswer first = AnswerTree.read(answer, fields);
        return errors(first.errors(), client)
                .map(changed -> new ClientAnswer(first.data(), changed, first.extensions(), fields))
                .compose(seen ->
                        answers.change(seen, client, (bean, each) -> bean.onAnswer(each, new ClientContext(client))))
                .map(last -> AnswerTree.write(last, answer.outcome()));
    }

    private Future<List<AnswerError>> errors(List<AnswerError> before, ClientRequest client) {
        Future<List<AnswerError>> all = Future.succeededFuture(new ArrayList<>());
        for (AnswerError error : before) {
            all = all.compose(list -> errors.change(
                            error, client, (bean, each) -> bean.onError(each, new ClientContext(client)))
                    .map(changed -> {
                        list.add(changed);
                        return list;
                    }));
        }
        return all;
    }

    private static <T extends @Nullable Object> Future<T> refusing(Future<T> done) {
        return done.recover(failure -> Future.failedFuture(
                switch (failure) {
                    case RefusedByExtensionException refused -> new RefusedException(refusal(refused));
                    case ExtensionFailedException failed -> new RefusedException(Refusal.extensionFailed());
                    default -> failure;
                }));
    }

    private static Refusal refusal(RefusedByExtensionException refused) {
        return new Refusal(
                refused.status(),
                refused.code(),
                refused.message(),
                "An extension of this gateway decides so; whoever runs the gateway knows its rules.");
    }
}
