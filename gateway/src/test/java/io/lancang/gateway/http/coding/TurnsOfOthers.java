package io.lancang.gateway.http.coding;

import io.lancang.gateway.request.Endpoint;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often others have a turn on the event loop between the head of an answer and its end. */
@Singleton
class TurnsOfOthers {
    /** The header of a request whose answer is watched. */
    static final String HEADER = "X-Count-Turns";

    private static final int BEFORE_ALL = -101;

    private final AtomicInteger turns = new AtomicInteger();

    void register(@Observes Router router) {
        router.route(Endpoint.PATH).order(BEFORE_ALL).handler(routing -> {
            if (routing.request().headers().contains(HEADER)) {
                watch(routing);
            }
            routing.next();
        });
    }

    private void watch(RoutingContext routing) {
        turns.set(0);
        AtomicBoolean ended = new AtomicBoolean();
        routing.addHeadersEndHandler(ignored -> takeTurns(routing, ended));
        routing.addBodyEndHandler(ignored -> ended.set(true));
    }

    private void takeTurns(RoutingContext routing, AtomicBoolean ended) {
        routing.vertx().runOnContext(ignored -> {
            if (!ended.get()) {
                turns.incrementAndGet();
                takeTurns(routing, ended);
            }
        });
    }

    /** During the last answer that was watched. */
    int count() {
        return turns.get();
    }
}
