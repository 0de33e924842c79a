package io.lancang.corridor.ground.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest continuation of a way to one target, again and again with other vertices closed.
 *
 * <p>At first it walks back from the target until it meets the source. What it learns is a lower bound on the rest of
 * the way from every vertex, exact where it has been; closing vertices only makes ways longer, so the bound stays one.
 * With it each later search (A*) hardly leaves the way that it finds. Belongs to one thread.
 */
final class Search {
    /** Steps after which a search is given up: some seconds of work, which only a huge network full of dead ends asks. */
    private static final long LONGEST_EFFORT = 4_000_000;

    private final SearchGraph graph;
    /** What arcs cost now: no less than when the bounds were made. */
    private Costs costs;

    private final int target;
    private final double[] rest;
    private final double[] reached;
    private final int[] reachedBy;
    private final int[] round;
    private final VertexHeap open = new VertexHeap();
    private double horizon = Double.POSITIVE_INFINITY;
    private double beyond = Double.POSITIVE_INFINITY;
    private int currentRound;
    private long effort;

    Search(Costs costs, int source, int target) {
        this.graph = costs.graph();
        this.costs = costs;
        this.target = target;
        this.rest = new double[graph.size()];
        this.reached = new double[graph.size()];
        this.reachedBy = new int[graph.size()];
        this.round = new int[graph.size()];
        Arrays.fill(rest, Double.POSITIVE_INFINITY);
        walkBack(source);
    }

    private void walkBack(int source) {
        rest[target] = 0;
        open.add(target, 0);
        while (!open.isEmpty()) {
            double key = open.leastKey();
            int vertex = open.remove();
            if (key > rest[vertex]) {
                continue;
            }
            if (vertex == source) {
                // Everything that is not settled yet is at least as far away.
                horizon = key;
                return;
            }
            int end = graph.firstArc(vertex + 1);
            for (int arc = graph.firstArc(vertex); arc < end; arc++) {
                int next = graph.to(arc);
                // Half of the arcs lead back: what they cost need not be known. What is no nearer than the source is
                // never settled.
                double most = Math.min(rest[next], rest[source]);
                if (key < most) {
                    double sum = key + costs.of(arc);
                    if (sum < most) {
                        rest[next] = sum;
                        open.add(next, sum);
                    }
                }
            }
        }
    }

    /** A lower bound on the way from {@code vertex} to the target; infinite if there is none. */
    double rest(int vertex) {
        return Math.min(rest[vertex], horizon);
    }

    /**
     * Makes arcs dearer from now on.
     *
     * @param dearer no arc costs less than it did
     */
    void use(Costs dearer) {
        this.costs = dearer;
    }

    /** The least that a way can cost which the last search gave up for {@code most}; infinite if it gave up none. */
    double beyond() {
        return beyond;
    }

    /** How many vertices it has looked at the arcs of since it walked back, each as often as it did so. */
    long effort() {
        return effort;
    }

    /** Whether it may go on. */
    boolean hasEffortLeft() {
        return effort < LONGEST_EFFORT;
    }

    /**
     * The cheapest way from {@code start} to the target that enters no closed vertex, does not come back to the place that it starts at,
     * and does not begin with a vertex in {@code bannedFirst}; null if there is none that costs no more than {@code most}.
     */
    @Nullable
    Path from(int start, ClosedVertices closed, int[] bannedFirst, double most) {
        int startPlace = graph.placeOf(start);
        beyond = Double.POSITIVE_INFINITY;
        currentRound++;
        open.clear();
        reach(start, 0, -1);
        while (!open.isEmpty() && hasEffortLeft()) {
            double key = open.leastKey();
            if (key > most) {
                beyond = key;
                return null;
            }
            int vertex = open.remove();
            if (key > reached[vertex] + rest(vertex)) {
                continue;
            }
            if (vertex == target) {
                return way(start);
            }
            effort++;
            boolean hasLeft = graph.placeOf(vertex) != startPlace;
            int end = graph.firstArc(vertex + 1);
            for (int arc = graph.firstArc(vertex); arc < end; arc++) {
                int next = graph.to(arc);
                double before = round[next] == currentRound ? reached[next] : Double.POSITIVE_INFINITY;
                boolean banned = before <= reached[vertex]
                        || closed.contains(next)
                        || (vertex == start && contains(bannedFirst, next))
                        || (hasLeft && graph.placeOf(next) == startPlace);
                if (!banned) {
                    double sum = reached[vertex] + costs.of(arc);
                    if (sum < before) {
                        reach(next, sum, arc);
                    }
                }
            }
        }
        return null;
    }

    private void reach(int vertex, double cost, int arc) {
        double bound = cost + rest(vertex);
        if (bound < Double.POSITIVE_INFINITY) {
            round[vertex] = currentRound;
            reached[vertex] = cost;
            reachedBy[vertex] = arc;
            open.add(vertex, bound);
        }
    }

    private Path way(int start) {
        int length = 0;
        for (int vertex = target; vertex != start; vertex = origin(vertex)) {
            length++;
        }
        int[] vertices = new int[length + 1];
        int[] arcs = new int[length];
        vertices[0] = start;
        int vertex = target;
        for (int index = length; index > 0; index--) {
            vertices[index] = vertex;
            arcs[index - 1] = reachedBy[vertex];
            vertex = origin(vertex);
        }
        return new Path(vertices, arcs, reached[target]);
    }

    /** Where the arc that reached {@code vertex} begins. */
    private int origin(int vertex) {
        return graph.from(reachedBy[vertex]);
    }

    static boolean contains(int[] few, int value) {
        for (int one : few) {
            if (one == value) {
                return true;
            }
        }
        return false;
    }
}
