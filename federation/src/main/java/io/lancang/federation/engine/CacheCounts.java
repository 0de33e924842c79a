package io.lancang.federation.engine;

/**
 * How a cache does. The counts are read one after the other while others use the cache, so that they may differ by the
 * requests of a moment.
 *
 * @param hits how often something was found
 * @param misses how often it had to be made
 * @param size how many entries it holds
 */
public record CacheCounts(long hits, long misses, long size) {}
