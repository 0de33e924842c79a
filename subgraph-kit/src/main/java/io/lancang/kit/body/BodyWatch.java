package io.lancang.kit.body;

import io.lancang.kit.error.ErrorBody;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds the bodies that are held in memory: by number, and by the time that each takes to come. Without it a few hundred
 * clients that announce a megabyte each and dawdle hold all memory. Safe for any thread.
 */
@Singleton
final class BodyWatch {
    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** Files are read piece by piece, and have a least rate instead. */
    private static final String FILES = "/releases";

    private static final int TOO_LATE = 408;
    private static final int TOO_MANY = 503;
    private static final long SWEEP_MILLIS = 500;

    private final BodyLimits limits;
    private final String service;
    private final Semaphore all;
    private final Semaphore large;
    private final Set<Place> taken = ConcurrentHashMap.newKeySet();

    /** What a request holds until it is answered or its client has left. */
    private record Place(HttpServerResponse response, boolean isLarge, long timer) {
        boolean isOver() {
            return response.ended() || response.closed();
        }
    }

    BodyWatch(BodyLimits limits, @ConfigProperty(name = "lancang.subgraph") String service) {
        this.limits = limits;
        this.service = service;
        this.all = new Semaphore(limits.atOnce());
        this.large = new Semaphore(limits.largeAtOnce());
    }

    void begin(@Observes Router router, Vertx vertx) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::watch);
        vertx.setPeriodic(
                SWEEP_MILLIS, passed -> taken.stream().filter(Place::isOver).forEach(place -> giveBack(place, vertx)));
    }

    private void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (WITHOUT_BODY.contains(request.method()) || request.isEnded() || FILES.equals(context.normalizedPath())) {
            context.next();
        } else if (!all.tryAcquire()) {
            refuse(context, TOO_MANY, tooMany(limits.atOnce() + " requests with a body"));
        } else if (isLarge(request) && !large.tryAcquire()) {
            all.release();
            refuse(context, TOO_MANY, tooMany(limits.largeAtOnce() + " requests with a large body"));
        } else {
            letIn(context, request);
        }
    }

    private void letIn(RoutingContext context, HttpServerRequest request) {
        boolean isLarge = isLarge(request);
        long timer = context.vertx().setTimer(limits.deadline().toMillis(), expired -> {
            if (!request.isEnded() && !request.response().headWritten()) {
                refuse(context, TOO_LATE, tooLate());
            }
        });
        Place place = new Place(request.response(), isLarge, timer);
        taken.add(place);
        // The GraphQL extension takes the handlers of the response's end and of a closed connection for itself, so the
        // router's end handlers are not called: whose client left is found by looking.
        context.addBodyEndHandler(written -> giveBack(place, context.vertx()));
        context.next();
    }

    private void giveBack(Place place, Vertx vertx) {
        if (taken.remove(place)) {
            vertx.cancelTimer(place.timer());
            all.release();
            if (place.isLarge()) {
                large.release();
            }
        }
    }

    private boolean isLarge(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // Whoever announces more digits than these announces more than any limit.
        return length == null
                || length.length() > 9
                || !length.chars().allMatch(Character::isDigit)
                || Integer.parseInt(length) >= limits.large().asLongValue();
    }

    private static ServiceException tooMany(String what) {
        return new ServiceException(
                ErrorCode.UNAVAILABLE,
                what + " are under way, the most that this instance takes at once.",
                "Retry in some seconds, with a smaller request.");
    }

    private ServiceException tooLate() {
        return new ServiceException(
                ErrorCode.TIMEOUT,
                "The body of the request did not come within "
                        + limits.deadline().toMillis() + " ms.",
                "Send it at once.");
    }

    /** The rest of the body may never come, so the connection ends with the answer. */
    private void refuse(RoutingContext context, int status, ServiceException refusal) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .putHeader("connection", "close")
                .end(ErrorBody.ofGraph(service, refusal).toString())
                .onComplete(sent -> context.request().connection().close());
    }
}
