package io.lancang.gateway.telemetry.trace;

/** Takes note of what becomes of one request of the engine to a subgraph. */
public sealed interface FetchTrace permits RecordedFetch, Untraced {
    /**
     * The cache was asked.
     *
     * @param fresh parts of the answer that are given from it
     * @param stale parts that are given, though they are old
     * @param missing parts that the subgraph is asked for
     */
    void parts(int fresh, int stale, int missing);

    /** Old parts are given, because the subgraph could not be asked. */
    void staleInNeed(int parts);

    /** It is not sent, because the same is on its way for somebody else. */
    void joined();

    /**
     * It is about to be sent, or sent again.
     *
     * @param isHedge whether the attempt before still waits for its answer
     */
    AttemptTrace attempt(boolean isHedge);
}
