package io.lancang.federation.budget;

import java.time.Duration;

/** A piece of work took longer than it may. Says nothing about what a second attempt would take. */
public final class OutOfTimeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Duration allowed;

    OutOfTimeException(Duration allowed) {
        super("took more than " + allowed.toMillis() + " ms", null, false, false);
        this.allowed = allowed;
    }

    /** How long the work was allowed to take. */
    public Duration allowed() {
        return allowed;
    }
}
