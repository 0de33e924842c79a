package io.lancang.gateway.websocket;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.limits.Admission;
import io.lancang.gateway.limits.ClientAddress;
import io.lancang.gateway.limits.OpenStreams;
import io.lancang.gateway.operation.ClientRequests;
import io.lancang.gateway.operation.OperationRunner;
import io.lancang.gateway.operation.RequestReports;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.request.ErrorJson;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.shutdown.Shutdown;
import io.opentelemetry.context.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens WebSockets at the path at which other requests are answered too. Thread-safe. */
@Singleton
class WebSocketRoute {
    private static final Logger LOG = Logger.getLogger(WebSocketRoute.class);
    private static final int BEFORE_OTHERS = -1;

    private final Surroundings surroundings;
    private final Set<String> contracts;
    private final Admission places;
    private final Shutdown shutdown;
    private final OriginCheck origins;
    private final UpgradedRequest upgradedRequest = new UpgradedRequest();

    @Inject
    WebSocketRoute(
            Vertx vertx,
            OperationRunner operations,
            ClientRequests clients,
            OpenStreams streams,
            Shutdown shutdown,
            RequestReports reports,
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean cors) {
        this.surroundings = new Surroundings(
                vertx,
                operations,
                clients,
                shutdown,
                reports,
                config.subscriptions(),
                config.limits().maxBodySize().asLongValue(),
                config.limits().maxNames(),
                /* contract= */ null);
        this.contracts = config.contracts().keySet();
        this.places = streams.connections();
        this.shutdown = shutdown;
        this.origins = new OriginCheck(cors);
    }

    void register(@Observes Router router) {
        router.route(Endpoint.PATH).order(BEFORE_OTHERS).handler(routing -> handle(routing, /* contract= */ null));
        for (String contract : contracts) {
            router.route(Endpoint.of(contract)).order(BEFORE_OTHERS).handler(routing -> handle(routing, contract));
        }
    }

    private void handle(RoutingContext routing, @Nullable String contract) {
        HttpServerRequest request = routing.request();
        if (!request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            routing.next();
            return;
        }
        Refusal refusal = refusal(request);
        if (refusal == null) {
            open(request, contract);
        } else {
            refuse(request.response(), refusal);
        }
    }

    private @Nullable Refusal refusal(HttpServerRequest request) {
        if (shutdown.hasBegun()) {
            return Refusal.shuttingDown();
        }
        if (!origins.allows(request)) {
            return WebSocketRefusals.foreignOrigin(String.valueOf(request.getHeader(HttpHeaders.ORIGIN)));
        }
        return places.enter() ? null : WebSocketRefusals.tooManyConnections(places.maximum());
    }

    private void open(HttpServerRequest request, @Nullable String contract) {
        MultiMap headers = request.headers();
        String client = ClientAddress.of(request);
        // Messages come on another context.
        Context opened = Context.current();
        request.toWebSocket()
                .onSuccess(socket -> Connection.open(
                        socket, client, headers, opened, surroundings.of(contract), () -> closed(request)))
                .onFailure(cause -> {
                    places.leave();
                    // Vert.x has answered with the status that says what is wrong with the handshake.
                    LOG.debugf("A WebSocket was not opened: %s", cause.getMessage());
                });
    }

    private void closed(HttpServerRequest request) {
        places.leave();
        upgradedRequest.ended(request);
    }

    private static void refuse(HttpServerResponse response, Refusal refusal) {
        response.setStatusCode(refusal.status());
        refusal.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .end(Buffer.buffer(ErrorJson.response(refusal.problem())));
    }
}
