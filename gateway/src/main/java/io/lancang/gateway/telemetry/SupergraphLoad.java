package io.lancang.gateway.telemetry;

/** What came of looking for another supergraph. The names in lower case are values of the metrics' tag {@code outcome}. */
public enum SupergraphLoad {
    /** There was another one, which is served now. */
    LOADED,
    /** There was none. */
    UNCHANGED,
    /** There was one that does not load, or nothing could be read. The one before it is still served. */
    REFUSED
}
