package io.lancang.gateway.http.body;

/** A client left, or broke the rules of HTTP, in the middle of a body. Its connection is closed: nobody can be answered. */
public final class AbandonedBodyException extends Exception {
    private static final long serialVersionUID = 1L;

    AbandonedBodyException(Throwable cause) {
        super("the connection ended in the middle of a body", cause, false, false);
    }
}
