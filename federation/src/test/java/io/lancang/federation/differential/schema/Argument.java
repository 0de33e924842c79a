package io.lancang.federation.differential.schema;

import org.jspecify.annotations.Nullable;

/**
 * An argument of a field, or a field of an input object.
 *
 * @param defaultValue as SDL
 * @param fromContext of an argument whose value is what an object above has: the context and the selection
 */
public record Argument(
        String name,
        String type,
        @Nullable String defaultValue,
        @Nullable String fromContext) {
    public Argument(String name, String type, @Nullable String defaultValue) {
        this(name, type, defaultValue, null);
    }

    /** An argument that clients do not give. */
    public static Argument fromContext(String name, String type, String selection) {
        return new Argument(name, type, null, selection);
    }

    @Override
    public String toString() {
        return name + ": " + type + (defaultValue == null ? "" : " = " + defaultValue)
                + (fromContext == null ? "" : " @fromContext(field: \"" + fromContext + "\")");
    }
}
