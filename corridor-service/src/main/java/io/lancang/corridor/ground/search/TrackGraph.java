package io.lancang.corridor.ground.search;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.network.Network;
import java.util.Arrays;

/**
 * A graph of kilometres in which a change of mode or gauge costs a step: each place has a vertex of its own and one for each track
 * that passes it, and whoever changes goes from one track to the place and on to the other. Beginning and ending at the
 * place itself costs every way the same.
 *
 * @param step kilometres that a change costs
 */
record TrackGraph(Network network, Layout layout, double step) implements SearchGraph {
    /** Outweighs any length, so that kilometres only decide between equals. */
    static final double ONE_STEP = 1e6;
    /** An assumption: what few would go round about to be spared of loading anew. */
    static final double RELOADING = 100;

    /**
     * Its vertices and arcs, which do not hold the network.
     *
     * @param placeOf the place of each vertex
     * @param first the first arc of each vertex
     * @param ends where each arc leads
     * @param links the link of each arc; below 0 the mode of the track of one that stays at its place, see {@link #stay}
     */
    @SuppressWarnings("ArrayRecordComponent") // Shared by the package alone, and never changed once it is made.
    record Layout(int[] placeOf, int[] first, int[] ends, int[] links) {
        static final Layout NONE = new Layout(new int[0], new int[1], new int[0], new int[0]);

        /** What stands for the link of an arc between a place and a track of this mode. It lives in memory only. */
        @SuppressWarnings("EnumOrdinal")
        static int stay(Mode mode) {
            return -1 - mode.ordinal();
        }
    }

    @Override
    public int size() {
        return layout.placeOf().length;
    }

    @Override
    public int placeOf(int vertex) {
        return layout.placeOf()[vertex];
    }

    @Override
    public int firstArc(int vertex) {
        return layout.first()[vertex];
    }

    @Override
    public int from(int arc) {
        int found = Arrays.binarySearch(layout.first(), arc);
        int vertex = found < 0 ? -found - 2 : found;
        // Vertices without arcs have the same first arc as the one behind them.
        while (layout.first()[vertex + 1] <= arc) {
            vertex++;
        }
        return vertex;
    }

    @Override
    public int to(int arc) {
        return layout.ends()[arc];
    }

    @Override
    public int link(int arc) {
        return Math.max(layout.links()[arc], NO_LINK);
    }

    @Override
    public int traits(int arc) {
        return layout.links()[arc] < 0 ? ALL_TRAITS : network.traits(layout.links()[arc]);
    }

    @Override
    public double weight(int arc) {
        return layout.links()[arc] < 0 ? step / 2 : network.km(layout.links()[arc]);
    }
}
