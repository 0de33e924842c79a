package io.lancang.kit.dataset;

/** One row breaks a rule. Carries no stack trace: it is collected into a report, and there may be many. */
public final class RowRejectedException extends RuntimeException {
    private final transient Rejection rejection;

    public RowRejectedException(Rejection rejection) {
        super(rejection.toString(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
