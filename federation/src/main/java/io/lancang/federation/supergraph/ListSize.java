package io.lancang.federation.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @listSize} says of a field.
 *
 * @param assumedSize of its lists where no argument gives it; null if it does not say
 * @param slicingArguments the arguments that give the size, each with its default; null for one without
 * @param sizedFields names of the fields of its type whose lists have the size
 * @param requiresOneSlicingArgument whether a client must give exactly one of the arguments
 */
public record ListSize(
        @Nullable Integer assumedSize,
        Map<String, @Nullable Integer> slicingArguments,
        Set<String> sizedFields,
        boolean requiresOneSlicingArgument) {
    public ListSize {
        slicingArguments = Collections.unmodifiableMap(new LinkedHashMap<>(slicingArguments));
        sizedFields = Collections.unmodifiableSet(new LinkedHashSet<>(sizedFields));
    }

    /** What two implementations of one field of an interface say of it: the larger, and less demanding. */
    ListSize and(ListSize other) {
        Map<String, @Nullable Integer> arguments = new LinkedHashMap<>(slicingArguments);
        other.slicingArguments.forEach((name, value) -> arguments.put(name, larger(arguments.get(name), value)));
        Set<String> fields = new LinkedHashSet<>(sizedFields);
        fields.addAll(other.sizedFields);
        return new ListSize(
                larger(assumedSize, other.assumedSize),
                arguments,
                fields,
                requiresOneSlicingArgument && other.requiresOneSlicingArgument);
    }

    static @Nullable Integer larger(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}
