package io.lancang.corridor.route;

/**
 * What an arc costs a traveller who wants some modes and statuses and avoids some places; infinite where it is closed.
 *
 * @param graph the arcs
 * @param modes bits of the modes that are wanted
 * @param statuses bits of the statuses that are wanted
 * @param avoided whether a place must not be passed, by place
 * @param missingFactor what an arc of another status costs, in times of its weight: infinite if it is closed
 */
record Costs(SearchGraph graph, int modes, int statuses, boolean[] avoided, double missingFactor) {
    static final double CLOSED = Double.POSITIVE_INFINITY;

    double of(int arc) {
        int traits = graph.traits(arc);
        if ((traits & modes) == 0 || avoided[graph.placeOf(graph.to(arc))]) {
            return CLOSED;
        }
        return (traits & statuses) == 0 ? graph.weight(arc) * missingFactor : graph.weight(arc);
    }
}
