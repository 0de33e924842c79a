package io.lancang.gateway.config.headers;

/** Which of several subgraphs' answers a header is taken from. */
public enum HeaderStrategy {
    /** The one that arrived first. */
    FIRST,
    /** The one that arrived last. */
    LAST,
    /** All of them, in the order in which they arrived. */
    APPEND
}
