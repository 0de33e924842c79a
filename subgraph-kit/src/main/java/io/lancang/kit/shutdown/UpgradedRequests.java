package io.lancang.kit.shutdown;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;

/**
 * Requests that become WebSockets, which no shutdown waits for. Quarkus counts requests until their response ends and waits for all of them
 * before it stops; the response of a WebSocket never ends, so that each one ever opened would hold every shutdown up until its time is
 * over. What is asked over WebSockets are events without an end: their clients hear that the server goes away (1001) once the answers that
 * are in work are written, and subscribe elsewhere.
 */
@Singleton
@RegisterForReflection(targets = QuarkusRequestWrapper.class, fields = false)
public final class UpgradedRequests {
    private static final int BEFORE_OTHERS = 1000;
    private static final String WEB_SOCKET = "websocket";

    // There is no public way to say that a request is done.
    private final Method done;

    UpgradedRequests() {
        try {
            done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
            done.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("This version of Quarkus counts requests in another way", e);
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::countNoMore, BEFORE_OTHERS);
    }

    private void countNoMore(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.headers().contains(HttpHeaders.UPGRADE, WEB_SOCKET, true)) {
            countNoMore(request);
        }
        routing.next();
    }

    private void countNoMore(HttpServerRequest request) {
        try {
            done.invoke(QuarkusRequestWrapper.get(request));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Quarkus failed to take note of the end of a request", e);
        }
    }
}
