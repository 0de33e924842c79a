package io.lancang.corridor.feature.route;

import io.lancang.corridor.ground.network.Lengths;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.search.ClosestPair;
import io.lancang.corridor.ground.search.Costs;
import io.lancang.corridor.ground.search.LooplessPaths;
import io.lancang.corridor.ground.search.Path;
import io.lancang.corridor.ground.search.SearchGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells where the network ends, and what would close the gap at least cost: links on record that are not in service, or a stretch
 * of which nothing is on record, from the place that can be reached from one end to the one that can be reached from the other
 * which are nearest to each other.
 *
 * <p>Links on record have a cost that is known, a stretch has not: so it weighs twice as much. Kilometres in service weigh, too,
 * since a link far round about is not what is missing between two places near to each other.
 */
final class GapFinder {
    /** A kilometre of a link that is not in service weighs ten that are. */
    private static final double MISSING = 10;
    /** Outweighs any way in service. */
    private static final double LAST_RESORT = 1000;
    /** A kilometre of which nothing is on record weighs two of a link that is, and a way is longer than a great circle. */
    private static final double UNKNOWN = 2 * MISSING * Lengths.USUAL_DETOUR;

    private final Network network;
    private final SearchGraph graph;
    private final RouteQuestion question;
    private final Costs inService;

    /** @param graph whose weights are kilometres */
    GapFinder(Network network, SearchGraph graph, RouteQuestion question) {
        this.network = network;
        this.graph = graph;
        this.question = question;
        this.inService = RouteFinder.costs(graph, question, Costs.CLOSED);
    }

    /** A stretch of which nothing is on record, and the ways to it. */
    private record Stretch(Path before, Path behind, double km) {
        double cost() {
            return before.cost() + behind.cost() + UNKNOWN * km;
        }
    }

    RouteFinding.Gap find() {
        Costs withMissing = RouteFinder.costs(graph, question, MISSING);
        Path onRecord = way(withMissing, question.from(), question.to());
        Stretch stretch = stretch();
        if (onRecord != null && (stretch == null || onRecord.cost() <= stretch.cost())) {
            return along(leastMissing(onRecord));
        }
        if (stretch == null) {
            return new RouteFinding.Gap(List.of(question.from()), List.of(question.to()), List.of());
        }
        return new RouteFinding.Gap(
                places(stretch.before()), places(stretch.behind()).reversed(), List.of());
    }

    private RouteFinding.Gap along(Path path) {
        List<Integer> missing = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int index = 0; index < path.length(); index++) {
            if (inService.of(path.arcs()[index]) == Costs.CLOSED) {
                first = first < 0 ? index : first;
                last = index;
                missing.add(graph.link(path.arcs()[index]));
            }
        }
        List<Integer> places = places(path);
        return new RouteFinding.Gap(places.subList(0, first + 1), places.subList(last + 1, places.size()), missing);
    }

    /** The same gap without links that are but a short cut: where there is a way in service beside one, it is not missing. */
    private Path leastMissing(Path way) {
        BitSet needed = new BitSet();
        for (int arc : way.arcs()) {
            if (inService.of(arc) == Costs.CLOSED) {
                needed.set(graph.link(arc));
            }
        }
        Path least = way(inService.withMissing(needed, LAST_RESORT), question.from(), question.to());
        return least == null ? way : least;
    }

    private @Nullable Stretch stretch() {
        ClosestPair.Pair pair = ClosestPair.of(network, reached(question.from()), reached(question.to()));
        if (pair == null) {
            return null;
        }
        Path before = way(inService, question.from(), pair.from());
        Path behind = way(inService, question.to(), pair.to());
        Double km = network.distance(pair.from(), pair.to());
        return before == null || behind == null || km == null ? null : new Stretch(before, behind, km);
    }

    private BitSet reached(int start) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        reached.set(start);
        while (!open.isEmpty()) {
            int place = open.remove();
            for (int arc = graph.firstArc(place); arc < graph.firstArc(place + 1); arc++) {
                if (inService.of(arc) < Costs.CLOSED && !reached.get(graph.to(arc))) {
                    reached.set(graph.to(arc));
                    open.add(graph.to(arc));
                }
            }
        }
        return reached;
    }

    private static @Nullable Path way(Costs costs, int start, int end) {
        return start == end
                ? new Path(new int[] {start}, new int[0], 0)
                : new LooplessPaths(costs, start, end).next().orElse(null);
    }

    private List<Integer> places(Path path) {
        List<Integer> places = new ArrayList<>();
        for (int vertex : path.vertices()) {
            places.add(graph.placeOf(vertex));
        }
        return places;
    }
}
