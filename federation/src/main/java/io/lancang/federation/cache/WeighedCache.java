package io.lancang.federation.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Entries up to a number of bytes in all; those that are asked for least go first. An entry that alone would take more than
 * its share of the bound is not kept. An entry is weighed once, when it is put in: it must not grow afterwards. Thread-safe.
 *
 * @param <K> compared by {@code equals}
 */
public final class WeighedCache<K, V> {
    /** What the map itself spends on an entry. */
    private static final int ENTRY_BYTES = 200;

    private final long maxEntryBytes;
    private final ToLongBiFunction<K, V> weigher;
    private final Cache<K, Weighed<V>> entries;

    private record Weighed<V>(V value, int bytes) {}

    /**
     * Starts empty.
     *
     * @param maxBytes of all entries together; nothing is kept if it is zero
     * @param weigher the bytes that an entry keeps from being collected, estimated; it may take time, and is not called by
     *     {@link #find}
     */
    public WeighedCache(long maxBytes, ToLongBiFunction<K, V> weigher) {
        this(maxBytes, maxBytes / 2, weigher);
    }

    /** As the constructor, for few entries, one of which may take the whole bound. */
    public static <K, V> WeighedCache<K, V> ofLargeEntries(long maxBytes, ToLongBiFunction<K, V> weigher) {
        return new WeighedCache<>(maxBytes, maxBytes, weigher);
    }

    private WeighedCache(long maxBytes, long maxEntryBytes, ToLongBiFunction<K, V> weigher) {
        this.maxEntryBytes = Math.min(Integer.MAX_VALUE, maxEntryBytes);
        this.weigher = weigher;
        // Maintenance runs on the calling thread: a library has no threads of its own.
        entries = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(maxBytes)
                .<K, Weighed<V>>weigher((key, entry) -> entry.bytes())
                .build();
    }

    /** What is kept under a key; null if nothing is. Takes no time. */
    public @Nullable V find(K key) {
        Weighed<V> found = entries.getIfPresent(key);
        return found == null ? null : found.value();
    }

    /**
     * Keeps a value, unless there is one already.
     *
     * @return the value that counts from now on: the one that was there, or this one
     */
    public V keep(K key, V value) {
        long bytes = ENTRY_BYTES + weigher.applyAsLong(key, value);
        if (bytes > maxEntryBytes) {
            return value;
        }
        Weighed<V> earlier = entries.asMap().putIfAbsent(key, new Weighed<>(value, (int) bytes));
        return earlier == null ? value : earlier.value();
    }

    /** Keeps a value in the place of another. */
    public void replace(K key, V value) {
        long bytes = ENTRY_BYTES + weigher.applyAsLong(key, value);
        if (bytes > maxEntryBytes) {
            entries.invalidate(key);
        } else {
            entries.put(key, new Weighed<>(value, (int) bytes));
        }
    }

    /** How many entries there are, about. */
    public long size() {
        return entries.estimatedSize();
    }

    /** What they weigh together, in bytes, about. */
    public long bytes() {
        return entries.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }
}
