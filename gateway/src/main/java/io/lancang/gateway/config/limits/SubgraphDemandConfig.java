package io.lancang.gateway.config.limits;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the part of an operation may cost that one subgraph answers. */
public interface SubgraphDemandConfig {
    /** What the part may cost; unbounded without it. An operation with a dearer part is refused as a whole. */
    OptionalLong maxCost();

    /** How many items a list of the subgraph is expected to have, instead of {@code lancang.gateway.demand.list-size}. */
    OptionalInt listSize();
}
