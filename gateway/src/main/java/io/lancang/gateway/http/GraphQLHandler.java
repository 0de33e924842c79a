package io.lancang.gateway.http;

import io.lancang.federation.execute.FederationEngine;
import io.lancang.federation.execute.GraphQLRequest;
import io.lancang.federation.execute.Preparation;
import io.lancang.federation.operation.OperationType;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.limits.Admission;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.preparation.PreparationWorkers;
import io.lancang.gateway.preparation.TooMuchWorkException;
import io.lancang.gateway.subgraph.ClientRequest;
import io.lancang.gateway.subgraph.HeaderForwarding;
import io.lancang.gateway.supergraph.CurrentEngine;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.lancang.gateway.telemetry.RequestOutcome;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers {@code /graphql}: POST for every operation, GET for queries. Thread-safe; each request stays on its event loop. */
@Singleton
public class GraphQLHandler implements Handler<RoutingContext> {
    static final String EXPLAIN = "Lancang-Explain";

    private static final Logger LOG = Logger.getLogger(GraphQLHandler.class);
    private static final String PLAN = "plan";
    private static final String HELP = """
            This is a GraphQL endpoint. Send a POST with Content-Type: application/json and a body such as
              {"query": "{ __typename }"}
            or a GET with the parameter query for queries. The schema is there for the asking: any GraphQL client shows it.
            """;

    private final CurrentEngine engines;
    private final HeaderForwarding forwarding;
    private final Admission admission;
    private final PreparationWorkers preparations;
    private final GatewayMetrics metrics;
    private final long maxBodySize;
    private final Duration timeForRequest;
    private final boolean explains;
    private final OverrideLabelsHeader overrideLabels;

    @Inject
    GraphQLHandler(
            CurrentEngine engines,
            HeaderForwarding forwarding,
            Admission admission,
            PreparationWorkers preparations,
            GatewayMetrics metrics,
            GatewayConfig config) {
        this.engines = engines;
        this.forwarding = forwarding;
        this.admission = admission;
        this.preparations = preparations;
        this.metrics = metrics;
        this.maxBodySize = config.limits().maxBodySize().asLongValue();
        this.timeForRequest = config.limits().deadline();
        this.explains = config.explain();
        this.overrideLabels = new OverrideLabelsHeader(config.overrideLabelsHeader());
    }

    @Override
    public void handle(RoutingContext routing) {
        Exchange exchange = new Exchange(routing.request(), metrics);
        if (exchange.request().method().equals(HttpMethod.POST)) {
            post(exchange);
        } else {
            BodyReader.discard(exchange.request(), maxBodySize);
            get(exchange);
        }
    }

    private void post(Exchange exchange) {
        @Nullable Refusal refusal = refusalBeforeBody(exchange);
        if (refusal != null) {
            BodyReader.discard(exchange.request(), maxBodySize);
            exchange.refuse(refusal);
            return;
        }
        BodyReader.read(exchange.request(), maxBodySize)
                .onSuccess(body -> run(exchange, () -> RequestParser.parseBody(body)))
                .onFailure(cause -> fail(exchange, cause));
    }

    private static @Nullable Refusal refusalBeforeBody(Exchange exchange) {
        String contentType = exchange.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (!ContentTypeHeader.isJson(contentType)) {
            return Refusal.unsupportedMediaType(contentType == null ? "" : contentType);
        }
        return exchange.isAcceptable()
                ? null
                : Refusal.notAcceptable(exchange.request().getHeader(HttpHeaders.ACCEPT));
    }

    private void get(Exchange exchange) {
        if (!exchange.request().method().equals(HttpMethod.GET)) {
            exchange.refuse(Refusal.methodNotAllowed(exchange.request().method().name()));
        } else if (exchange.isVisit()) {
            exchange.answerText(HELP);
        } else if (!exchange.isAcceptable()) {
            exchange.refuse(Refusal.notAcceptable(exchange.request().getHeader(HttpHeaders.ACCEPT)));
        } else {
            run(exchange, () -> RequestParser.parseParameters(exchange.request().params()));
        }
    }

    private void run(Exchange exchange, RequestSource source) {
        if (!admission.enter()) {
            exchange.refuse(Refusal.tooManyRequests(admission.maximum()), RequestOutcome.SHED);
            return;
        }
        FederationEngine engine = engines.get();
        ClientRequest client = clientOf(exchange);
        exchange.request().response().closeHandler(ignored -> client.abandon());
        try {
            GraphQLRequest request = source.read();
            preparations
                    .prepare(engine, request, client)
                    .compose(preparation -> answer(exchange, engine, preparation, request, client))
                    .onComplete(end -> {
                        admission.leave();
                        if (end.failed()) {
                            fail(exchange, end.cause());
                        }
                    });
        } catch (RefusedException | RuntimeException e) {
            admission.leave();
            fail(exchange, e);
        }
    }

    private Future<Void> answer(
            Exchange exchange,
            FederationEngine engine,
            Preparation preparation,
            GraphQLRequest request,
            ClientRequest client) {
        try {
            if (exchange.request().method().equals(HttpMethod.GET)) {
                refuseChanges(engine.operationType(request));
            }
            String explain = exchange.request().getHeader(EXPLAIN);
            if (explain != null) {
                exchange.answerText(explain(explain, engine, request, client));
                return Future.succeededFuture();
            }
        } catch (RefusedException e) {
            return Future.failedFuture(e);
        }
        Promise<Void> answered = Promise.promise();
        engine.execute(preparation, request, client).whenComplete((answer, failure) -> {
            if (failure == null) {
                exchange.answer(answer);
                answered.complete();
            } else {
                answered.fail(failure);
            }
        });
        return answered.future();
    }

    /** A link or an image on a page makes a GET; it must not change anything. */
    private static void refuseChanges(@Nullable OperationType type) throws RefusedException {
        if (type == OperationType.MUTATION || type == OperationType.SUBSCRIPTION) {
            throw new RefusedException(Refusal.onlyQueriesByGet(type.name().toLowerCase(Locale.ROOT)));
        }
    }

    private ClientRequest clientOf(Exchange exchange) {
        MultiMap headers = exchange.request().headers();
        return new ClientRequest(
                forwarding.toSubgraphs(headers),
                Deadline.in(timeForRequest, System::nanoTime),
                overrideLabels.read(headers));
    }

    private String explain(String header, FederationEngine engine, GraphQLRequest request, ClientRequest client)
            throws RefusedException {
        if (!explains) {
            throw new RefusedException(Refusal.explainDisabled());
        }
        if (!header.equals(PLAN)) {
            throw new RefusedException(Refusal.unknownExplain(header));
        }
        return engine.explain(request, client);
    }

    private static void fail(Exchange exchange, Throwable failure) {
        switch (failure) {
            case RefusedException refused -> exchange.refuse(refused.refusal());
            case TooMuchWorkException tooMuch ->
                exchange.refuse(Refusal.tooManyNewOperations(tooMuch.maximum()), RequestOutcome.SHED);
            default -> {
                LOG.error("A request failed because of a defect", failure);
                exchange.refuse(Refusal.defect(), RequestOutcome.FAILED);
            }
        }
    }

    /** Reads a request's parameters from wherever the method puts them. */
    @FunctionalInterface
    private interface RequestSource {
        GraphQLRequest read() throws RefusedException;
    }
}
