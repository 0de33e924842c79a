package io.lancang.federation.plan;

import io.lancang.federation.error.ErrorCode;

/**
 * No plan could be made: the supergraph offers no way to a field that its API has, which composition should have refused,
 * or the operation is too large.
 */
public final class PlanningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    PlanningException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
