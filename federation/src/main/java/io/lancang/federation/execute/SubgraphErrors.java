package io.lancang.federation.execute;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.json.JsonValues;
import io.lancang.federation.execute.json.MalformedJsonException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes errors of the engine out of what a subgraph says in {@code errors}. */
final class SubgraphErrors {
    private SubgraphErrors() {}

    /**
     * An error as the subgraph reported it.
     *
     * @param error with message, code, service and extensions, without path
     * @param path in the subgraph's answer; empty if it tells none
     */
    record Reported(GraphQLError error, List<?> path) {}

    /** The entries of {@code errors}, a JSON value. Whatever is no list of errors becomes one error that says so. */
    static List<Reported> decode(String subgraph, byte[] json, int from, int to) {
        try {
            Object errors = JsonValues.parse(json, from, to);
            return errors instanceof List<?> list
                    ? list.stream().map(error -> decode(subgraph, error)).toList()
                    : List.of(unreadable(subgraph));
        } catch (MalformedJsonException unreadable) {
            return List.of(unreadable(subgraph));
        }
    }

    private static Reported decode(String subgraph, @Nullable Object error) {
        if (!(error instanceof Map<?, ?> entries) || !(entries.get("message") instanceof String message)) {
            return unreadable(subgraph);
        }
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        if (entries.get("extensions") instanceof Map<?, ?> reported) {
            reported.forEach((key, value) -> extensions.put(String.valueOf(key), value));
        }
        Object code = extensions.remove("code");
        extensions.remove("service");
        String name = code instanceof String text ? text : ErrorCode.SUBGRAPH_ERROR.name();
        List<?> path = entries.get("path") instanceof List<?> segments ? segments : List.of();
        return new Reported(new GraphQLError(message, List.of(), List.of(), name, subgraph, extensions), path);
    }

    private static Reported unreadable(String subgraph) {
        String message = "The subgraph " + subgraph + " reported errors in a form that GraphQL does not know.";
        GraphQLError error = GraphQLError.of(ErrorCode.SUBGRAPH_INVALID_RESPONSE, message);
        return new Reported(error.from(subgraph), List.of());
    }
}
