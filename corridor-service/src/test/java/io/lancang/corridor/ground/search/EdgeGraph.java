package io.lancang.corridor.ground.search;

import java.util.Arrays;

/** A graph of edges that a test adds one by one. Immutable. */
@SuppressWarnings("ArrayRecordComponent") // Never changed once it is made.
record EdgeGraph(int[] placeOf, int[] first, int[] from, int[] to, int[] links, int[] linkTraits, double[] weights)
        implements SearchGraph {
    @Override
    public int size() {
        return placeOf.length;
    }

    @Override
    public int placeOf(int vertex) {
        return placeOf[vertex];
    }

    @Override
    public int firstArc(int vertex) {
        return first[vertex];
    }

    @Override
    public int from(int arc) {
        return from[arc];
    }

    @Override
    public int to(int arc) {
        return to[arc];
    }

    @Override
    public int link(int arc) {
        return links[arc];
    }

    @Override
    public int traits(int arc) {
        return linkTraits[arc];
    }

    @Override
    public double weight(int arc) {
        return weights[arc];
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
        EdgeGraph build(int[] placeOf) {
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
            return new EdgeGraph(placeOf.clone(), first, from, to, arcLink, arcTraits, arcWeight);
        }
    }
}
