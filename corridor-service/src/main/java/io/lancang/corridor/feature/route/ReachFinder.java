package io.lancang.corridor.feature.route;

import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.search.Costs;
import io.lancang.corridor.ground.search.Optimise;
import io.lancang.corridor.ground.search.Reached;
import io.lancang.corridor.ground.search.SearchGraphs;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds what goods reach. Computes, so it is never to be called on an event loop. */
@Singleton
class ReachFinder {
    private final SearchGraphs graphs;

    ReachFinder(SearchGraphs graphs) {
        this.graphs = graphs;
    }

    /** The places that can be reached from the beginning of a question within some hours, the soonest first. */
    List<Reached> find(Network network, RouteQuestion question, double hours) {
        Costs costs = RouteFinder.costs(graphs.of(network, Optimise.TIME, question.travel()), question, Costs.CLOSED);
        return Reached.within(costs, question.from(), hours);
    }
}
