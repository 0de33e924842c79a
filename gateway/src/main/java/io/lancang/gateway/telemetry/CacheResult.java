package io.lancang.gateway.telemetry;

/** What was found of a part of an answer. The names in lower case are values of the metrics' tag {@code result}. */
public enum CacheResult {
    /** A fresh one. */
    HIT,
    /** None that could be given. */
    MISS,
    /** An old one, given while a new one is fetched. */
    STALE,
    /** An old one, given because no new one could be had. */
    STALE_IF_ERROR
}
