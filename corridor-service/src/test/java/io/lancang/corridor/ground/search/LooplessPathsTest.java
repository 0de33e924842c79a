package io.lancang.corridor.ground.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LooplessPathsTest {
    private static final int OPEN = 1;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void ranksTheWaysOfARandomGraphAsJGraphTDoes(long seed) {
        Random random = new Random(seed);
        int vertices = 5 + random.nextInt(12);
        Graph<Integer, DefaultWeightedEdge> theirs = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        EdgeGraph.Builder ours = new EdgeGraph.Builder();
        IntStream.range(0, vertices).forEach(theirs::addVertex);
        for (int edge = 0; edge < 2 * vertices; edge++) {
            int from = random.nextInt(vertices);
            int to = random.nextInt(vertices);
            // Powers of two: no two ways have the same cost, so that there is one right order.
            double weight = 1L << edge;
            if (from != to && theirs.getEdge(from, to) == null) {
                theirs.setEdgeWeight(theirs.addEdge(from, to), weight);
                ours.edge(from, to, edge, OPEN, weight);
            }
        }

        List<List<Integer>> expected = new YenKShortestPath<>(theirs)
                .getPaths(0, vertices - 1, 30).stream()
                        .map(GraphPath::getVertexList)
                        .toList();

        assertEquals(expected, ways(ours.build(identity(vertices)), 0, vertices - 1, 30));
    }

    @Test
    void takesTheCheaperOfTwoParallelArcsAndCountsThemOnce() {
        SearchGraph graph = new EdgeGraph.Builder()
                .edge(0, 1, 7, OPEN, 5)
                .edge(0, 1, 8, OPEN, 3)
                .edge(1, 2, 9, OPEN, 1)
                .build(identity(3));
        LooplessPaths paths = new LooplessPaths(open(graph), 0, 2);

        Path first = paths.next().orElseThrow();

        assertEquals(4, first.cost());
        assertEquals(8, graph.link(first.arcs()[0]));
        assertEquals(Optional.empty(), paths.next());
        assertTrue(paths.isComplete());
    }

    /** 0-1-2-3 costs 1 + 2 + 3. From 1 another way leads by 4, for 1 + 4 + 5, and one by 5, for 1 + 6 + 7. */
    @Test
    void countsWhatAWaySharesWithThoseBeforeIt() {
        SearchGraph graph = new EdgeGraph.Builder()
                .edge(0, 1, 0, OPEN, 1)
                .edge(1, 2, 1, OPEN, 2)
                .edge(2, 3, 2, OPEN, 3)
                .edge(1, 4, 3, OPEN, 4)
                .edge(4, 3, 4, OPEN, 5)
                .edge(1, 5, 5, OPEN, 6)
                .edge(5, 3, 6, OPEN, 7)
                .build(identity(6));
        LooplessPaths paths = new LooplessPaths(open(graph), 0, 3);

        assertEquals(6, paths.next().orElseThrow().cost());
        assertEquals(10, paths.next().orElseThrow().cost());
        assertEquals(14, paths.next().orElseThrow().cost());
        assertEquals(Optional.empty(), paths.next());
    }

    @Test
    void passesNoPlaceTwiceThoughItHasSeveralVertices() {
        // Place 1 has the vertices 1 and 4; the way 0-1-2-4-3 would pass it twice.
        SearchGraph graph = new EdgeGraph.Builder()
                .edge(0, 1, 0, OPEN, 1)
                .edge(1, 2, 1, OPEN, 1)
                .edge(2, 4, 2, OPEN, 1)
                .edge(4, 3, 3, OPEN, 1)
                .edge(1, 4, SearchGraph.NO_LINK, SearchGraph.ALL_TRAITS, 100)
                .build(new int[] {0, 1, 2, 3, 1});

        assertEquals(List.of(List.of(0, 1, 4, 3)), ways(graph, 0, 3, 10));
    }

    /**
     * From 0 to 1 by 2, 3 or 4 for 10, 11 or 12. From 2 a dead end leads away, ten thousand steps of 0.01 each: a way that leaves there seems
     * to cost 10.02 at least, and there is none. Up to 12 it is not worth a look beyond some hundred steps, twice.
     */
    @Test
    void looksNoFurtherIntoADeadEndThanTheWaysThatAreServed() {
        EdgeGraph.Builder builder = new EdgeGraph.Builder();
        for (int way = 0; way < 3; way++) {
            builder.edge(0, 2 + way, 2 * way, OPEN, 5).edge(2 + way, 1, 2 * way + 1, OPEN, 5 + way);
        }
        int steps = 10_000;
        for (int step = 0; step < steps; step++) {
            builder.edge(step == 0 ? 2 : 4 + step, 5 + step, 6 + step, OPEN, 0.01);
        }
        LooplessPaths paths = new LooplessPaths(open(builder.build(identity(steps + 5))), 0, 1);

        for (int way = 0; way < 3; way++) {
            assertEquals(10 + way, paths.next().orElseThrow().cost());
        }
        assertTrue(paths.effort() < steps / 5, "looked at " + paths.effort());
        assertEquals(Optional.empty(), paths.next());
        assertTrue(paths.isComplete());
    }

    @Test
    void findsNothingBehindAPlaceToBeAvoided() {
        SearchGraph graph = new EdgeGraph.Builder()
                .edge(0, 1, 0, OPEN, 1)
                .edge(1, 2, 1, OPEN, 1)
                .build(identity(3));
        Costs costs = new Costs(graph, OPEN, OPEN, new boolean[] {false, true, false}, Costs.CLOSED, null);

        assertEquals(Optional.empty(), new LooplessPaths(costs, 0, 2).next());
    }

    private static List<List<Integer>> ways(SearchGraph graph, int source, int target, int most) {
        LooplessPaths paths = new LooplessPaths(open(graph), source, target);
        List<List<Integer>> ways = new ArrayList<>();
        for (Optional<Path> path = paths.next(); path.isPresent() && ways.size() < most; path = paths.next()) {
            List<Integer> vertices =
                    Arrays.stream(path.get().vertices()).boxed().toList();
            assertEquals(vertices.size(), new HashSet<>(vertices).size(), "no loop");
            ways.add(vertices);
        }
        return ways;
    }

    private static Costs open(SearchGraph graph) {
        return new Costs(graph, OPEN, OPEN, new boolean[graph.size()], Costs.CLOSED, null);
    }

    private static int[] identity(int size) {
        return IntStream.range(0, size).toArray();
    }
}
