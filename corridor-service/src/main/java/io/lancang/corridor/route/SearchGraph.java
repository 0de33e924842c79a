package io.lancang.corridor.route;

import java.util.Arrays;

/**
 * What a search walks over: vertices and arcs, each arc with its opposite of the same weight. Vertex {@code p} is where
 * a way over place {@code p} begins and ends; there may be further vertices of the same place. Immutable.
 */
final class SearchGraph {
    /** The link of an arc that stays at its place. */
    static final int NO_LINK = -1;
    /** An arc that stays at its place is open to every mode and status. */
    static final int ALL_TRAITS = -1;

    private final int[] placeOf;
    private final int[] firstArc;
    private final int[] from;
    private final int[] to;
    private final int[] link;
    private final int[] traits;
    private final double[] weight;

    private SearchGraph(
            int[] placeOf, int[] firstArc, int[] from, int[] to, int[] link, int[] traits, double[] weight) {
        this.placeOf = placeOf;
        this.firstArc = firstArc;
        this.from = from;
        this.to = to;
        this.link = link;
        this.traits = traits;
        this.weight = weight;
    }

    int size() {
        return placeOf.length;
    }

    int placeOf(int vertex) {
        return placeOf[vertex];
    }

    int firstArc(int vertex) {
        return firstArc[vertex];
    }

    int from(int arc) {
        return from[arc];
    }

    int to(int arc) {
        return to[arc];
    }

    int link(int arc) {
        return link[arc];
    }

    int traits(int arc) {
        return traits[arc];
    }

    double weight(int arc) {
        return weight[arc];
    }

    /** Collects edges and makes a graph of them. */
    static final class Builder {
        private int[] ends = new int[64];
        private int[] links = new int[32];
        private int[] traits = new int[32];
        private double[] weights = new double[32];
        private int edges;

        /** Adds an edge, which can be walked both ways. */
        Builder edge(int from, int to, int link, int linkTraits, double weight) {
            if (edges == links.length) {
                ends = Arrays.copyOf(ends, 4 * edges);
                links = Arrays.copyOf(links, 2 * edges);
                traits = Arrays.copyOf(traits, 2 * edges);
                weights = Arrays.copyOf(weights, 2 * edges);
            }
            ends[2 * edges] = from;
            ends[2 * edges + 1] = to;
            links[edges] = link;
            traits[edges] = linkTraits;
            weights[edges] = weight;
            edges++;
            return this;
        }

        /** @param placeOf the place of each vertex */
        SearchGraph build(int[] placeOf) {
            int[] first = new int[placeOf.length + 1];
            for (int end = 0; end < 2 * edges; end++) {
                first[ends[end] + 1]++;
            }
            Arrays.parallelPrefix(first, Integer::sum);
            int[] next = first.clone();
            int[] from = new int[2 * edges];
            int[] to = new int[2 * edges];
            int[] arcLink = new int[2 * edges];
            int[] arcTraits = new int[2 * edges];
            double[] arcWeight = new double[2 * edges];
            for (int end = 0; end < 2 * edges; end++) {
                int arc = next[ends[end]]++;
                from[arc] = ends[end];
                to[arc] = ends[end ^ 1];
                arcLink[arc] = links[end / 2];
                arcTraits[arc] = traits[end / 2];
                arcWeight[arc] = weights[end / 2];
            }
            return new SearchGraph(placeOf.clone(), first, from, to, arcLink, arcTraits, arcWeight);
        }
    }
}
