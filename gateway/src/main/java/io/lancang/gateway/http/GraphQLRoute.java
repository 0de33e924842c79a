package io.lancang.gateway.http;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.request.Endpoint;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Puts the GraphQL endpoint on the HTTP server. */
@Singleton
class GraphQLRoute {
    private final GraphQLHandler handler;
    private final GatewayConfig config;

    @Inject
    GraphQLRoute(GraphQLHandler handler, GatewayConfig config) {
        this.handler = handler;
        this.config = config;
    }

    void register(@Observes Router router) {
        router.route(Endpoint.PATH).handler(handler);
        for (String contract : config.contracts().keySet()) {
            router.route(Endpoint.of(contract)).handler(routing -> handler.handle(routing, contract));
        }
    }
}
