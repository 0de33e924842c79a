package io.lancang.corridor.route;

import io.lancang.corridor.network.Network;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Answers a question from a network. Computes, so it is never to be called on an event loop. */
@Singleton
class RouteFinder {
    private final SearchGraphs graphs;

    RouteFinder(SearchGraphs graphs) {
        this.graphs = graphs;
    }

    RouteFinding find(Network network, RouteQuestion question) {
        SearchGraph graph = graphs.of(network, question.optimise());
        Costs costs = costs(graph, question, Costs.CLOSED);
        LooplessPaths paths = new LooplessPaths(costs, question.from(), question.to());
        List<List<Integer>> ways = new ArrayList<>();
        Optional<Path> path = paths.next();
        while (path.isPresent()) {
            ways.add(links(graph, path.get()));
            path = ways.size() < question.alternatives() ? paths.next() : Optional.empty();
        }
        RouteFinding.Gap gap =
                ways.isEmpty() ? new GapFinder(network, graphs.of(network, Optimise.LENGTH), question).find() : null;
        return new RouteFinding(ways, gap, paths.isComplete());
    }

    static Costs costs(SearchGraph graph, RouteQuestion question, double missingFactor) {
        int modes = question.modes().stream().mapToInt(Network::trait).reduce(0, (some, more) -> some | more);
        int statuses = question.statuses().stream().mapToInt(Network::trait).reduce(0, (some, more) -> some | more);
        return new Costs(graph, modes, statuses, question.avoided(), missingFactor);
    }

    private static List<Integer> links(SearchGraph graph, Path path) {
        return Arrays.stream(path.arcs())
                .map(graph::link)
                .filter(link -> link != SearchGraph.NO_LINK)
                .boxed()
                .toList();
    }
}
