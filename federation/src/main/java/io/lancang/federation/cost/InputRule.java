package io.lancang.federation.cost;

import org.jspecify.annotations.Nullable;

/**
 * What a value costs as an argument or as a field of an input object.
 *
 * @param declared its weight, or that of its type; null if neither has one
 * @param inputObject the name of its type if that is an input object
 */
record InputRule(@Nullable Integer declared, @Nullable String inputObject) {
    /** Whether it costs nothing, whatever its value is. */
    boolean isFree() {
        return inputObject == null && (declared == null || declared <= 0);
    }

    long weight(long otherwise) {
        return declared == null ? otherwise : Math.max(0, declared);
    }
}
