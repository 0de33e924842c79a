package io.lancang.gateway.config.subscription;

/**
 * Whether clients that subscribe to the same of a subgraph share one stream: with the same document and variables, and with the same
 * headers for the subgraph, so that it could not tell them apart.
 */
public enum StreamSharing {
    /** Each subscription has a stream of its own. */
    NEVER,
    /** A stream is joined until its first event has come: whoever joins gets all that ever came on it. */
    UNTIL_FIRST_EVENT,
    /**
     * A stream is joined at any time, unless it begins behind an event that the client names. For subgraphs that give events as they
     * happen: what one sends to each new subscriber first is not repeated for those who join.
     */
    ALWAYS
}
