package io.lancang.gateway.api;

import io.smallrye.mutiny.Uni;

/**
 * A bean that sees each error in an answer to an operation, and may change it: errors of subgraphs, and of operations that are not valid
 * or exceed a limit. Not those of requests that are refused before there is an operation, because of their body or headers.
 *
 * <p>Where there is such a bean, answers with errors are parsed, and {@code @defer} is ignored.
 */
@FunctionalInterface
public interface ErrorExtension {
    /**
     * Called for each error of an answer or of an event, in their order.
     *
     * @return the error that the client is sent, which may be the same
     */
    Uni<AnswerError> onError(AnswerError error, RequestContext context);
}
