package io.lancang.gateway.subgraph.stream;

import io.lancang.gateway.telemetry.StreamMeter;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the streams of one client besides those of all.
 *
 * @param all counts everything of the subgraph
 * @param open the streams of the client
 */
public record StreamCount(StreamMeter all, AtomicInteger open) implements StreamMeter {
    /** Of those that are a part of another, which is counted. */
    public static final StreamMeter UNCOUNTED = new Uncounted();

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

    private static final class Uncounted implements StreamMeter {
        @Override
        public void streamOpened() {}

        @Override
        public void event() {}

        @Override
        public void streamClosed() {}
    }
}
