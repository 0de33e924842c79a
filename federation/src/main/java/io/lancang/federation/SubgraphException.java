package io.lancang.federation;

import io.lancang.federation.error.ErrorCode;

/** Why a subgraph gave no answer. The message is shown to clients, so it names no host and no header. */
public final class SubgraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String message;

    public SubgraphException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.message = message;
    }

    public SubgraphException(ErrorCode code, String message) {
        super(message);
        this.code = code;
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    public ErrorCode code() {
        return code;
    }
}
