package io.lancang.trade.sdmx.request;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A request that is refused, with what the client is told. It states a fact about the request and has no stack trace. */
public final class SdmxException extends RuntimeException {
    private final Problem problem;
    private final String detail;

    /** @param detail names the value, the rule and the way out */
    public SdmxException(Problem problem, String detail) {
        super(detail, null, false, false);
        this.problem = problem;
        this.detail = Brief.message(detail);
    }

    /** What the rest of the service refuses, in these terms. */
    public static SdmxException of(ServiceException refusal) {
        Problem problem = switch (refusal.code()) {
            case NOT_FOUND -> Problem.NO_RESULTS;
            case BAD_USER_INPUT, GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, CONFLICT -> Problem.SEMANTIC;
            case LIMIT_EXCEEDED -> Problem.TOO_LARGE;
            case UNAVAILABLE, TIMEOUT -> Problem.UNAVAILABLE;
            case UNAUTHENTICATED, FORBIDDEN, INTERNAL -> Problem.INTERNAL;
        };
        String hint = refusal.hint();
        return new SdmxException(problem, hint == null ? refusal.getMessage() : refusal.getMessage() + " " + hint);
    }

    public Problem problem() {
        return problem;
    }

    /** The message of errors, as SDMX-JSON writes it. */
    public JsonObject message() {
        return new JsonObject()
                .put(
                        "errors",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("code", problem.code())
                                        .put("title", problem.title())
                                        .put("detail", detail)));
    }
}
