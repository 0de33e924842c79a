package io.lancang.kit.database;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells the statements of each HTTP request whom they run for. */
@Singleton
class ClientWatch {
    private static final int PRIORITY = 100;

    void register(@Observes Filters filters) {
        filters.register(ClientWatch::attach, PRIORITY);
    }

    private static void attach(RoutingContext request) {
        Client.attach(request.response());
        request.next();
    }
}
