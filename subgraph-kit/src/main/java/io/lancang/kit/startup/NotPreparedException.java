package io.lancang.kit.startup;

/** The database answers, but nobody has brought this version's tables and releases to it yet. */
public final class NotPreparedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    NotPreparedException(String lack) {
        super(lack);
        advice = lack + ". The preparation of this version (lancang.releases.preparation=and-exit) brings them.";
    }

    /** What is missing, and who brings it. */
    public String advice() {
        return advice;
    }
}
