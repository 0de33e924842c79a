package io.lancang.federation.compose.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Unmodifiable copies that keep the order of the SDL, which {@code Map.copyOf} and {@code Set.copyOf} do not. */
public final class Ordered {

    private Ordered() {}

    /** An unmodifiable copy in the same order. */
    public static <V> Map<String, V> copy(Map<String, ? extends V> source) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(source));
    }

    /** An unmodifiable copy in the same order. */
    public static Set<String> copy(Collection<String> source) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(source));
    }
}
