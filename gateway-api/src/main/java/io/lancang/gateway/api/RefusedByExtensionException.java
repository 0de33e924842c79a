package io.lancang.gateway.api;

/** An extension refuses a request. The client gets the code and the message. Without a stack trace: it is an ordinary way to end a request. */
public final class RefusedByExtensionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LEAST = 400;
    private static final int MOST = 599;

    private final int status;
    private final String code;

    /**
     * @param status of HTTP, 400 to 599
     * @param code {@code extensions.code} of the error
     * @param message what is wrong, with the value, and the way out
     * @throws IllegalArgumentException if the status is none of an error
     */
    public RefusedByExtensionException(int status, String code, String message) {
        super(message, null, false, false);
        if (status < LEAST || status > MOST) {
            throw new IllegalArgumentException("A refusal has a status from 400 to 599, not " + status);
        }
        this.status = status;
        this.code = code;
    }

    /** The status of HTTP, where there is one. */
    public int status() {
        return status;
    }

    /** {@code extensions.code} of the error. */
    public String code() {
        return code;
    }

    /** What is wrong. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
