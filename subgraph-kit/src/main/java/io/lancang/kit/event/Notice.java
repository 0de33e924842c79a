package io.lancang.kit.event;

/** What a listener hears. */
public sealed interface Notice {
    /**
     * From now on nothing is missed. It comes first, and again after each time that the connection was lost: what was
     * sent in between is lost, so whoever must not miss anything reads the tables now.
     */
    record Listening() implements Notice {}

    /**
     * A notification of the channel.
     *
     * @param payload what the sender gave; empty if nothing
     */
    record Received(String payload) implements Notice {}
}
