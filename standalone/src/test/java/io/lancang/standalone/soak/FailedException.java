package io.lancang.standalone.soak;

/** A request was not answered as it should have been. */
final class FailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    FailedException(Failure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
