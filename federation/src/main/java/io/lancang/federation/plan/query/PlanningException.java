package io.lancang.federation.plan.query;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;

/**
 * No plan could be made: the supergraph offers no way to a field that its API has, which composition should have refused,
 * or the operation is too large.
 */
public sealed class PlanningException extends RuntimeException permits UnreachableFieldException {
    private static final long serialVersionUID = 1L;

    private final transient GraphQLError error;

    /** For a reason that has no place in the answer. */
    public PlanningException(ErrorCode code, String message) {
        this(GraphQLError.of(code, message));
    }

    /**
     * For a reason with its place.
     *
     * @param error what the client is answered; its path has response keys alone
     */
    public PlanningException(GraphQLError error) {
        super(error.message());
        this.error = error;
    }

    /** What the client is answered; its path has response keys alone. */
    public GraphQLError error() {
        return error;
    }
}
