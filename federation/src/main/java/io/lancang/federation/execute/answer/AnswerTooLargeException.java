package io.lancang.federation.execute.answer;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;

/** An answer grew longer than it may be while it was written. */
public final class AnswerTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int maximum;

    AnswerTooLargeException(int maximum) {
        super("an answer of more than " + maximum + " bytes", null, false, false);
        this.maximum = maximum;
    }

    /** What the client gets in place of the data. */
    public GraphQLError error() {
        return GraphQLError.of(
                ErrorCode.LIMIT_EXCEEDED,
                "The answer has more than the " + maximum
                        + " bytes that an answer may have. Ask for fewer fields or for fewer items at a time.");
    }
}
