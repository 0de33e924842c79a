package io.lancang.gateway.subgraph.answer;

import io.vertx.core.MultiMap;

/**
 * The head of a subgraph's answer.
 *
 * @param status of HTTP
 */
public record AnswerHead(int status, MultiMap headers) {
    private static final int SERVER_ERROR = 500;

    /** Whether the subgraph says that it did what it was asked. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the subgraph says that it failed. */
    public boolean isFailure() {
        return status >= SERVER_ERROR;
    }
}
