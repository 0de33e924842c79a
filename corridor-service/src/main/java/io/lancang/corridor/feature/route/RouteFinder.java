package io.lancang.corridor.feature.route;

import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.search.Costs;
import io.lancang.corridor.ground.search.DifferentWays;
import io.lancang.corridor.ground.search.LooplessPaths;
import io.lancang.corridor.ground.search.Optimise;
import io.lancang.corridor.ground.search.Path;
import io.lancang.corridor.ground.search.SearchGraph;
import io.lancang.corridor.ground.search.SearchGraphs;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Answers a question from a network. Computes, so it is never to be called on an event loop. */
@Singleton
public class RouteFinder {
    private final SearchGraphs graphs;

    RouteFinder(SearchGraphs graphs) {
        this.graphs = graphs;
    }

    /** The ways that a question asks for, or where the network ends. */
    RouteFinding find(Network network, RouteQuestion question) {
        Ways ways = ways(network, question);
        RouteFinding.Gap gap = ways.found().isEmpty()
                ? new GapFinder(network, graphs.of(network, Optimise.LENGTH, question.travel()), question).find()
                : null;
        return new RouteFinding(ways.found(), gap, ways.isComplete());
    }

    /** The best way that a question asks for; empty if there is none. */
    public Optional<FoundWay> best(Network network, RouteQuestion question) {
        SearchGraph graph = graphs.of(network, question.optimise(), question.travel());
        Costs costs = costs(graph, question, Costs.CLOSED);
        return new LooplessPaths(costs, question.from(), question.to())
                .next()
                .map(path -> new FoundWay(question.from(), links(graph, path)));
    }

    private record Ways(List<List<Integer>> found, boolean isComplete) {}

    private Ways ways(Network network, RouteQuestion question) {
        SearchGraph graph = graphs.of(network, question.optimise(), question.travel());
        Costs costs = costs(graph, question, Costs.CLOSED);
        if (question.overlap() < 1 && question.alternatives() > 1) {
            DifferentWays ways = new DifferentWays(network, costs, question.from(), question.to());
            List<Path> found = ways.find(question.alternatives(), question.overlap());
            return new Ways(found.stream().map(path -> links(graph, path)).toList(), ways.isComplete());
        }
        LooplessPaths paths = new LooplessPaths(costs, question.from(), question.to());
        List<List<Integer>> found = new ArrayList<>();
        Optional<Path> path = paths.next();
        while (path.isPresent()) {
            found.add(links(graph, path.get()));
            path = found.size() < question.alternatives() ? paths.next() : Optional.empty();
        }
        return new Ways(found, paths.isComplete());
    }

    static Costs costs(SearchGraph graph, RouteQuestion question, double missingFactor) {
        int modes = question.modes().stream().mapToInt(Network::trait).reduce(0, (some, more) -> some | more);
        int statuses = question.statuses().stream().mapToInt(Network::trait).reduce(0, (some, more) -> some | more);
        return new Costs(graph, modes, statuses, question.avoided(), missingFactor, question.closed());
    }

    private static List<Integer> links(SearchGraph graph, Path path) {
        return Arrays.stream(path.arcs())
                .map(graph::link)
                .filter(link -> link != SearchGraph.NO_LINK)
                .boxed()
                .toList();
    }
}
