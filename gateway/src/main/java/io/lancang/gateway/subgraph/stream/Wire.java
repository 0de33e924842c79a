package io.lancang.gateway.subgraph.stream;

/**
 * The connection on which the events of one subscription arrive. It reports what arrives to a {@link SubgraphStream}, on the event
 * loop on which it was opened, and nothing more once it has reported the end or was closed.
 */
public interface Wire {
    /** Connects and subscribes. */
    void open();

    /** Stops reading. What was read already may still arrive. */
    void pause();

    /** Reads on. */
    void resume();

    /** Ends the subscription at the subgraph and the connection, now or soon; then the stream hears that it is gone. */
    void close();
}
