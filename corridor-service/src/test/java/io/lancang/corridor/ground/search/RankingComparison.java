package io.lancang.corridor.ground.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * Asks the search of this service and JGraphT's for the same ways through the same network, one after the other on one
 * thread, so that each question gives a pair of times.
 */
public final class RankingComparison {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int OPEN = 1;
    private static final int WAYS = 3;

    private final SearchGraph ours;
    private final Graph<Integer, DefaultWeightedEdge> theirs;
    private final int places;

    /**
     * A network of plain edges.
     *
     * @param ends two places for each edge, numbered from 0; no two edges join the same
     * @param weights of the edges
     */
    public RankingComparison(int places, List<int[]> ends, double[] weights) {
        this.places = places;
        this.theirs = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        IntStream.range(0, places).forEach(theirs::addVertex);
        EdgeGraph.Builder builder = new EdgeGraph.Builder();
        for (int edge = 0; edge < weights.length; edge++) {
            int from = ends.get(edge)[0];
            int to = ends.get(edge)[1];
            theirs.setEdgeWeight(theirs.addEdge(from, to), weights[edge]);
            builder.edge(from, to, edge, OPEN, weights[edge]);
        }
        this.ours = builder.build(IntStream.range(0, places).toArray());
    }

    /**
     * What the pairs of times come to, in milliseconds.
     *
     * @param questions how many were asked before the time was up
     */
    public record Figures(int questions, double ourMedian, double ourP95, double theirMedian, double theirP95) {}

    /**
     * Asks for the {@value #WAYS} shortest ways between places drawn by chance.
     *
     * @throws IllegalStateException if the two do not agree on the length of a way
     */
    public Figures ask(int questions, long nanos) {
        Random random = new Random(1);
        List<Double> our = new ArrayList<>();
        List<Double> their = new ArrayList<>();
        long begin = System.nanoTime();
        for (int turn = 0; turn < questions && System.nanoTime() - begin < nanos; turn++) {
            int from = random.nextInt(places);
            int to = random.nextInt(places);
            if (from != to) {
                compare(from, to, our, their);
            }
        }
        return new Figures(our.size(), at(our, 0.5), at(our, 0.95), at(their, 0.5), at(their, 0.95));
    }

    private void compare(int from, int to, List<Double> our, List<Double> their) {
        long start = System.nanoTime();
        double[] ourWays = ourWays(from, to);
        long middle = System.nanoTime();
        double[] theirWays = new YenKShortestPath<>(theirs)
                .getPaths(from, to, WAYS).stream()
                        .mapToDouble(GraphPath::getWeight)
                        .toArray();
        long end = System.nanoTime();
        our.add((middle - start) / NANOS_PER_MILLI);
        their.add((end - middle) / NANOS_PER_MILLI);
        boolean isEqual = ourWays.length == theirWays.length
                && IntStream.range(0, ourWays.length)
                        .allMatch(way -> Math.abs(ourWays[way] - theirWays[way]) < 1e-6 * theirWays[way]);
        if (!isEqual) {
            throw new IllegalStateException("From " + from + " to " + to + " ours are " + Arrays.toString(ourWays)
                    + " and theirs " + Arrays.toString(theirWays));
        }
    }

    private double[] ourWays(int from, int to) {
        LooplessPaths paths =
                new LooplessPaths(new Costs(ours, OPEN, OPEN, new boolean[places], Costs.CLOSED, null), from, to);
        List<Double> lengths = new ArrayList<>();
        Optional<Path> path = paths.next();
        while (path.isPresent()) {
            lengths.add(path.get().cost());
            path = lengths.size() < WAYS ? paths.next() : Optional.empty();
        }
        return lengths.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double at(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1)));
    }
}
