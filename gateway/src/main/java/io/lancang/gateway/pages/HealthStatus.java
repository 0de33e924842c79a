package io.lancang.gateway.pages;

import io.lancang.gateway.request.Refusal;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/**
 * Says at the address of the clients whether the gateway is ready: {@code {"status": "UP"}} with 200, or {@code DOWN} with 503. What is
 * behind it is for operators, on the management port. Thread-safe.
 */
final class HealthStatus implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(HealthStatus.class);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    /** What is answered: a status of HTTP, and the body. */
    record Said(int code, JsonObject body) {
        static Said of(SmallRyeHealth health) {
            return health.isDown()
                    ? new Said(UNAVAILABLE, JsonObject.of("status", "DOWN"))
                    : new Said(OK, JsonObject.of("status", "UP"));
        }
    }

    private final SmallRyeHealthReporter reporter;

    HealthStatus(SmallRyeHealthReporter reporter) {
        this.reporter = reporter;
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!PageHandler.isReading(request)) {
            PageHandler.refuse(
                    request, PageHandler.methodNotAllowed(request.method().name(), "GET, HEAD"));
            return;
        }
        reporter.getReadinessAsync().subscribe().with(health -> send(request, Said.of(health)), cause -> {
            LOG.error("Health cannot be checked", cause);
            PageHandler.refuse(request, Refusal.defect());
        });
    }

    private static void send(HttpServerRequest request, Said said) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        PageHeaders.addTo(response, "health");
        response.setStatusCode(said.code())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        response.end(said.body().toBuffer());
    }
}
