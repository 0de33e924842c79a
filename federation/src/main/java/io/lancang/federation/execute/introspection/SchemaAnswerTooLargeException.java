package io.lancang.federation.execute.introspection;

/** An answer about the schema has more bytes than it may. */
final class AnswerTooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    AnswerTooLargeException() {
        super("too large", null, false, false);
    }
}
