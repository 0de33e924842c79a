package io.lancang.gateway.telemetry;

/** Counts what passes between the gateway and one subgraph. */
public interface SubgraphMeter extends StreamMeter {
    /** Counts a request that took {@code nanos} and ended as {@code outcome}. */
    void request(SubgraphOutcome outcome, long nanos);

    /** Counts a request that was not sent, because the same was in flight. */
    void deduplicated();

    /** Counts what was done about a failure or a late answer. */
    void resilience(ResilienceEvent event);

    /** Shows these figures, in place of those of the client before it. */
    void watch(ResilienceGauges gauges);

    /** Counts a subscription that joined a stream which was open at the subgraph. */
    void streamJoined();

    /** Counts a client that was left behind by a stream which it shared. */
    void streamLeftBehind();
}
