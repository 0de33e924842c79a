package io.lancang.federation.check.cli;

/** Nothing can be said of the two schemas; the message says why, and what to write instead. */
final class CheckException extends Exception {
    private static final long serialVersionUID = 1L;

    CheckException(String message) {
        super(message);
    }
}
