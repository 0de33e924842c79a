package io.lancang.gateway.preparation;

/** Nobody waits for the work any more: those who asked have left, or have no time left. */
public final class UnwantedWorkException extends Exception {
    private static final long serialVersionUID = 1L;

    UnwantedWorkException() {
        super("nobody waits for it any more", null, false, false);
    }
}
