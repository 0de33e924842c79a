package io.lancang.corridor.ground.search;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.network.Network;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A network as searches walk over it, one class for whatever is optimised: a search takes millions of steps, and a step that calls one
 * of several implementations takes a third longer.
 *
 * @param tracks vertices and arcs; null for the places and links of the network itself, which needs no memory of its own
 * @param weights of each link; null for its kilometres
 * @param stays what an arc weighs that stays at its place, by {@link TrackLayout#stay}, turned round
 * @param border what a link that crosses a border weighs more
 */
@SuppressWarnings("ArrayRecordComponent") // Shared by the package alone, and never changed once it is made.
record NetworkGraph(
        Network network, @Nullable TrackLayout tracks, double @Nullable [] weights, double[] stays, double border)
        implements SearchGraph {
    /** Outweighs any length, so that kilometres only decide between equals. */
    private static final double ONE_STEP = 1e6;
    /** An assumption: what few would go round about to be spared of loading anew. */
    private static final double RELOADING = 100;

    private static final double[] NO_STAYS = new double[0];

    /** The shortest way is the best. */
    static NetworkGraph ofLength(Network network) {
        return new NetworkGraph(network, null, null, NO_STAYS, 0);
    }

    /** The way with the fewest borders is the best. */
    static NetworkGraph ofBorders(Network network) {
        return new NetworkGraph(network, null, null, NO_STAYS, ONE_STEP);
    }

    /** The way with the fewest changes of mode or gauge is the best. */
    static NetworkGraph ofTransfers(Network network, TrackLayout tracks) {
        return new NetworkGraph(network, tracks, null, changes(ONE_STEP), 0);
    }

    /** The shortest way is the best, where a change counts as some kilometres. */
    static NetworkGraph ofLengthAndTransfers(Network network, TrackLayout tracks) {
        return new NetworkGraph(network, tracks, null, changes(RELOADING), 0);
    }

    /**
     * The way that takes least is the best: half of what handling takes where one track is left, half where the other is boarded. So
     * beginning and ending have their handling, too.
     *
     * @param weights what travelling over each link takes
     * @param handling of each mode, by {@link TrackLayout#stay}, turned round
     */
    static NetworkGraph ofTravel(Network network, TrackLayout tracks, double[] weights, double[] handling) {
        return new NetworkGraph(network, tracks, weights, handling, 0);
    }

    /** Half of a change where one track is left, half where the other is boarded. */
    private static double[] changes(double kilometres) {
        double[] stays = new double[Mode.values().length];
        Arrays.fill(stays, kilometres / 2);
        return stays;
    }

    @Override
    public int size() {
        return tracks == null ? network.size() : tracks.placeOf().length;
    }

    @Override
    public int placeOf(int vertex) {
        return tracks == null ? vertex : tracks.placeOf()[vertex];
    }

    @Override
    public int firstArc(int vertex) {
        return tracks == null ? network.firstArc(vertex) : tracks.first()[vertex];
    }

    @Override
    public int from(int arc) {
        if (tracks == null) {
            return network.otherEnd(network.arcLink(arc), network.arcTo(arc));
        }
        int found = Arrays.binarySearch(tracks.first(), arc);
        int vertex = found < 0 ? -found - 2 : found;
        // Vertices without arcs have the same first arc as the one behind them.
        while (tracks.first()[vertex + 1] <= arc) {
            vertex++;
        }
        return vertex;
    }

    @Override
    public int to(int arc) {
        return tracks == null ? network.arcTo(arc) : tracks.ends()[arc];
    }

    @Override
    public int link(int arc) {
        return Math.max(step(arc), NO_LINK);
    }

    @Override
    public int traits(int arc) {
        int link = step(arc);
        return link < 0 ? ALL_TRAITS : network.traits(link);
    }

    @Override
    public double weight(int arc) {
        int link = step(arc);
        if (link < 0) {
            return stays[-1 - link];
        }
        double weight = weights == null ? network.km(link) : weights[link];
        return border > 0 && network.crossesBorder(link) ? weight + border : weight;
    }

    /** The link of an arc; below 0 for one that stays at its place. */
    private int step(int arc) {
        return tracks == null ? network.arcLink(arc) : tracks.links()[arc];
    }
}
