package io.lancang.kit.error;

import graphql.execution.AbortExecutionException;

/** Ends the execution of a request as a whole, with an error that its client is meant to read. */
public final class RefusedRequest extends AbortExecutionException {
    private final ServiceException told;

    /** @param told what the client reads */
    public RefusedRequest(ServiceException told) {
        super(told.getMessage());
        this.told = told;
    }

    /** What the client reads. */
    public ServiceException told() {
        return told;
    }

    /** It states a fact about the request, not about the code. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
