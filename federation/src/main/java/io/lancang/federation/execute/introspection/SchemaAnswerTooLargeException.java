package io.lancang.federation.execute.introspection;

/** An answer about the schema has more bytes than it may. */
final class SchemaAnswerTooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    SchemaAnswerTooLargeException() {
        super("too large", null, false, false);
    }
}
