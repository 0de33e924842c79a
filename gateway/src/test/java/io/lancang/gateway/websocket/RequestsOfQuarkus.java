package io.lancang.gateway.websocket;

import io.lancang.gateway.request.Endpoint;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests for which Quarkus would wait at a shutdown, as Quarkus does. */
@Singleton
class RequestsOfQuarkus {
    private static final int BEFORE_ALL = -100;

    private final AtomicInteger running = new AtomicInteger();

    void register(@Observes Router router) {
        router.route(Endpoint.PATH).order(BEFORE_ALL).handler(routing -> {
            running.incrementAndGet();
            QuarkusRequestWrapper.get(routing.request()).addRequestDoneHandler(ignored -> running.decrementAndGet());
            routing.next();
        });
    }

    int running() {
        return running.get();
    }
}
