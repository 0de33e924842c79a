package io.lancang.federation.error;

/** The values of {@code extensions.code} in the engine's errors. A name, once released, keeps its meaning. */
public enum ErrorCode {
    /** The document is not GraphQL. */
    GRAPHQL_PARSE_FAILED,
    /** The document does not fit the schema. */
    GRAPHQL_VALIDATION_FAILED,
    /** A variable is missing or has a value of the wrong type, or the operation's name does not name one of the document. */
    BAD_USER_INPUT,
    /** The operation is larger than the engine's limits allow. */
    LIMIT_EXCEEDED,
    /** A subgraph could not be reached or did not answer with a GraphQL response. */
    SUBGRAPH_UNAVAILABLE,
    /** A subgraph did not accept who asks: the credentials of the client are wrong, expired or missing. */
    UNAUTHENTICATED,
    /** A subgraph knows who asks, and does not let them. */
    FORBIDDEN,
    /** The client may not see a field: it has not authenticated itself, or lacks a scope or a policy. */
    UNAUTHORIZED_FIELD_OR_TYPE,
    /** A subgraph did not answer in time. */
    TIMEOUT,
    /** A subgraph answered, but with data that contradicts its schema. */
    SUBGRAPH_INVALID_RESPONSE,
    /** A subgraph reported an error without a code of its own. */
    SUBGRAPH_ERROR,
    /**
     * The supergraph has a field that no subgraph can be asked for where it is selected. Composition refuses such supergraphs
     * by the same code, but not every composer does.
     */
    SATISFIABILITY_ERROR,
    /** A defect of the engine. */
    INTERNAL
}
