package io.lancang.gateway.cache.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import io.lancang.gateway.cache.invalidation.Invalidations;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps parts in the memory of this process, bounded in bytes. Thread-safe. */
public final class MemoryStore implements CacheStore {
    private final Cache<CacheKey, CachedPart> parts;
    private final Invalidations invalidations;
    private final LongAdder added = new LongAdder();

    /** @param maximumBytes that all parts may take together */
    public MemoryStore(long maximumBytes, Invalidations invalidations) {
        this.invalidations = invalidations;
        // The same kind of cache as the others of the gateway: each kind has to be made known to the native compiler.
        parts = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(maximumBytes)
                .<CacheKey, CachedPart>weigher((key, part) -> part.weight())
                .build();
    }

    @Override
    public void find(List<CacheKey> keys, Consumer<Found> found) {
        long since = invalidations.count();
        @Nullable CachedPart[] all = new CachedPart[keys.size()];
        for (int index = 0; index < all.length; index++) {
            CachedPart part = parts.getIfPresent(keys.get(index));
            all[index] = part != null && holds(part) ? part : null;
        }
        found.accept(new Found(all, since));
    }

    private boolean holds(CachedPart part) {
        return invalidations.hold(part.marks(), part.since());
    }

    @Override
    public void put(CacheKey key, CachedPart part) {
        if (!holds(part)) {
            return;
        }
        parts.asMap().compute(key, (same, there) -> {
            if (there == null) {
                added.increment();
            }
            return there != null && there.since() > part.since() ? there : part;
        });
    }

    @Override
    public void remove(CacheKey key) {
        if (parts.asMap().remove(key) != null) {
            added.decrement();
        }
    }

    @Override
    public void close() {
        parts.invalidateAll();
    }

    @Override
    public Counts counts() {
        long size = parts.estimatedSize();
        long bytes = parts.policy()
                .eviction()
                .map(Policy.Eviction::weightedSize)
                .orElseThrow()
                .orElse(0);
        return new Counts(size, bytes, Math.max(0, added.sum() - size));
    }
}
