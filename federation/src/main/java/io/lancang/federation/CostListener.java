package io.lancang.federation;

import org.jspecify.annotations.Nullable;

/** Hears of what operations cost. Called on the threads that execute; must not block. */
public interface CostListener {
    /** Hears nothing. */
    CostListener NONE = new CostListener() {};

    /** A request was estimated. */
    default void estimated(CostEstimate estimate) {}

    /**
     * A request was too dear; it was refused where costs are enforced.
     *
     * @param subgraph whose bound it is above; null for the bound of whole operations
     */
    default void exceeded(@Nullable String subgraph) {}

    /** An answer was counted. */
    default void spent(long actual) {}
}
