package io.lancang.federation.cachetag;

import java.io.Serial;

/** A text that is no template of {@code @cacheTag}. */
public final class InvalidTagFormatException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    InvalidTagFormatException(String message) {
        super(message);
    }
}
