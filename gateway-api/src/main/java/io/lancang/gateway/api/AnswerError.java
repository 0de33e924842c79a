package io.lancang.gateway.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error in an answer. Immutable.
 *
 * @param message for people
 * @param path keys (String) and indexes (Integer) of the field that it is about; empty if it is about the operation
 * @param extensions JSON values by names; {@code code} is the code
 * @param rest other members, {@code locations} for instance
 */
public record AnswerError(
        String message,
        List<Object> path,
        Map<String, @Nullable Object> extensions,
        Map<String, @Nullable Object> rest) {
    // Spelled out: javac writes no type annotations of a compact constructor's parameters into class files.
    public AnswerError(
            String message,
            List<Object> path,
            Map<String, @Nullable Object> extensions,
            Map<String, @Nullable Object> rest) {
        this.message = message;
        this.path = List.copyOf(path);
        this.extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        this.rest = Collections.unmodifiableMap(new LinkedHashMap<>(rest));
    }

    /** The same error, with another message. */
    public AnswerError withMessage(String changed) {
        return new AnswerError(changed, path, extensions, rest);
    }

    /** The same error, with another value in its extensions. */
    public AnswerError withExtension(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(extensions);
        changed.put(name, value);
        return new AnswerError(message, path, changed, rest);
    }
}
