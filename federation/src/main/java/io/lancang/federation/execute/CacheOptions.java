package io.lancang.federation.execute;

/**
 * What an engine remembers of the operations that it has prepared.
 *
 * @param characters bound of the caches of documents and of operations, each, in characters of the documents
 * @param plans how many plans are remembered, each with all that running it needs
 */
public record CacheOptions(long characters, int plans) {
    public static final CacheOptions DEFAULT = new CacheOptions(20_000_000, 5_000);

    /** Remembers nothing: each request is prepared anew. */
    public static final CacheOptions NOTHING = new CacheOptions(0, 0);
}
