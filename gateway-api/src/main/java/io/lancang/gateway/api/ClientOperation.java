package io.lancang.gateway.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for. Immutable.
 *
 * @param document GraphQL's, not parsed yet
 * @param name which of the document's operations to run; null if there is only one
 * @param variables JSON values by names: String, Boolean, Number, List, Map or null
 */
public record ClientOperation(String document, @Nullable String name, Map<String, @Nullable Object> variables) {
    // Spelled out: javac writes no type annotations of a compact constructor's parameters into class files.
    public ClientOperation(String document, @Nullable String name, Map<String, @Nullable Object> variables) {
        this.document = document;
        this.name = name;
        this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** The same operation, with another value of a variable. */
    public ClientOperation withVariable(String variable, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(variables);
        changed.put(variable, value);
        return new ClientOperation(document, name, changed);
    }
}
