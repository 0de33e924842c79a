package io.lancang.gateway.request;

/** Carries a {@link Refusal} to where it is answered. An ordinary way to end a request, so without a stack trace. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    /** What the client gets. */
    public Refusal refusal() {
        return refusal;
    }
}
