package io.lancang.corridor.feature.connectivity;

import io.lancang.corridor.ground.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds what lies on every way from one set of places to another, by one depth-first search with low points (Tarjan).
 *
 * <p>Both sets are thought to be joined to a vertex of their own by lines that cannot be cut. On the way of the search
 * tree between these two, a place is on every way if nothing below it reaches above it, and a link if nothing below it
 * reaches its upper end. The search keeps its own stack: a recursive one would overflow in a long network. Belongs to
 * one thread, and searches once.
 */
final class CutSearch {
    private static final int NONE = -1;

    private final Network network;
    private final IntPredicate open;
    private final BitSet inside;
    private final BitSet outside;
    private final int source;
    private final int sink;
    private final int[] entered;
    private final int[] low;
    private final int[] parent;
    private final int[] parentLink;
    private final int[] next;
    private int clock;

    /** @param open tells of a link whether it can be travelled */
    CutSearch(Network network, IntPredicate open, BitSet inside, BitSet outside) {
        this.network = network;
        this.open = open;
        this.inside = inside;
        this.outside = outside;
        this.source = network.size();
        this.sink = network.size() + 1;
        this.entered = new int[network.size() + 2];
        this.low = new int[network.size() + 2];
        this.parent = new int[network.size() + 2];
        this.parentLink = new int[network.size() + 2];
        this.next = new int[network.size() + 2];
        Arrays.fill(entered, NONE);
    }

    /**
     * What was found, from the inside outwards.
     *
     * @param connected whether there is a way at all
     */
    record Cuts(boolean connected, List<Integer> places, List<Integer> links) {}

    Cuts find() {
        enter(source, NONE, NONE);
        int vertex = source;
        while (vertex != NONE) {
            vertex = step(vertex);
        }
        return entered[sink] == NONE ? new Cuts(false, List.of(), List.of()) : cutsAbove();
    }

    /** Looks at the next neighbour of {@code vertex} and returns the vertex to go on with. */
    private int step(int vertex) {
        int count = neighbourCount(vertex);
        while (next[vertex] < count) {
            int turn = next[vertex]++;
            int link = link(vertex, turn);
            int neighbour = neighbour(vertex, turn);
            if (neighbour == NONE || (link != NONE && link == parentLink[vertex])) {
                continue;
            }
            if (entered[neighbour] == NONE) {
                enter(neighbour, vertex, link);
                return neighbour;
            }
            // The uncuttable line that led here is no way around; a second one to the same set is.
            if (neighbour != parent[vertex] || link != NONE) {
                low[vertex] = Math.min(low[vertex], entered[neighbour]);
            }
        }
        int above = parent[vertex];
        if (above != NONE) {
            low[above] = Math.min(low[above], low[vertex]);
        }
        return above;
    }

    private void enter(int vertex, int from, int link) {
        entered[vertex] = clock;
        low[vertex] = clock;
        clock++;
        parent[vertex] = from;
        parentLink[vertex] = link;
    }

    private Cuts cutsAbove() {
        List<Integer> places = new ArrayList<>();
        List<Integer> links = new ArrayList<>();
        for (int below = sink; parent[below] != source; below = parent[below]) {
            int place = parent[below];
            if (low[below] >= entered[place]) {
                places.add(place);
            }
            if (parentLink[place] != NONE && low[place] > entered[parent[place]]) {
                links.add(parentLink[place]);
            }
        }
        return new Cuts(true, places.reversed(), links.reversed());
    }

    // The neighbours of a place are those over its arcs, then the two vertices of the sets.

    private int neighbourCount(int vertex) {
        return vertex >= network.size() ? network.size() : arcs(vertex) + 2;
    }

    private int arcs(int place) {
        return network.firstArc(place + 1) - network.firstArc(place);
    }

    private int link(int vertex, int turn) {
        boolean isArc = vertex < network.size() && turn < arcs(vertex);
        return isArc ? network.arcLink(network.firstArc(vertex) + turn) : NONE;
    }

    private int neighbour(int vertex, int turn) {
        if (vertex == source) {
            return inside.get(turn) ? turn : NONE;
        }
        if (vertex == sink) {
            return outside.get(turn) ? turn : NONE;
        }
        int link = link(vertex, turn);
        if (link != NONE) {
            return open.test(link) ? network.otherEnd(link, vertex) : NONE;
        }
        boolean ofSource = turn == arcs(vertex);
        if (ofSource) {
            return inside.get(vertex) ? source : NONE;
        }
        return outside.get(vertex) ? sink : NONE;
    }
}
