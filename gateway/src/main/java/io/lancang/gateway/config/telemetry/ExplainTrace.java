package io.lancang.gateway.config.telemetry;

/** Who may ask with {@code Lancang-Explain: trace} how long the steps of a request took. */
public enum ExplainTrace {
    /** Nobody. */
    OFF,
    /** Who has the scope for it. */
    SCOPE,
    /** Everybody. */
    ALL
}
