package io.lancang.corridor.ground.search;

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
 * @param closed links that must not be used; null for none
 * @param taken how often each link was taken already, each time of which makes it dearer; null if none was
 */
public record Costs(
        SearchGraph graph,
        int modes,
        int statuses,
        boolean[] avoided,
        double missingFactor,
        @Nullable BitSet onlyMissing,
        @Nullable BitSet closed,
        byte @Nullable [] taken) {
    /** What an arc costs that must not be used. */
    public static final double CLOSED = Double.POSITIVE_INFINITY;
    /** What a link costs more, in times of its weight, for each time that it was taken. */
    private static final double DEARER = 1;

    /** Costs of a traveller who has not taken a link yet. */
    public Costs(
            SearchGraph graph,
            int modes,
            int statuses,
            boolean[] avoided,
            double missingFactor,
            @Nullable BitSet closed) {
        this(graph, modes, statuses, avoided, missingFactor, null, closed, null);
    }

    /** The same, with these links alone of another status. */
    public Costs withMissing(BitSet links, double factor) {
        return new Costs(graph, modes, statuses, avoided, factor, links, closed, taken);
    }

    /** The same, with links that were taken. The array is shared: later counts show here too. */
    Costs withTaken(byte[] links) {
        return new Costs(graph, modes, statuses, avoided, missingFactor, onlyMissing, closed, links);
    }

    /** What an arc costs; {@link #CLOSED} if it must not be used. */
    public double of(int arc) {
        int traits = graph.traits(arc);
        if ((traits & modes) == 0 || avoided[graph.placeOf(graph.to(arc))]) {
            return CLOSED;
        }
        double weight = closed == null && taken == null ? graph.weight(arc) : weight(arc);
        if ((traits & statuses) != 0) {
            return weight;
        }
        return onlyMissing == null || onlyMissing.get(graph.link(arc)) ? weight * missingFactor : CLOSED;
    }

    private double weight(int arc) {
        int link = graph.link(arc);
        if (link == SearchGraph.NO_LINK) {
            return graph.weight(arc);
        }
        if (closed != null && closed.get(link)) {
            return CLOSED;
        }
        return taken == null ? graph.weight(arc) : graph.weight(arc) * (1 + DEARER * taken[link]);
    }
}
