package io.lancang.kit.export;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.OptionalLong;

/** How many bytes files have that were written before, by the tag of their version. The last ones of a bounded number. Thread-safe. */
@Singleton
class KnownSizes {
    private static final int MOST = 1000;

    private final LinkedHashMap<String, Long> sizes = new LinkedHashMap<>();

    synchronized OptionalLong of(String tag) {
        Long size = sizes.get(tag);
        return size == null ? OptionalLong.empty() : OptionalLong.of(size);
    }

    synchronized void keep(String tag, long size) {
        sizes.remove(tag);
        sizes.put(tag, size);
        if (sizes.size() > MOST) {
            sizes.pollFirstEntry();
        }
    }
}
