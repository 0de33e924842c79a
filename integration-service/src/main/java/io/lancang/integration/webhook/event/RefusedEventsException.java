package io.lancang.integration.webhook.event;

import io.lancang.kit.text.Brief;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Set;

/** The gateway, or a subgraph behind it, refuses a subscription. */
public final class RefusedEventsException extends Exception {
    /** What is wrong with the document or its variables, so that asking again gives the same. */
    private static final Set<String> LASTING = Set.of(
            "GRAPHQL_PARSE_FAILED",
            "GRAPHQL_VALIDATION_FAILED",
            "BAD_USER_INPUT",
            "NOT_FOUND",
            "LIMIT_EXCEEDED",
            "FORBIDDEN",
            "UNAUTHORIZED_FIELD_OR_TYPE",
            "PERSISTED_QUERY_ONLY");

    private final String code;

    RefusedEventsException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** By the first of the errors of an answer. */
    static RefusedEventsException of(int status, JsonArray errors) {
        JsonObject first = errors.isEmpty() ? new JsonObject() : errors.getJsonObject(0);
        String code = first.getJsonObject("extensions", new JsonObject()).getString("code", "HTTP_" + status);
        return new RefusedEventsException(
                code, Brief.message(first.getString("message", "The gateway answered " + status + ".")));
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** Names the value and the rule. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** Whether asking again gives the same. */
    public boolean isLasting() {
        return LASTING.contains(code);
    }
}
