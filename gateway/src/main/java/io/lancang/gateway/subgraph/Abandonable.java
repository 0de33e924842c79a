package io.lancang.gateway.subgraph;

/** Something that is done for a client, and ends when the client has gone. */
interface Abandonable {
    /** Stops waiting, because nobody waits for the answer any more. */
    void abandon();
}
