package io.lancang.gateway.protocol;

/** What the other side sent is no message of graphql-transport-ws. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message) {
        super(message, null, false, false);
    }
}
