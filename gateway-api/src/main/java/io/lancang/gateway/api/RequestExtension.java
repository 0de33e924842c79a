package io.lancang.gateway.api;

import io.smallrye.mutiny.Uni;

/** A bean that sees what a client asks before it is parsed and planned, and may change or refuse it. */
@FunctionalInterface
public interface RequestExtension {
    /**
     * Called once for each operation, each of a batch included.
     *
     * @return what is asked instead, which may be the same; fails with a {@link RefusedByExtensionException} to refuse it
     */
    Uni<ClientOperation> onRequest(ClientOperation operation, RequestContext context);
}
