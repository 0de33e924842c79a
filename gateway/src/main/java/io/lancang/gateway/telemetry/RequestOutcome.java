package io.lancang.gateway.telemetry;

/** How a client's request ended. The names in lower case are values of the metrics' tag {@code outcome}. */
public enum RequestOutcome {
    /** Data without errors. */
    DATA,
    /** Data beside errors. */
    DATA_WITH_ERRORS,
    /** The engine refused the operation: syntax, validation, variables, limits. */
    REQUEST_ERROR,
    /** Text for a person instead of data: a plan, or how to ask. */
    TEXT,
    /** The gateway refused the HTTP request. */
    REFUSED,
    /** Too many requests were in work. */
    SHED,
    /** The client left before its answer was ready. */
    ABANDONED,
    /** A defect of the gateway. */
    FAILED
}
