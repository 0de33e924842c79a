package io.lancang.gateway.telemetry.name;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Names that others choose, of which so many are told apart: the first that come, since this process began. Thread-safe. */
public final class Names {
    /** As what all further names count. */
    public static final String OTHER = "other";

    private static final Pattern NAME = Pattern.compile("[\\w .:@/+-]{1,64}");

    private final int maximum;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param maximum how many names there may be */
    public Names(int maximum) {
        this.maximum = maximum;
    }

    /** The same name, or {@link #OTHER}. */
    public String bounded(String name) {
        if (known.contains(name)) {
            return name;
        }
        // Two at the same time may exceed the maximum by one: that does no harm.
        if (known.size() >= maximum || !NAME.matcher(name).matches()) {
            return OTHER;
        }
        known.add(name);
        return name;
    }

    /** How many there are. */
    public int size() {
        return known.size();
    }
}
