package io.lancang.gateway.api;

import io.smallrye.mutiny.Uni;

/** A bean that sees how an operation will be answered, before any subgraph is asked, and may refuse it. */
@FunctionalInterface
public interface PlanExtension {
    /**
     * Called once for each operation that is valid.
     *
     * @return completes when the operation may go on; fails with a {@link RefusedByExtensionException} to refuse it
     */
    Uni<Void> onPlan(PlannedOperation operation, RequestContext context);
}
