package io.lancang.gateway.config.limits;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import java.util.Map;

/**
 * What an operation may cost. Costs are estimated before an operation runs, from its fields, its arguments and the
 * supergraph's {@code @cost} and {@code @listSize}; docs/demand-control.md says how.
 */
public interface DemandConfig {
    /** What is done about costs. */
    enum Mode {
        /** Nothing is estimated. */
        OFF,
        /** Costs are estimated and counted in the metrics; nothing is refused. */
        MEASURE,
        /** An operation that is too dear is refused before it runs. */
        ENFORCE
    }

    /** What is done about costs: {@code off}, {@code measure} or {@code enforce}. */
    @WithDefault("enforce")
    Mode mode();

    /**
     * What one operation may cost; for a subscription, the answer to one event. The default is twice what the query of the
     * public benchmark of gateways costs, and many times the dearest that the guides show.
     */
    @WithDefault("50000")
    long maxCost();

    /** How many items a list is expected to have of which {@code @listSize} says nothing. */
    @WithDefault("10")
    int listSize();

    /** Bounds of the part of one operation that each subgraph answers, keys and requirements included. */
    SubgraphDemandConfig allSubgraphs();

    /** Bounds for single subgraphs, instead of those for all, by the name that the subgraph has in the supergraph. */
    @WithDefaults
    Map<String, SubgraphDemandConfig> subgraphs();

    /**
     * Whether a request with the header {@code Lancang-Cost: true} gets in {@code extensions.cost} what it was estimated
     * to cost and what it really cost. An answer of more than 2 MiB is not counted.
     */
    @WithDefault("true")
    boolean report();

    /** Whether the metrics count what every answer really cost. It takes time that grows with the answer. */
    @WithDefault("false")
    boolean countAnswers();
}
