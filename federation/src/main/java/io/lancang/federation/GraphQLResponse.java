package io.lancang.federation;

/**
 * The whole answer as JSON in UTF-8.
 *
 * @param body holds the answer in its first {@code length} bytes; not to be changed
 */
public record GraphQLResponse(Outcome outcome, byte[] body, int length) {
    /** How a request ended; HTTP status codes depend on it. */
    public enum Outcome {
        /** Data without errors. */
        DATA,
        /** Execution began, and there are errors beside (possibly null) data. */
        DATA_WITH_ERRORS,
        /** The request was refused before execution: syntax, validation, variables, limits. There is no {@code data}. */
        REQUEST_ERROR
    }
}
