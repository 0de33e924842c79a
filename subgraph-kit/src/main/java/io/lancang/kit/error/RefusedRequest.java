package io.lancang.kit.error;

import graphql.execution.AbortExecutionException;

/** Ends the execution of a request as a whole, with an error that its client is meant to read. */
public final class RefusedRequest extends AbortExecutionException {
    private final ServiceException refusal;

    /** @param refusal what the client reads */
    public RefusedRequest(ServiceException refusal) {
        super(refusal.getMessage());
        this.refusal = refusal;
    }

    /** What the client reads. */
    public ServiceException refusal() {
        return refusal;
    }

    /** It states a fact about the request, not about the code. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
