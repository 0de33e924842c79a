package io.lancang.gateway.subgraph;

import io.lancang.gateway.telemetry.ResilienceEvent;
import io.lancang.gateway.telemetry.ResilienceGauges;
import io.lancang.gateway.telemetry.SubgraphMeter;
import io.lancang.gateway.telemetry.SubgraphOutcome;

/**
 * Counts nothing.
 *
 * @param onDuplicate called for each request that was not sent, because the same was in flight
 */
public record Uncounted(Runnable onDuplicate) implements SubgraphMeter {
    public Uncounted() {
        this(() -> {});
    }

    @Override
    public void request(SubgraphOutcome outcome, long nanos) {}

    @Override
    public void deduplicated() {
        onDuplicate.run();
    }

    @Override
    public void resilience(ResilienceEvent event) {}

    @Override
    public void watch(ResilienceGauges gauges) {}

    @Override
    public void streamJoined() {}

    @Override
    public void streamLeftBehind() {}

    @Override
    public void streamOpened() {}

    @Override
    public void event() {}

    @Override
    public void streamClosed() {}
}
