package io.lancang.federation.fieldset;

/** A field set that cannot be read. */
public final class InvalidFieldSetException extends Exception {

    private final Reason reason;

    InvalidFieldSetException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What is wrong with it. */
    public Reason reason() {
        return reason;
    }

    /** What can be wrong with a field set's text. */
    public enum Reason {
        /** It is no selection set. */
        SYNTAX,
        /** It applies a directive. */
        DIRECTIVE
    }
}
