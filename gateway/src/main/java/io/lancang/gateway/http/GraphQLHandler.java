package io.lancang.gateway.http;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.engine.Delivery;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.http.answer.Exchange;
import io.lancang.gateway.http.answer.FreshnessHeaders;
import io.lancang.gateway.http.answer.StreamedResponse;
import io.lancang.gateway.http.body.AbandonedBodyException;
import io.lancang.gateway.http.body.JsonBodies;
import io.lancang.gateway.http.body.ReceivedBody;
import io.lancang.gateway.http.coding.AnswerCompression;
import io.lancang.gateway.http.refusal.ForgeryCheck;
import io.lancang.gateway.http.refusal.HttpRefusals;
import io.lancang.gateway.operation.ClientRequests;
import io.lancang.gateway.operation.OperationRunner;
import io.lancang.gateway.operation.Outcome;
import io.lancang.gateway.operation.RequestReports;
import io.lancang.gateway.operation.RequestSource;
import io.lancang.gateway.request.BatchParser;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.shutdown.Shutdown;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subscription.ClientStream;
import io.lancang.gateway.telemetry.RequestOutcome;
import io.lancang.gateway.telemetry.trace.Tracing;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /graphql}: POST for every operation, GET for what changes nothing; one answer, or a stream of them if the
 * client takes one. Thread-safe; each request stays on its event loop.
 */
@Singleton
public class GraphQLHandler implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(GraphQLHandler.class);

    /** Relative to this endpoint, for a proxy that has the gateway below a path. */
    private static final String GRAPHIQL = "explorer/graphiql.html";

    private static final String HELP = """
        This is a GraphQL endpoint. Send a POST with Content-Type: application/json and a body such as
          {"query": "{ __typename }"}
        or a GET with the parameter query for queries, and a header such as Lancang-Require-Preflight: 1. The schema is
        there for the asking: any GraphQL client shows it.
        Subscribe over a WebSocket with graphql-transport-ws, or with Accept: text/event-stream.
        """;

    private final OperationRunner operations;
    private final ClientRequests clients;
    private final RequestReports reports;
    private final JsonBodies bodies;
    private final int maximumNames;
    private final ForgeryCheck forgery;
    private final AnswerCompression compression;
    private final FreshnessHeaders freshness;
    private final BatchRun.@Nullable Rules batches;
    private final Explanations explanations;
    private final boolean showsPages;
    private final StreamedResponse.StreamSettings streams;

    @Inject
    GraphQLHandler(
            OperationRunner operations,
            ClientRequests clients,
            RequestReports reports,
            Vertx vertx,
            Shutdown shutdown,
            JsonBodies bodies,
            Tracing tracing,
            GatewayConfig config) {
        this.operations = operations;
        this.clients = clients;
        this.reports = reports;
        this.bodies = bodies;
        this.maximumNames = config.limits().maxNames();
        this.forgery = new ForgeryCheck(config.csrf());
        this.compression = new AnswerCompression(vertx, config.answers());
        this.freshness = new FreshnessHeaders(config, System::currentTimeMillis);
        this.batches = config.batching().enabled()
                ? new BatchRun.Rules(
                        operations,
                        clients,
                        reports,
                        config.batching().maxOperations(),
                        maximumNames,
                        config.answers().maxSize().asLongValue())
                : null;
        this.explanations = new Explanations(config, tracing);
        this.showsPages = config.explorer().enabled();
        this.streams = new StreamedResponse.StreamSettings(
                vertx,
                config.subscriptions().keepAlive(),
                config.subscriptions().slowClientTimeout(),
                shutdown);
    }

    @Override
    public void handle(RoutingContext routing) {
        handle(routing, /* contract= */ null);
    }

    /** As {@link #handle(RoutingContext)}, of a contract of that name; null for the whole graph. */
    void handle(RoutingContext routing, @Nullable String contract) {
        Exchange exchange = new Exchange(routing.request(), contract, reports, compression);
        @Nullable Refusal refusal = bodies.refusal(exchange.request());
        if (refusal != null) {
            bodies.discard(exchange.request());
            exchange.refuse(refusal);
        } else if (exchange.request().method().equals(HttpMethod.POST)) {
            post(exchange);
        } else {
            bodies.discard(exchange.request());
            get(exchange);
        }
    }

    private void post(Exchange exchange) {
        @Nullable Refusal refusal = refusalBeforeBody(exchange);
        if (refusal != null) {
            bodies.discard(exchange.request());
            exchange.refuse(refusal);
            return;
        }
        bodies.read(exchange.request(), exchange.client())
                .compose(body -> Future.succeededFuture(body)
                        .compose(read -> run(exchange, read))
                        .onComplete(ignored -> body.release()))
                .onFailure(cause -> fail(exchange, cause));
    }

    private Future<Void> run(Exchange exchange, ReceivedBody body) {
        return batches != null && BatchParser.isBatch(body.bytes())
                ? BatchRun.run(exchange, body.bytes(), batches)
                : run(exchange, new RequestSource.Body(body.bytes(), maximumNames));
    }

    private @Nullable Refusal refusalBeforeBody(Exchange exchange) {
        Refusal refusal = bodies.refusalOfBody(exchange.request());
        return refusal != null || exchange.isAcceptable()
                ? refusal
                : HttpRefusals.notAcceptable(exchange.request().getHeader(HttpHeaders.ACCEPT));
    }

    private void get(Exchange exchange) {
        if (!exchange.request().method().equals(HttpMethod.GET)) {
            exchange.refuse(
                    HttpRefusals.methodNotAllowed(exchange.request().method().name()));
        } else if (!exchange.hasReadableUrl()) {
            exchange.refuse(Refusal.badUrl());
        } else if (exchange.isVisit()) {
            visit(exchange);
        } else if (forgery.suspects(exchange.request())) {
            exchange.refuse(HttpRefusals.maybeForged(forgery.headers()));
        } else if (!exchange.isAcceptable()) {
            exchange.refuse(HttpRefusals.notAcceptable(exchange.request().getHeader(HttpHeaders.ACCEPT)));
        } else {
            run(exchange, new RequestSource.Parameters(exchange.request().params()))
                    .onFailure(cause -> fail(exchange, cause));
        }
    }

    private void visit(Exchange exchange) {
        // The pages show the whole graph.
        if (showsPages && exchange.contract() == null) {
            exchange.redirect(GRAPHIQL);
        } else {
            exchange.answerText(HELP);
        }
    }

    private Future<Void> run(Exchange exchange, RequestSource source) {
        return clients.of(exchange.client(), exchange.request().headers())
                .compose(client -> run(exchange, source, client.asking(exchange.contract())));
    }

    private Future<Void> run(Exchange exchange, RequestSource source, ClientRequest client) {
        exchange.asks(client);
        exchange.request().response().closeHandler(ignored -> client.abandon());
        Delivery delivery = exchange.accepted().delivery();
        RequestRules rules = new RequestRules(exchange);
        Explanations.Kind explanation;
        try {
            explanation = explanations.of(exchange.request().getHeader(Explanations.HEADER), client);
        } catch (RefusedException refused) {
            return Future.failedFuture(refused);
        }
        return switch (explanation) {
            case NONE -> run(exchange, operations.run(source, client, delivery, rules), client);
            case PLAN ->
                operations
                        .explain(source, client, delivery)
                        .onComplete(ignored -> exchange.show(client.spending()))
                        .compose(plan -> written(() -> exchange.answerText(plan)));
            case TRACE -> {
                explanations.begin(client);
                // What comes in parts, or without end, has no end of which its answer could tell.
                yield run(exchange, operations.run(source, client, Delivery.WHOLE, rules.ofOneAnswer()), client);
            }
        };
    }

    private Future<Void> run(Exchange exchange, Future<Outcome> running, ClientRequest client) {
        return running.onComplete(ignored -> exchange.show(client.spending()))
                .compose(outcome -> written(() -> answer(exchange, outcome, client)));
    }

    /** That an answer cannot be written is a failure of its request, which is answered and counted. */
    private static Future<Void> written(Runnable answer) {
        answer.run();
        return Future.succeededFuture();
    }

    private void answer(Exchange exchange, Outcome outcome, ClientRequest client) {
        switch (outcome) {
            case Outcome.Answered(GraphQLResponse answer) -> {
                if (!exchange.request().response().closed()) {
                    client.answerHeaders().addTo(exchange.request().response().headers());
                }
                exchange.answer(answer, freshness.headers(client, answer));
            }
            // A stream lasts as long as the client is who it says.
            case Outcome.Subscribed(ClientStream stream) ->
                exchange.stream(stream, client, clients.standing(client), streams);
            case Outcome.InParts parts -> exchange.answer(parts, streams);
        }
    }

    private static void fail(Exchange exchange, Throwable failure) {
        if (failure instanceof RefusedException refused) {
            exchange.refuse(refused.refusal());
        } else if (failure instanceof AbandonedBodyException) {
            exchange.abandoned();
        } else {
            LOG.error("A request failed because of a defect", failure);
            exchange.refuse(Refusal.defect(), RequestOutcome.FAILED);
        }
    }
}
