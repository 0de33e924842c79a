package io.lancang.gateway.telemetry;

/** Counts what the cache of answers does for one subgraph. */
public interface CacheMeter {
    /** Counts parts of answers that were looked up. */
    void parts(CacheResult result, int count);

    /** Counts a request that was not sent, because the same was on its way already. */
    void shared();

    /** Counts an event of the subgraph, by which answers were dropped. */
    void event();
}
