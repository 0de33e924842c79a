package io.lancang.federation.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code errors} in the client's answer.
 *
 * @param message names the value, the rule that it breaks and the way out
 * @param locations in the client's document; empty where the error has no place in it
 * @param path response keys ({@code String}) and list indices ({@code Integer}) from the root of the answer's data; empty for
 *     an error that belongs to no field
 * @param code {@code extensions.code}: the name of an {@link ErrorCode}, or what a subgraph chose
 * @param service {@code extensions.service}: the subgraph from which the error comes; null for the engine's own
 * @param extensions further entries of {@code extensions}, JSON values in the order to write them
 */
public record GraphQLError(
        String message,
        List<SourceLocation> locations,
        List<Object> path,
        String code,
        @Nullable String service,
        Map<String, @Nullable Object> extensions) {
    public GraphQLError {
        locations = List.copyOf(locations);
        path = List.copyOf(path);
        // Map.copyOf refuses null, which is a JSON value, and forgets the order.
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** An error of the engine itself without place or path. */
    public static GraphQLError of(ErrorCode code, String message) {
        return new GraphQLError(message, List.of(), List.of(), code.name(), null, Map.of());
    }

    /** The same error at a place of the client's document. */
    public GraphQLError at(SourceLocation location) {
        List<SourceLocation> places = new ArrayList<>(locations);
        places.add(location);
        return new GraphQLError(message, places, path, code, service, extensions);
    }

    /** The same error at a path of the answer. */
    public GraphQLError under(List<Object> answerPath) {
        return new GraphQLError(message, locations, answerPath, code, service, extensions);
    }

    /** The same error with another message, and of its further extensions only those with these names. */
    public GraphQLError reduced(String otherMessage, Set<String> names) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(extensions);
        kept.keySet().retainAll(names);
        return new GraphQLError(otherMessage, locations, path, code, service, kept);
    }

    /** The same error, said to come from a subgraph. */
    public GraphQLError from(String subgraph) {
        return new GraphQLError(message, locations, path, code, subgraph, extensions);
    }
}
