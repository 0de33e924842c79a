package io.lancang.integration.gateway;

/** What a stream of changes hears. */
sealed interface Signal {
    /** What this instance sent through the database came back: nothing was missed until now. */
    record Alive() implements Signal {}

    /**
     * Something is not as it was.
     *
     * @param what a JSON object with {@code hash}, {@code client} or {@code plan}
     */
    record Changed(String what) implements Signal {}

    /** The connection was lost and is made anew: what was sent in between is missed. */
    record Lost() implements Signal {}
}
