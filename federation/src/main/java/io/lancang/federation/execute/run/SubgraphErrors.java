package io.lancang.federation.execute.run;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.json.JsonValues;
import io.lancang.federation.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes errors of the engine out of what a subgraph says in {@code errors}. */
final class SubgraphErrors {
    /** How many errors of one answer are reported one by one. */
    static final int MAXIMUM = 100;

    /** How long the errors of one answer may be, in bytes; longer ones are reported as one. */
    static final int MAXIMUM_BYTES = 256 * 1024;

    private SubgraphErrors() {}

    /**
     * An error as the subgraph reported it.
     *
     * @param error with message, code, service and extensions, without path
     * @param path in the subgraph's answer; empty if it has none
     */
    record Reported(GraphQLError error, List<?> path) {}

    /**
     * The entries of {@code errors}, a JSON value. Whatever is no list of errors becomes one error that says so. What is more
     * than {@value #MAXIMUM} errors, or longer than {@value #MAXIMUM_BYTES} bytes, is only counted.
     *
     * @param shown what a client may see of an error
     */
    static List<Reported> decode(String subgraph, byte[] json, int from, int to, UnaryOperator<GraphQLError> shown) {
        if (to - from > MAXIMUM_BYTES) {
            return List.of(tooMany(subgraph, "errors of " + (to - from) + " bytes, which the gateway does not read"));
        }
        try {
            Object errors = JsonValues.parse(json, from, to);
            return errors instanceof List<?> list ? decode(subgraph, list, shown) : List.of(unreadable(subgraph));
        } catch (MalformedJsonException unreadable) {
            return List.of(unreadable(subgraph));
        }
    }

    private static List<Reported> decode(String subgraph, List<?> errors, UnaryOperator<GraphQLError> shown) {
        List<Reported> reported = new ArrayList<>();
        errors.stream().limit(MAXIMUM).forEach(error -> reported.add(decode(subgraph, error, shown)));
        if (errors.size() > MAXIMUM) {
            reported.add(tooMany(subgraph, errors.size() + " errors, of which the first " + MAXIMUM + " are reported"));
        }
        return reported;
    }

    private static Reported tooMany(String subgraph, String what) {
        String message = "The subgraph " + subgraph + " reported " + what + ".";
        return new Reported(GraphQLError.of(ErrorCode.LIMIT_EXCEEDED, message).from(subgraph), List.of());
    }

    private static Reported decode(String subgraph, @Nullable Object error, UnaryOperator<GraphQLError> shown) {
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
        GraphQLError received = new GraphQLError(message, List.of(), List.of(), name, subgraph, extensions);
        return new Reported(shown.apply(received), path);
    }

    private static Reported unreadable(String subgraph) {
        String message = "The subgraph " + subgraph + " reported errors in a form that GraphQL does not know.";
        GraphQLError error = GraphQLError.of(ErrorCode.SUBGRAPH_INVALID_RESPONSE, message);
        return new Reported(error.from(subgraph), List.of());
    }
}
