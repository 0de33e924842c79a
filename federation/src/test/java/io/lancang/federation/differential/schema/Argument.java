package io.lancang.federation.differential.schema;

import org.jspecify.annotations.Nullable;

/**
 * An argument of a field, or a field of an input object.
 *
 * @param defaultValue as SDL
 */
public record Argument(String name, String type, @Nullable String defaultValue) {
    @Override
    public String toString() {
        return name + ": " + type + (defaultValue == null ? "" : " = " + defaultValue);
    }
}
