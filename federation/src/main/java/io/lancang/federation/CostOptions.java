package io.lancang.federation;

import java.util.Map;

/**
 * What operations may cost.
 *
 * @param mode what is done about operations that cost more
 * @param maxCost of one operation
 * @param listSize how many items a list is expected to have of which {@code @listSize} says nothing
 * @param anySubgraph bounds for each subgraph that has none of its own
 * @param subgraphs bounds by the subgraph's name
 * @param countsAnswers whether the listener hears what every answer really cost
 * @param listener hears of costs
 */
public record CostOptions(
        Mode mode,
        long maxCost,
        int listSize,
        SubgraphBounds anySubgraph,
        Map<String, SubgraphBounds> subgraphs,
        boolean countsAnswers,
        CostListener listener) {
    /** Nothing is estimated. */
    public static final CostOptions OFF =
            new CostOptions(Mode.OFF, Long.MAX_VALUE, 10, SubgraphBounds.NONE, Map.of(), false, CostListener.NONE);

    public CostOptions {
        subgraphs = Map.copyOf(subgraphs);
    }

    /** The same, refusing what costs more than this. */
    public CostOptions enforcing(long limit) {
        return new CostOptions(Mode.ENFORCE, limit, listSize, anySubgraph, subgraphs, countsAnswers, listener);
    }

    /** What is done about costs. */
    public enum Mode {
        /** Nothing is estimated. */
        OFF,
        /** Costs are estimated and reported, and nothing is refused. */
        MEASURE,
        /** An operation that is too dear is refused before it runs. */
        ENFORCE
    }

    /** What an operation may cost in a subgraph; {@link Long#MAX_VALUE} where nothing bounds it. */
    public long maxCost(String subgraph) {
        Long own = subgraphs.getOrDefault(subgraph, SubgraphBounds.NONE).maxCost();
        Long common = own == null ? anySubgraph.maxCost() : own;
        return common == null ? Long.MAX_VALUE : common;
    }

    /** How many items a list of a subgraph is expected to have of which {@code @listSize} says nothing. */
    public int listSize(String subgraph) {
        Integer own = subgraphs.getOrDefault(subgraph, SubgraphBounds.NONE).listSize();
        Integer common = own == null ? anySubgraph.listSize() : own;
        return common == null ? listSize : common;
    }
}
