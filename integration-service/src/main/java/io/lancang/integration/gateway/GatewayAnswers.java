package io.lancang.integration.gateway;

import io.lancang.integration.answer.Failures;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.HttpStatus;
import io.lancang.kit.error.ServiceException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Answers to gateways, as JSON: what was asked for, or {@code code} and {@code message}. */
final class GatewayAnswers {
    private static final String RETRY_SECONDS = "1";

    private GatewayAnswers() {}

    static void send(RoutingContext request, int status, JsonObject body) {
        HttpServerResponse response = request.response();
        if (!response.headWritten() && !response.closed()) {
            response.setStatusCode(status)
                    .putHeader("content-type", "application/json")
                    .putHeader("cache-control", "no-store")
                    .end(body.encode());
        }
    }

    static void refuse(RoutingContext request, ServiceException refusal) {
        if (refusal.code() == ErrorCode.UNAVAILABLE && !request.response().headWritten()) {
            request.response().putHeader("retry-after", RETRY_SECONDS);
        }
        String message = refusal.hint() == null ? refusal.getMessage() : refusal.getMessage() + " " + refusal.hint();
        send(
                request,
                HttpStatus.of(refusal.code()),
                new JsonObject().put("code", refusal.code().name()).put("message", message));
    }

    /** The gateway learns what it can do something about; the log has the rest. */
    static void fail(RoutingContext request, Throwable failure) {
        refuse(request, Failures.explained(failure, request.normalizedPath()));
    }

    static ServiceException notAdmitted(boolean hasToken) {
        return new ServiceException(
                ErrorCode.UNAUTHENTICATED,
                hasToken
                        ? "The request does not have the token that gateways share with this service."
                        : "This answers callers on its own machine alone, since no token is configured.",
                hasToken
                        ? "Send it as `Authorization: Bearer`; both read it from the same secret."
                        : "Set lancang.integration.gateway-token here and the same at the gateway.");
    }

    /** Whether nobody but this machine can have sent it. */
    static boolean isFromHere(HttpServerRequest request) {
        if (request.remoteAddress() == null || request.remoteAddress().hostAddress() == null) {
            return false;
        }
        try {
            // It is an address, for which no name is looked up.
            return InetAddress.getByName(request.remoteAddress().hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
