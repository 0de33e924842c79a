package io.lancang.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.GraphQLResponse;
import io.lancang.gateway.request.ErrorJson;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.telemetry.RequestOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call of a tool led to.
 *
 * @param json the whole of it, as JSON: a response of GraphQL, or what was found
 * @param outcome as which the request counts
 * @param headers to send besides
 */
record ToolResult(String json, RequestOutcome outcome, Map<String, String> headers) {
    static ToolResult found(String json) {
        return new ToolResult(json, RequestOutcome.TEXT, Map.of());
    }

    static ToolResult of(GraphQLResponse answer) {
        return new ToolResult(
                new String(answer.body(), 0, answer.length(), UTF_8),
                switch (answer.outcome()) {
                    case DATA -> RequestOutcome.DATA;
                    case DATA_WITH_ERRORS -> RequestOutcome.DATA_WITH_ERRORS;
                    case REQUEST_ERROR -> RequestOutcome.REQUEST_ERROR;
                },
                Map.of());
    }

    /** The call was refused. Who called may be able to do better, so it reads why, as an error of GraphQL. */
    static ToolResult refused(Refusal refusal) {
        return new ToolResult(
                new String(ErrorJson.response(refusal.problem()), UTF_8), outcome(refusal), refusal.headers());
    }

    static RequestOutcome outcome(Refusal refusal) {
        return refusal.status() == 503 ? RequestOutcome.SHED : RequestOutcome.REFUSED;
    }

    /** Whether there are errors in it. */
    boolean isError() {
        return switch (outcome) {
            case DATA, TEXT -> false;
            case DATA_WITH_ERRORS, REQUEST_ERROR, REFUSED, SHED, ABANDONED, FAILED -> true;
        };
    }

    /**
     * What fits the tool's output schema; null if there are errors: they are no part of that schema, and some clients compare them with it
     * all the same.
     */
    @Nullable
    String structured() {
        return isError() ? null : json;
    }
}
