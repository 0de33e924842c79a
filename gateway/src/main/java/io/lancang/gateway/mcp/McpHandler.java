package io.lancang.gateway.mcp;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.http.body.AbandonedBodyException;
import io.lancang.gateway.http.body.JsonBodies;
import io.lancang.gateway.http.body.ReceivedBody;
import io.lancang.gateway.limits.rate.Spending;
import io.lancang.gateway.operation.ClientRequests;
import io.lancang.gateway.preparation.LargeRequests;
import io.lancang.gateway.preparation.TooMuchWorkException;
import io.lancang.gateway.preparation.UnwantedWorkException;
import io.lancang.gateway.request.BatchParser;
import io.lancang.gateway.request.JsonValues;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.lancang.gateway.telemetry.RequestOutcome;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers messages of the Model Context Protocol, each by itself: there are no sessions, so that any gateway answers any message.
 * Thread-safe; each request stays on its event loop.
 */
@Singleton
class McpHandler {
    private static final Logger LOG = Logger.getLogger(McpHandler.class);

    private final JsonBodies bodies;
    private final ClientRequests clients;
    private final LargeRequests large;
    private final ToolCatalogs catalogs;
    private final ToolCalls calls;
    private final ToolListeners listeners;
    private final GatewayMetrics metrics;
    private final PageOrigins origins;
    private final ProtectedResource resource;
    private final Server server;
    private final int maximumNames;

    @Inject
    McpHandler(
            JsonBodies bodies,
            ClientRequests clients,
            LargeRequests large,
            ToolCatalogs catalogs,
            ToolCalls calls,
            ToolListeners listeners,
            GatewayMetrics metrics,
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version) {
        this.bodies = bodies;
        this.clients = clients;
        this.large = large;
        this.catalogs = catalogs;
        this.calls = calls;
        this.listeners = listeners;
        this.metrics = metrics;
        this.origins = new PageOrigins(config.mcp().allowedOrigins().orElse(Set.of()).stream()
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
        this.resource = ProtectedResource.of(config.access());
        this.server = new Server(version);
        this.maximumNames = config.limits().maxNames();
    }

    /** @param contract that is asked; null for the whole graph */
    void handle(HttpServerRequest request, @Nullable String contract) {
        McpExchange exchange = new McpExchange(request, contract, metrics, resource);
        Refusal refusal = refusal(request);
        if (refusal != null) {
            bodies.discard(request);
            exchange.refuse(/* id= */ null, refusal, ToolResult.outcome(refusal));
        } else if (request.method().equals(HttpMethod.POST)) {
            post(exchange);
        } else {
            bodies.discard(request);
            identified(exchange, client -> listen(exchange, /* id= */ null, client));
        }
    }

    private @Nullable Refusal refusal(HttpServerRequest request) {
        Refusal refusal = bodies.refusal(request);
        if (refusal != null) {
            return refusal;
        }
        if (!origins.allows(request)) {
            return McpRefusals.foreignOrigin(String.valueOf(request.getHeader(HttpHeaders.ORIGIN)));
        }
        if (request.method().equals(HttpMethod.POST)) {
            return bodies.refusalOfBody(request);
        }
        if (!request.method().equals(HttpMethod.GET)) {
            return McpRefusals.methodNotAllowed(request.method().name());
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/event-stream") ? null : McpRefusals.noStreamAccepted();
    }

    private void post(McpExchange exchange) {
        bodies.read(exchange.request(), exchange.client())
                .onSuccess(body -> identified(exchange, client -> read(exchange, body, client))
                        .onComplete(ended -> body.release()))
                .onFailure(failure -> fail(exchange, /* id= */ null, failure));
    }

    /** Does something for the client of a request, if it is who it says. */
    private Future<Void> identified(McpExchange exchange, ForClient use) {
        return clients.of(exchange.client(), exchange.request().headers())
                .compose(client -> {
                    exchange.request().response().closeHandler(ignored -> client.abandon());
                    return use.of(client.asking(exchange.contract()));
                })
                .onFailure(failure -> fail(exchange, /* id= */ null, failure));
    }

    private Future<Void> read(McpExchange exchange, ReceivedBody body, ClientRequest client) {
        if (BatchParser.isBatch(body.bytes())) {
            return Future.failedFuture(
                    RpcException.invalidRequest("The body is a JSON array: send one message at a time."));
        }
        Supplier<Future<Message>> reading = () -> {
            try {
                return Future.succeededFuture(new Message(JsonValues.parseObject(body.bytes(), maximumNames)));
            } catch (RefusedException e) {
                return Future.failedFuture(new RpcException(
                        400,
                        Protocol.PARSE_ERROR,
                        e.refusal().message(),
                        Map.of("code", e.refusal().code())));
            }
        };
        Future<Message> message = large.isLarge(body.bytes().length)
                ? large.read(body.bytes().length, client, reading)
                        .recover(failure -> Future.failedFuture(refusalOfLarge(failure)))
                        .compose(read -> read)
                : reading.get();
        return message.compose(read -> take(exchange, read.members(), client));
    }

    /** What a client has sent, as JSON has it. */
    private record Message(Map<String, @Nullable Object> members) {}

    private static Throwable refusalOfLarge(Throwable failure) {
        return switch (failure) {
            case TooMuchWorkException tooMuch ->
                new RefusedException(Refusal.tooManyLargeRequests(tooMuch.maximum(), tooMuch.maximumPerClient()));
            case UnwantedWorkException late -> new RefusedException(Refusal.notReadInTime());
            default -> failure;
        };
    }

    private Future<Void> take(McpExchange exchange, Map<String, @Nullable Object> message, ClientRequest client) {
        @Nullable Object id = message.get("id");
        try {
            RpcRequest request = RpcRequest.of(message);
            if (request.isNotification()) {
                // None of them says anything that matters to a server that keeps nothing.
                exchange.accept();
                return Future.succeededFuture();
            }
            Era era = Era.of(request, exchange.request().headers());
            return answer(exchange, request, era, client).recover(failure -> {
                fail(exchange, id, failure);
                return Future.succeededFuture();
            });
        } catch (RpcException e) {
            exchange.fail(id instanceof String || id instanceof Number ? id : null, e);
            return Future.succeededFuture();
        }
    }

    private Future<Void> answer(McpExchange exchange, RpcRequest request, Era era, ClientRequest client)
            throws RpcException {
        Object id = Objects.requireNonNull(request.id(), "a notification is not answered");
        return switch (request.method()) {
            case Protocol.LIST_TOOLS -> counted(exchange, client, () -> list(exchange, id, era));
            case Protocol.CALL_TOOL ->
                call(exchange, id, request.text("name"), request.object("arguments"), era, client);
            case "initialize" ->
                say(
                        exchange,
                        id,
                        client,
                        server.initialized(Protocol.negotiated(request.params().get("protocolVersion"))));
            case "server/discover" -> say(exchange, id, client, server.result(era, server.discovered()));
            case "ping" -> say(exchange, id, client, server.result(era, new JsonObject()));
            case Protocol.LISTEN -> listen(exchange, id, client);
            default ->
                throw new RpcException(
                        era == Era.MODERN ? 404 : 200,
                        Protocol.METHOD_NOT_FOUND,
                        "There is no method \"" + request.method() + "\" here: this gateway offers tools.",
                        Map.of());
        };
    }

    private Future<Void> say(McpExchange exchange, Object id, ClientRequest client, JsonObject result) {
        return counted(exchange, client, () -> {
            exchange.answer(RpcJson.result(id, result), RequestOutcome.TEXT);
            return Future.succeededFuture();
        });
    }

    private static Future<Void> counted(McpExchange exchange, ClientRequest client, Supplier<Future<Void>> run) {
        return Spending.asOneRequest(
                client.spending(), exchange.request().response().headers(), run);
    }

    private Future<Void> list(McpExchange exchange, Object id, Era era) {
        return catalogs.get(exchange.contract())
                .onSuccess(catalog -> exchange.answer(
                        RpcJson.tools(
                                id,
                                catalog.list(),
                                server.result(
                                        era, era == Era.MODERN ? server.kept(new JsonObject()) : new JsonObject())),
                        RequestOutcome.TEXT))
                .mapEmpty();
    }

    private Future<Void> call(
            McpExchange exchange,
            Object id,
            String name,
            Map<String, @Nullable Object> arguments,
            Era era,
            ClientRequest client) {
        return catalogs.get(exchange.contract()).compose(catalog -> {
            Tool tool = catalog.find(name);
            if (tool == null) {
                return counted(exchange, client, () -> Future.failedFuture(unknownTool(name)));
            }
            return calls.call(
                            catalog,
                            tool,
                            arguments,
                            client,
                            exchange.request().response().headers())
                    .onSuccess(result -> {
                        if (!exchange.request().response().closed()) {
                            client.answerHeaders()
                                    .addTo(exchange.request().response().headers());
                        }
                        exchange.answer(
                                RpcJson.called(id, result, server.result(era, new JsonObject())),
                                result.outcome(),
                                result.headers());
                    })
                    .mapEmpty();
        });
    }

    private static RpcException unknownTool(String name) {
        return RpcException.invalidParams(
                "There is no tool \"" + (name.length() > 100 ? name.substring(0, 100) + "..." : name)
                        + "\". List them with " + Protocol.LIST_TOOLS + ".");
    }

    private Future<Void> listen(McpExchange exchange, @Nullable Object id, ClientRequest client) {
        return counted(
                exchange,
                client,
                () -> catalogs.get(exchange.contract())
                        .compose(catalog -> listeners.begin(exchange, id, client, catalog)));
    }

    private static void fail(McpExchange exchange, @Nullable Object id, Throwable failure) {
        switch (failure) {
            case RefusedException refused ->
                exchange.refuse(id, refused.refusal(), ToolResult.outcome(refused.refusal()));
            case RpcException error -> exchange.fail(id, error);
            case AbandonedBodyException left -> exchange.abandoned();
            default -> {
                LOG.error("A request failed because of a defect", failure);
                exchange.refuse(id, Refusal.defect(), RequestOutcome.FAILED);
            }
        }
    }

    /** Does something for a client. */
    @FunctionalInterface
    private interface ForClient {
        Future<Void> of(ClientRequest client);
    }
}
