package io.lancang.gateway.http;

import io.lancang.gateway.request.Endpoint;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Puts the GraphQL endpoint on the HTTP server. */
@Singleton
class GraphQLRoute {
    private final GraphQLHandler handler;

    @Inject
    GraphQLRoute(GraphQLHandler handler) {
        this.handler = handler;
    }

    void register(@Observes Router router) {
        router.route(Endpoint.PATH).handler(handler);
    }
}
