package io.lancang.kit.text;

/**
 * A file cannot be read past a place. It carries no stack trace: it states a fact about the file, not about the code. It is
 * no {@link java.io.IOException}, since readers of formats wrap those, and its line would be lost.
 */
public final class UnreadableTextException extends RuntimeException {
    private final long line;
    private final String reason;

    /**
     * @param line line of the file, counted from 1
     * @param reason names what stands there and the rule
     */
    public UnreadableTextException(long line, String reason) {
        super("line " + line + ": " + reason, null, false, false);
        this.line = line;
        this.reason = reason;
    }

    /** Line of the file, counted from 1. */
    public long line() {
        return line;
    }

    /** What stands there and the rule that it breaks. */
    public String reason() {
        return reason;
    }
}
