package io.lancang.kit.error;

/** The stable codes of {@code extensions.code}. A client may switch over them; a code is never renamed. */
public enum ErrorCode {
    /** What was asked for or referred to by its code or id does not exist. */
    NOT_FOUND,
    /**
     * An argument breaks its rule, such as that codes in a filter exist and its lists are not empty: the message names value
     * and rule, the hint the way out.
     */
    BAD_USER_INPUT,
    /** The request document is no GraphQL. */
    GRAPHQL_PARSE_FAILED,
    /** The request document does not fit the schema. */
    GRAPHQL_VALIDATION_FAILED,
    /** The request needs credentials and has none that are valid. */
    UNAUTHENTICATED,
    /** The credentials do not allow what was asked for. */
    FORBIDDEN,
    /** It cannot be done beside what is being done or was done already: the message says what. */
    CONFLICT,
    /** The service cannot answer now, for instance because its database is unreachable. Retry later. */
    UNAVAILABLE,
    /** An answer took longer than is allowed. */
    TIMEOUT,
    /** The request is larger, deeper or more complex than is allowed. */
    LIMIT_EXCEEDED,
    /** A fault of the service. The message carries an id that finds it in the log. */
    INTERNAL
}
