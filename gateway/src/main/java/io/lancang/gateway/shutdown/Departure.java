package io.lancang.gateway.shutdown;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Ends connections with the answers that are given while the gateway is about to stop. Whoever is in front sends no new connections by then,
 * but those that are there would be asked over until they end in the middle of a request, or find that it is refused.
 */
@Singleton
final class Departure {
    /** Before everything that answers. */
    private static final int FIRST = Integer.MIN_VALUE;

    /** As long as a request may take: what is under way on a connection of HTTP/2 is finished. */
    private static final long LONGEST_SECONDS = 35;

    private final Shutdown shutdown;

    Departure(Shutdown shutdown) {
        this.shutdown = shutdown;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::handle);
    }

    private void handle(RoutingContext routing) {
        if (shutdown.hasBegun()) {
            leave(routing.request());
        }
        routing.next();
    }

    private static void leave(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.connection().shutdown(LONGEST_SECONDS, TimeUnit.SECONDS);
        } else if (!request.headers().contains(HttpHeaders.UPGRADE)) {
            HttpServerResponse response = request.response();
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            response.endHandler(ignored -> request.connection().close());
        }
    }
}
