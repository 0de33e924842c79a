package io.lancang.kit.release;

/** One row breaks a rule. Carries no stack trace: it is collected into a report, and there may be many. */
final class RowRejectedException extends RuntimeException {
    private final transient Rejection rejection;

    RowRejectedException(Rejection rejection) {
        super(rejection.toString(), null, false, false);
        this.rejection = rejection;
    }

    Rejection rejection() {
        return rejection;
    }
}
