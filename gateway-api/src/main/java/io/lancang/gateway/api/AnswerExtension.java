package io.lancang.gateway.api;

import io.smallrye.mutiny.Uni;

/**
 * A bean that sees each answer to an operation and to an event of a subscription, and may change it. Not answers to requests that are refused
 * before there is an operation.
 *
 * <p>Where there is such a bean, all answers are parsed and written anew, which takes time and memory on the event loop, and {@code @defer} is
 * ignored: a part that comes later could not be judged together with what it belongs to.
 */
@FunctionalInterface
public interface AnswerExtension {
    /**
     * Called once for each answer, after errors were changed.
     *
     * @return the answer that the client is sent, which may be the same; fails with a {@link RefusedByExtensionException} to refuse
     *     it, which ends a subscription
     */
    Uni<ClientAnswer> onAnswer(ClientAnswer answer, RequestContext context);
}
