package io.lancang.kit.error;

import io.lancang.kit.text.Brief;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the client is meant to read: what is wrong (code and message) and what to do about it (hint).
 *
 * <p>It carries no stack trace of its own: it states a fact about the request, not about the code.
 */
public final class ServiceException extends RuntimeException {
    private final ErrorCode code;
    private final String message;
    private final @Nullable String hint;

    /**
     * @param code the stable code
     * @param message names the value and the rule that it breaks
     * @param hint the way out, or null where there is none
     */
    public ServiceException(ErrorCode code, String message, @Nullable String hint) {
        super(message, null, false, false);
        this.code = code;
        this.message = Brief.message(message);
        this.hint = hint;
    }

    /** What was asked for does not exist; the hint suggests what may have been meant. */
    public static ServiceException notFound(String message, @Nullable String hint) {
        return new ServiceException(ErrorCode.NOT_FOUND, message, hint);
    }

    /** An argument breaks its rule. */
    public static ServiceException badInput(String message, String hint) {
        return new ServiceException(ErrorCode.BAD_USER_INPUT, message, hint);
    }

    /** Names the value and the rule that it breaks; never null. */
    @Override
    public String getMessage() {
        return message;
    }

    /** The stable code. */
    public ErrorCode code() {
        return code;
    }

    /** The way out, or null where there is none. */
    public @Nullable String hint() {
        return hint;
    }
}
