package io.lancang.gateway.telemetry;

/** Counts the streams of events from one subgraph. */
public interface StreamMeter {
    /** Counts a subscription at the subgraph; {@link #streamClosed()} follows. */
    void streamOpened();

    /** Counts an event of a subscription. */
    void event();

    /** Ends what {@link #streamOpened()} began. */
    void streamClosed();
}
