package io.lancang.gateway.subgraph;

import io.lancang.gateway.telemetry.ResilienceEvent;
import io.lancang.gateway.telemetry.ResilienceGauges;
import io.lancang.gateway.telemetry.SubgraphMeter;
import io.lancang.gateway.telemetry.SubgraphOutcome;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the streams of one client besides those of all.
 *
 * @param all counts everything of the subgraph
 * @param open the streams of the client
 */
record StreamCount(SubgraphMeter all, AtomicInteger open) implements SubgraphMeter {
    @Override
    public void request(SubgraphOutcome outcome, long nanos) {
        all.request(outcome, nanos);
    }

    @Override
    public void deduplicated() {
        all.deduplicated();
    }

    @Override
    public void resilience(ResilienceEvent event) {
        all.resilience(event);
    }

    @Override
    public void watch(ResilienceGauges gauges) {
        all.watch(gauges);
    }

    @Override
    public void streamOpened() {
        open.incrementAndGet();
        all.streamOpened();
    }

    @Override
    public void event() {
        all.event();
    }

    @Override
    public void streamClosed() {
        open.decrementAndGet();
        all.streamClosed();
    }
}
