package io.lancang.corridor.route;

import io.lancang.corridor.network.Network;
import io.lancang.corridor.network.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Tells where the network ends: the way on which the fewest kilometres are missing, or, if not even missing links join
 * the two ends, the places of either side that come nearest to the other.
 */
final class GapFinder {
    /** A kilometre that would have to be built weighs a thousand that are there. */
    private static final double MISSING = 1000;

    private final Network network;
    private final SearchGraph graph;
    private final RouteQuestion question;

    /** @param graph whose weights are kilometres */
    GapFinder(Network network, SearchGraph graph, RouteQuestion question) {
        this.network = network;
        this.graph = graph;
        this.question = question;
    }

    RouteFinding.Gap find() {
        Costs withMissing = RouteFinder.costs(graph, question, MISSING);
        Optional<Path> path = new LooplessPaths(withMissing, question.from(), question.to()).next();
        return path.map(this::along).orElseGet(this::ofIslands);
    }

    private RouteFinding.Gap along(Path path) {
        Costs costs = RouteFinder.costs(graph, question, Costs.CLOSED);
        List<Integer> missing = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int index = 0; index < path.length(); index++) {
            if (costs.of(path.arcs()[index]) == Costs.CLOSED) {
                first = first < 0 ? index : first;
                last = index;
                missing.add(graph.link(path.arcs()[index]));
            }
        }
        List<Integer> places = places(path);
        return new RouteFinding.Gap(places.subList(0, first + 1), places.subList(last + 1, places.size()), missing);
    }

    private RouteFinding.Gap ofIslands() {
        int fromEnd = nearestReached(question.from(), question.to());
        int toEnd = nearestReached(question.to(), fromEnd);
        return new RouteFinding.Gap(
                way(question.from(), fromEnd), way(question.to(), toEnd).reversed(), List.of());
    }

    /** Of the places that can be reached from {@code start}, the one nearest to {@code goal} as the crow flies. */
    private int nearestReached(int start, int goal) {
        Place.Point target = network.point(goal);
        int nearest = start;
        double least = Double.POSITIVE_INFINITY;
        BitSet reached = reached(start);
        for (int place = reached.nextSetBit(0); place >= 0; place = reached.nextSetBit(place + 1)) {
            Place.Point point = network.point(place);
            if (target != null && point != null && point.kilometresTo(target) < least) {
                least = point.kilometresTo(target);
                nearest = place;
            }
        }
        return nearest;
    }

    private BitSet reached(int start) {
        Costs costs = RouteFinder.costs(graph, question, Costs.CLOSED);
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        reached.set(start);
        while (!open.isEmpty()) {
            int place = open.remove();
            for (int arc = graph.firstArc(place); arc < graph.firstArc(place + 1); arc++) {
                if (costs.of(arc) < Costs.CLOSED && !reached.get(graph.to(arc))) {
                    reached.set(graph.to(arc));
                    open.add(graph.to(arc));
                }
            }
        }
        return reached;
    }

    private List<Integer> way(int start, int end) {
        if (start == end) {
            return List.of(start);
        }
        Costs costs = RouteFinder.costs(graph, question, Costs.CLOSED);
        return new LooplessPaths(costs, start, end).next().map(this::places).orElse(List.of(start));
    }

    private List<Integer> places(Path path) {
        List<Integer> places = new ArrayList<>();
        for (int vertex : path.vertices()) {
            places.add(graph.placeOf(vertex));
        }
        return places;
    }
}
