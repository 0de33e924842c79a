package io.lancang.gateway.cache.store;

import io.lancang.federation.Piece;
import io.lancang.gateway.freshness.Lifetime;
import java.util.List;

/**
 * The answer to one question.
 *
 * @param value JSON that is nothing but the value
 * @param marks by which it can become invalid; shared with the other parts of the same answer
 * @param since how many invalidations there had been when it was asked for
 */
public record CachedPart(Piece value, Lifetime lifetime, List<String> marks, long since) {
    /** What it takes in memory besides its value: key, objects, node of the cache. */
    private static final int OVERHEAD = 320;

    /** What it takes in memory, in bytes. */
    public int weight() {
        return OVERHEAD + value.length();
    }
}
