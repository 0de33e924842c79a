package io.lancang.corridor.ground.search;

import io.lancang.corridor.ground.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds ways that have little in common: the cheapest one, and others of which no more than a share of the kilometres is on one that
 * is better.
 *
 * <p>After each way its links cost more, and the cheapest way is looked for again, until it is another one. That is no complete list,
 * as {@link LooplessPaths} gives it: the next way but one of a ranking mostly differs by a street corner. Belongs to one thread.
 */
public final class DifferentWays {
    /** Ways that were found again under higher costs, in all, before the search for another one ends. */
    private static final int MOST_TRIES = 4;
    /** A way that costs more in times of the best one is a tour. */
    private static final double LONGEST = 2;

    private final Network network;
    private final Costs costs;
    private final Search search;
    private final int source;
    private final byte[] taken;

    /** @param network whose links the graph has */
    public DifferentWays(Network network, Costs costs, int source, int target) {
        this.network = network;
        this.costs = costs;
        this.search = new Search(costs, source, target);
        this.source = source;
        this.taken = new byte[network.linkCount()];
    }

    /**
     * The ways, cheapest first; empty if there is none.
     *
     * @param most how many
     * @param overlap the share of a way's kilometres, below 1, that it may have in common with a better one
     */
    public List<Path> find(int most, double overlap) {
        List<Path> ways = new ArrayList<>();
        search.use(costs.withTaken(taken));
        double longest = Double.POSITIVE_INFINITY;
        for (int tries = 0; ways.size() < most && tries < MOST_TRIES; ) {
            Path found = next();
            if (found == null || found.cost() > longest) {
                return sorted(ways);
            }
            take(found);
            if (passesNoPlaceTwice(found) && ways.stream().allMatch(way -> common(found, way) <= overlap)) {
                ways.add(found);
                longest = LONGEST * ways.getFirst().cost();
            } else {
                tries++;
            }
        }
        return sorted(ways);
    }

    /** False if the search was given up before it could tell whether there is another way. */
    public boolean isComplete() {
        return search.hasEffortLeft();
    }

    private @Nullable Path next() {
        Path dearer = search.from(source, new ClosedVertices(costs.graph()), new int[0], Double.POSITIVE_INFINITY);
        if (dearer == null) {
            return null;
        }
        double cost = Arrays.stream(dearer.arcs()).mapToDouble(costs::of).sum();
        return new Path(dearer.vertices(), dearer.arcs(), cost);
    }

    private void take(Path way) {
        links(way).stream().filter(link -> taken[link] < Byte.MAX_VALUE).forEach(link -> taken[link]++);
    }

    /** The share of the kilometres of {@code way} that are on {@code other}, too. */
    private double common(Path way, Path other) {
        BitSet links = links(way);
        BitSet shared = links(other);
        shared.and(links);
        double whole = links.stream().mapToDouble(network::km).sum();
        return whole == 0 ? 1 : shared.stream().mapToDouble(network::km).sum() / whole;
    }

    private BitSet links(Path way) {
        BitSet links = new BitSet();
        Arrays.stream(way.arcs())
                .map(costs.graph()::link)
                .filter(link -> link != SearchGraph.NO_LINK)
                .forEach(links::set);
        return links;
    }

    private boolean passesNoPlaceTwice(Path way) {
        Set<Integer> passed = new HashSet<>();
        int last = -1;
        for (int vertex : way.vertices()) {
            int place = costs.graph().placeOf(vertex);
            if (place != last && !passed.add(place)) {
                return false;
            }
            last = place;
        }
        return true;
    }

    /** What was found later may be cheaper than what was found before it, the first one excepted. */
    private static List<Path> sorted(List<Path> ways) {
        return ways.stream().sorted(Comparator.comparingDouble(Path::cost)).toList();
    }
}
