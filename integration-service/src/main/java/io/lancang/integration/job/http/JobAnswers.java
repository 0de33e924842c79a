package io.lancang.integration.job.http;

import io.lancang.integration.answer.Failures;
import io.lancang.kit.error.ErrorBody;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.HttpStatus;
import io.lancang.kit.error.ServiceException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers about jobs: JSON, or an error in the form of an answer of the graph. */
@Singleton
class JobAnswers {
    private static final int TOO_MANY = 429;

    private final String service;

    JobAnswers(@ConfigProperty(name = "lancang.subgraph") String service) {
        this.service = service;
    }

    void send(RoutingContext request, int status, JsonObject body) {
        HttpServerResponse response = request.response();
        if (!response.headWritten() && !response.closed()) {
            response.setStatusCode(status)
                    .putHeader("content-type", "application/json")
                    .putHeader("cache-control", "no-store")
                    .end(body.toBuffer());
        }
    }

    /** What was begun cannot be taken back: then the connection is closed, so that the client does not take a part for all. */
    void fail(RoutingContext request, Throwable failure) {
        if (request.response().headWritten()) {
            request.response().reset();
            return;
        }
        ServiceException refusal = Failures.explained(failure, request.normalizedPath());
        // What is limited here is how much a client has at a time, not how large its request is.
        int status = refusal.code() == ErrorCode.LIMIT_EXCEEDED ? TOO_MANY : HttpStatus.of(refusal.code());
        send(request, status, new JsonObject(ErrorBody.ofGraph(service, refusal).toString()));
    }
}
