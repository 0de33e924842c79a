package io.lancang.corridor.ground.search;

/**
 * A graph of tracks in which each link weighs what travelling over it takes, and each change what handling takes: half of it where
 * one track is left, half where the other is boarded. So beginning and ending have their handling, too.
 *
 * @param tracks places and tracks
 * @param weights of each link
 * @param handling of each mode, by {@link TrackGraph.Layout#stay}, turned round
 */
@SuppressWarnings("ArrayRecordComponent") // Shared by the package alone, and never changed once it is made.
record TravelGraph(TrackGraph tracks, double[] weights, double[] handling) implements SearchGraph {
    @Override
    public int size() {
        return tracks.size();
    }

    @Override
    public int placeOf(int vertex) {
        return tracks.placeOf(vertex);
    }

    @Override
    public int firstArc(int vertex) {
        return tracks.firstArc(vertex);
    }

    @Override
    public int from(int arc) {
        return tracks.from(arc);
    }

    @Override
    public int to(int arc) {
        return tracks.to(arc);
    }

    @Override
    public int link(int arc) {
        return tracks.link(arc);
    }

    @Override
    public int traits(int arc) {
        return tracks.traits(arc);
    }

    @Override
    public double weight(int arc) {
        int link = tracks.layout().links()[arc];
        return link < 0 ? handling[-1 - link] : weights[link];
    }
}
