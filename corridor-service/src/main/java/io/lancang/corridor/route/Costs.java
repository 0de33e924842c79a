package io.lancang.corridor.route;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What an arc costs a traveller who wants some modes and statuses and avoids some places; infinite where it is closed.
 *
 * @param graph the arcs
 * @param modes bits of the modes that are wanted
 * @param statuses bits of the statuses that are wanted
 * @param avoided whether a place must not be passed, by place
 * @param missingFactor what an arc of another status costs, in times of its weight: infinite if it is closed
 * @param onlyMissing the only links of another status that are not closed; null for all
 */
record Costs(
        SearchGraph graph,
        int modes,
        int statuses,
        boolean[] avoided,
        double missingFactor,
        @Nullable BitSet onlyMissing) {
    static final double CLOSED = Double.POSITIVE_INFINITY;

    Costs(SearchGraph graph, int modes, int statuses, boolean[] avoided, double missingFactor) {
        this(graph, modes, statuses, avoided, missingFactor, null);
    }

    /** The same, with these links alone of another status. */
    Costs withMissing(BitSet links, double factor) {
        return new Costs(graph, modes, statuses, avoided, factor, links);
    }

    double of(int arc) {
        int traits = graph.traits(arc);
        if ((traits & modes) == 0 || avoided[graph.placeOf(graph.to(arc))]) {
            return CLOSED;
        }
        if ((traits & statuses) != 0) {
            return graph.weight(arc);
        }
        return onlyMissing == null || onlyMissing.get(graph.link(arc)) ? graph.weight(arc) * missingFactor : CLOSED;
    }
}
