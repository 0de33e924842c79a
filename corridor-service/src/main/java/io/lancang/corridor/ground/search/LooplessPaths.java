package io.lancang.corridor.ground.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways from a source to a target that pass no place twice, cheapest first (Yen's ranking with Lawler's division).
 * Two ways are different if they pass different places.
 *
 * <p>A way that was given divides what is left into sets: ways that share its first part and then leave it. Yen searches
 * every set at once; here a set waits in the queue by a lower bound on its cheapest way, and is searched only when its
 * turn comes, and only as far as another set may be cheaper: then it waits again, by what it has been found to cost at least. So
 * nothing is looked at that is dearer than the ways that are given, where a set has none but a long way round, or none at all.
 * That is what makes ten ways through a hundred thousand places affordable. Belongs to one thread.
 */
public final class LooplessPaths {
    /** How much further than the next set a set is searched at first, in the cost of the cheapest way, and doubled each time. */
    private static final double STEP = 1e-3;
    /** After so many times a set is searched to the end. */
    private static final int MOST_TIMES = 30;

    private final SearchGraph graph;
    private final Costs costs;
    private final Search search;
    private final int targetPlace;
    private final double step;
    private final PriorityQueue<Candidates> queue =
            new PriorityQueue<>(Comparator.comparingDouble(Candidates::bound).thenComparingLong(Candidates::order));
    private final Set<List<Integer>> served = new HashSet<>();
    private long order;

    /** Ways by these costs. */
    public LooplessPaths(Costs costs, int source, int target) {
        this.graph = costs.graph();
        this.costs = costs;
        this.search = new Search(costs, source, target);
        this.targetPlace = graph.placeOf(target);
        this.step = STEP * search.rest(source);
        Path start = new Path(new int[] {source}, new int[0], 0);
        offer(new Candidates(search.rest(source), start, 0, new int[0], null, 0, order++));
    }

    /**
     * A set of ways: they follow {@code base} up to its vertex {@code index} and go on to none of {@code banned}.
     *
     * @param bound no way of the set is cheaper
     * @param best the cheapest way of the set, or null if it was not found yet
     * @param times how often it was searched
     * @param order breaks ties by age, so that the same question has the same answer
     */
    private record Candidates(
            double bound,
            Path base,
            int index,
            int[] banned,
            @Nullable Path best,
            int times,
            long order) {}

    /** The next way; empty if there is none, or if {@link #isComplete} is false. */
    public Optional<Path> next() {
        while (search.hasEffortLeft()) {
            Candidates cheapest = queue.poll();
            if (cheapest == null) {
                return Optional.empty();
            }
            Path best = cheapest.best();
            if (best == null) {
                search(cheapest);
                continue;
            }
            divide(cheapest, best);
            List<Integer> places = places(best);
            if (new HashSet<>(places).size() == places.size() && served.add(places)) {
                return Optional.of(best);
            }
        }
        return Optional.empty();
    }

    /** False if the search was given up before it could tell whether there is another way. */
    public boolean isComplete() {
        return search.hasEffortLeft();
    }

    /** How many vertices were looked at after the first walk over the graph. */
    long effort() {
        return search.effort();
    }

    private void search(Candidates set) {
        Path base = set.base();
        int spur = base.vertices()[set.index()];
        double first = costOfFirst(set.index(), base);
        ClosedVertices closed = ClosedVertices.before(set.index(), base, graph);
        Path rest = search.from(spur, closed, set.banned(), most(set) - first);
        if (rest == null) {
            double bound = Math.max(set.bound(), first + search.beyond());
            offer(new Candidates(bound, base, set.index(), set.banned(), null, set.times() + 1, order++));
        } else {
            Path way = joined(base, set.index(), rest);
            offer(new Candidates(way.cost(), way, set.index(), set.banned(), way, set.times(), order++));
        }
    }

    /** What a way of the set may cost to be looked for now: dearer than the next set, it would wait again. */
    private double most(Candidates set) {
        Candidates next = queue.peek();
        return next == null || set.times() > MOST_TIMES
                ? Double.POSITIVE_INFINITY
                : Math.max(next.bound(), set.bound() + step * (1L << set.times()));
    }

    /** The ways of {@code set} other than {@code best}: each leaves it at one of its vertices before the last place. */
    private void divide(Candidates set, Path best) {
        ClosedVertices closed = ClosedVertices.before(set.index(), best, graph);
        double cost = costOfFirst(set.index(), best);
        for (int index = set.index(); graph.placeOf(best.vertices()[index]) != targetPlace; index++) {
            int next = best.vertices()[index + 1];
            int[] banned = index == set.index() ? with(set.banned(), next) : new int[] {next};
            double bound = cost + leastRest(best.vertices()[index], closed, banned);
            offer(new Candidates(bound, best, index, banned, null, 0, order++));
            closed.leave(best.vertices()[index], next);
            cost += costs.of(best.arcs()[index]);
        }
    }

    private double leastRest(int vertex, ClosedVertices closed, int[] banned) {
        double least = Double.POSITIVE_INFINITY;
        for (int arc = graph.firstArc(vertex); arc < graph.firstArc(vertex + 1); arc++) {
            int next = graph.to(arc);
            if (!closed.contains(next) && !Search.contains(banned, next)) {
                least = Math.min(least, costs.of(arc) + search.rest(next));
            }
        }
        return least;
    }

    private void offer(Candidates set) {
        if (set.bound() < Double.POSITIVE_INFINITY) {
            queue.add(set);
        }
    }

    private Path joined(Path base, int index, Path rest) {
        int[] vertices = Arrays.copyOf(base.vertices(), index + rest.vertices().length);
        System.arraycopy(rest.vertices(), 0, vertices, index, rest.vertices().length);
        int[] arcs = Arrays.copyOf(base.arcs(), index + rest.length());
        System.arraycopy(rest.arcs(), 0, arcs, index, rest.length());
        return new Path(vertices, arcs, costOfFirst(index, base) + rest.cost());
    }

    private double costOfFirst(int count, Path path) {
        double cost = 0;
        for (int index = 0; index < count; index++) {
            cost += costs.of(path.arcs()[index]);
        }
        return cost;
    }

    private static int[] with(int[] few, int another) {
        int[] more = Arrays.copyOf(few, few.length + 1);
        more[few.length] = another;
        return more;
    }

    /** The places of a way, those that it stays at once. */
    private List<Integer> places(Path path) {
        List<Integer> places = new ArrayList<>();
        for (int vertex : path.vertices()) {
            int place = graph.placeOf(vertex);
            if (places.isEmpty() || places.getLast() != place) {
                places.add(place);
            }
        }
        return places;
    }
}
