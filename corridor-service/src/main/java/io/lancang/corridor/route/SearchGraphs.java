package io.lancang.corridor.route;

import io.lancang.corridor.network.Link;
import io.lancang.corridor.network.Network;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.IntStream;

/**
 * The graph of a network for what is to be optimised, made once and dropped with the network. Safe for any thread; two
 * that ask at the same time may both make one, and either is right.
 */
@Singleton
class SearchGraphs {
    /** Outweighs any length, so that kilometres only decide between equals. */
    static final double ONE_STEP = 1e6;

    private final Map<Network, Map<Optimise, SearchGraph>> made = Collections.synchronizedMap(new WeakHashMap<>());

    SearchGraph of(Network network, Optimise optimise) {
        return made.computeIfAbsent(network, first -> Collections.synchronizedMap(new EnumMap<>(Optimise.class)))
                .computeIfAbsent(optimise, first -> make(network, optimise));
    }

    private static SearchGraph make(Network network, Optimise optimise) {
        return switch (optimise) {
            case LENGTH -> byPlaces(network, 0);
            case BORDER_CROSSINGS -> byPlaces(network, ONE_STEP);
            case TRANSFERS -> new TrackGraph(network).make();
        };
    }

    private static SearchGraph byPlaces(Network network, double border) {
        SearchGraph.Builder builder = new SearchGraph.Builder();
        for (int index = 0; index < network.linkCount(); index++) {
            Link link = network.link(index);
            boolean crosses = !network.place(link.from())
                    .country()
                    .equals(network.place(link.to()).country());
            double weight = link.km() + (crosses ? border : 0);
            builder.edge(link.from(), link.to(), index, network.traits(index), weight);
        }
        return builder.build(IntStream.range(0, network.size()).toArray());
    }
}
