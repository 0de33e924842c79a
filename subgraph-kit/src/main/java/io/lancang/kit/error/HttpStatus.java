package io.lancang.kit.error;

/** The status that an answer over plain HTTP has for each code. An answer of the graph has 200. */
public final class HttpStatus {
    private HttpStatus() {}

    /** The status for a code. */
    public static int of(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> 404;
            case BAD_USER_INPUT, GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case LIMIT_EXCEEDED -> 413;
            case UNAVAILABLE -> 503;
            case TIMEOUT -> 504;
            case INTERNAL -> 500;
        };
    }
}
