package io.lancang.gateway.cache.invalidation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.gateway.config.GatewayConfig;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /cache/invalidate} on the port for health and metrics, for whoever has the token of the configuration. Without a token
 * in the configuration there is no such endpoint.
 */
@Singleton
class InvalidationRoute {
    private static final Logger LOG = Logger.getLogger(InvalidationRoute.class);
    private static final String PATH = "/cache/invalidate";
    private static final String SCHEME = "Bearer ";
    private static final long LARGEST_BODY = 1 << 20;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final Invalidations invalidations;
    private final byte @Nullable [] token;

    @Inject
    InvalidationRoute(Invalidations invalidations, GatewayConfig config) {
        this.invalidations = invalidations;
        this.token = config.cache().enabled()
                ? config.cache()
                        .invalidationToken()
                        .map(text -> text.getBytes(UTF_8))
                        .orElse(null)
                : null;
    }

    void register(@Observes ManagementInterface management) {
        if (token != null) {
            management.router().post(PATH).handler(this::authenticate);
            management
                    .router()
                    .post(PATH)
                    .handler(BodyHandler.create(/* handleFileUploads= */ false).setBodyLimit(LARGEST_BODY));
            management.router().post(PATH).handler(this::invalidate);
        }
    }

    private void authenticate(RoutingContext routing) {
        if (isAuthentic(routing.request())) {
            routing.next();
        } else {
            routing.response().putHeader("WWW-Authenticate", "Bearer");
            refuse(
                    routing.response(),
                    UNAUTHORIZED,
                    "UNAUTHENTICATED",
                    "Send the token of lancang.gateway.cache.invalidation-token in a header Authorization: Bearer.");
        }
    }

    private boolean isAuthentic(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null
                && header.regionMatches(/* ignoreCase= */ true, 0, SCHEME, 0, SCHEME.length())
                // Takes the same time wherever the first difference is.
                && MessageDigest.isEqual(
                        token, header.substring(SCHEME.length()).strip().getBytes(UTF_8));
    }

    private void invalidate(RoutingContext routing) {
        String body = routing.body().asString();
        try {
            InvalidationRequest request = InvalidationRequest.parse(body == null ? "" : body);
            invalidations.invalidate(request.marks());
            LOG.infof("Invalidated by call: %s", request.marks());
            answer(
                    routing.response(),
                    new JsonObject().put("invalidated", request.marks().size()));
        } catch (IllegalArgumentException problem) {
            refuse(routing.response(), BAD_REQUEST, "BAD_USER_INPUT", String.valueOf(problem.getMessage()));
        }
    }

    private static void refuse(HttpServerResponse response, int status, String code, String message) {
        answer(
                response.setStatusCode(status),
                new JsonObject().put("code", code).put("message", message));
    }

    private static void answer(HttpServerResponse response, JsonObject json) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(json.encode());
    }
}
