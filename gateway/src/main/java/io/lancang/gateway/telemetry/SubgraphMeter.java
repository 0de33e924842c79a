package io.lancang.gateway.telemetry;

/** Counts the requests to one subgraph. */
@FunctionalInterface
public interface SubgraphMeter {
    /** Counts a request that took {@code nanos} and ended as {@code outcome}. */
    void request(SubgraphOutcome outcome, long nanos);
}
