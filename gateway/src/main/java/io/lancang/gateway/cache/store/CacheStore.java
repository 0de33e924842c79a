package io.lancang.gateway.cache.store;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps parts of answers. Thread-safe; never fails: what cannot be had is not there. */
public interface CacheStore {
    /**
     * Looks parts up.
     *
     * @param found called once, at once or later on the caller's event loop, with a part or null for each key
     */
    void find(List<CacheKey> keys, Consumer<@Nullable CachedPart[]> found);

    /** Keeps a part, unless there is one that was asked for after a later invalidation: answers can overtake each other. */
    void put(CacheKey key, CachedPart part);

    /** Forgets a part. */
    void remove(CacheKey key);

    /** How the store does. */
    Counts counts();

    /**
     * Figures of a store.
     *
     * @param bytes that the parts take
     * @param evictions parts that had to make room, since the start
     */
    record Counts(long parts, long bytes, long evictions) {}
}
