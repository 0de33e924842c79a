package io.lancang.gateway.cache.store;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps parts of answers. Thread-safe; never fails: what cannot be had is not there. */
public interface CacheStore extends AutoCloseable {
    /** In place of the number of invalidations, where nobody knows it: then nothing can be kept. */
    long UNKNOWN = -1;

    /**
     * Looks parts up.
     *
     * @param found called once, at once or later on the caller's event loop
     */
    void find(List<CacheKey> keys, Consumer<Found> found);

    /**
     * What was found.
     *
     * @param parts that hold, one for each key; null where there is none
     * @param since how many invalidations there had been; for parts that are asked for from now on
     */
    record Found(@Nullable CachedPart[] parts, long since) {}

    /** Keeps a part, unless there is one that was asked for after a later invalidation: answers can overtake each other. */
    void put(CacheKey key, CachedPart part);

    /** Forgets a part. */
    void remove(CacheKey key);

    /** Ends what the store has open. */
    @Override
    void close();

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
