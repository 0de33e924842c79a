package io.lancang.gateway.cache.store;

import java.nio.ByteBuffer;

/** What is asked, and for whom: a SHA-256 of it, so that nobody can make two questions that are taken for one. */
public record CacheKey(long a, long b, long c, long d) {
    /** The key of a digest of 32 bytes. */
    public static CacheKey of(byte[] digest) {
        ByteBuffer words = ByteBuffer.wrap(digest);
        return new CacheKey(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    @Override
    public int hashCode() {
        return (int) a;
    }
}
