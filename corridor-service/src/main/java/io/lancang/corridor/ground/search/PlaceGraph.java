package io.lancang.corridor.ground.search;

import io.lancang.corridor.ground.network.Network;

/**
 * The network as it is: each place is a vertex, each link an edge that weighs its kilometres. It needs no memory of its own.
 *
 * @param border what a link that crosses a border weighs more
 */
record PlaceGraph(Network network, double border) implements SearchGraph {
    @Override
    public int size() {
        return network.size();
    }

    @Override
    public int placeOf(int vertex) {
        return vertex;
    }

    @Override
    public int firstArc(int vertex) {
        return network.firstArc(vertex);
    }

    @Override
    public int from(int arc) {
        return network.otherEnd(network.arcLink(arc), network.arcTo(arc));
    }

    @Override
    public int to(int arc) {
        return network.arcTo(arc);
    }

    @Override
    public int link(int arc) {
        return network.arcLink(arc);
    }

    @Override
    public int traits(int arc) {
        return network.traits(network.arcLink(arc));
    }

    @Override
    public double weight(int arc) {
        int link = network.arcLink(arc);
        return border > 0 && network.crossesBorder(link) ? network.km(link) + border : network.km(link);
    }
}
