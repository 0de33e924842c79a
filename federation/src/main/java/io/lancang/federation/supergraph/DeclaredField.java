package io.lancang.federation.supergraph;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @cost} and {@code @listSize} say of a field.
 *
 * @param weight of the field itself; null if it has that of its type
 * @param listSize null without {@code @listSize}
 * @param arguments weights of its arguments, of those that have one
 */
public record DeclaredField(
        @Nullable Integer weight, @Nullable ListSize listSize, Map<String, Integer> arguments) {
    static final DeclaredField NOTHING = new DeclaredField(null, null, Map.of());

    public DeclaredField {
        arguments = Map.copyOf(arguments);
    }

    /** Whether neither directive is on the field or on its arguments. */
    boolean saysNothing() {
        return weight == null && listSize == null && arguments.isEmpty();
    }
}
