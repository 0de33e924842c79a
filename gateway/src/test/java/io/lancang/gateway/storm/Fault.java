package io.lancang.gateway.storm;

/** What a subgraph does in place of an answer. */
enum Fault {
    /** It answers. */
    NONE,
    /** Status 500 and a text. */
    STATUS_500,
    /** Status 503 and a text. */
    STATUS_503,
    /** Status 200 and a page. */
    HTML,
    /** Half an answer that says it is whole. */
    HALF_JSON,
    /** Half an answer, and the end of the connection. */
    CUT,
    /** The connection is reset. */
    RESET,
    /** Nothing. */
    HANG,
    /** A byte now and then. */
    DRIP,
    /** The answer, three seconds late. */
    SLOW
}
