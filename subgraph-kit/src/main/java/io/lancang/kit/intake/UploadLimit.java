package io.lancang.kit.intake;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/**
 * Lets files of any size in where files are loaded, and only there. The limit of bodies is one for all paths and small,
 * since a body of the graph is held in memory; a file never is.
 */
final class UploadLimit {
    private static final String PATH = "/releases";

    void lift(@Observes Router router) {
        // Before the limit is asked: it looks at the declared length, which nothing later needs.
        router.route(HttpMethod.POST, PATH)
                .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1)
                .handler(context -> {
                    context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
                    context.next();
                });
        // After it: what the limit tells the reader of the body.
        router.route(HttpMethod.POST, PATH)
                .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1)
                .handler(context -> {
                    context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, Long.MAX_VALUE);
                    context.next();
                });
    }
}
