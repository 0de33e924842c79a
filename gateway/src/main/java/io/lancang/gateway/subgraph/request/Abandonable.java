package io.lancang.gateway.subgraph.request;

/** Something that is done for a client, and ends when the client has gone. */
public interface Abandonable {
    /** Stops waiting, because nobody waits for the answer any more. */
    void abandon();
}
