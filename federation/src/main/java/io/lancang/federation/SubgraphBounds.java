package io.lancang.federation;

import org.jspecify.annotations.Nullable;

/**
 * What is said of costs in a subgraph.
 *
 * @param maxCost of the part of one operation that the subgraph answers; null if nothing bounds it
 * @param listSize how many items a list of it is expected to have; null if that is as everywhere
 */
public record SubgraphBounds(
        @Nullable Long maxCost, @Nullable Integer listSize) {
    public static final SubgraphBounds NONE = new SubgraphBounds(null, null);
}
