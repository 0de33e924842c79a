package io.lancang.corridor.ground.search;

import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.NetworkConfig;
import io.lancang.corridor.ground.travel.Toll;
import io.lancang.corridor.ground.travel.TravelModel;
import jakarta.inject.Singleton;
import java.lang.ref.WeakReference;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The graph of a network for what is to be optimised. What needs memory of the last one is kept, as long as its network is: its
 * tracks, and what travelling takes by the defaults. Safe for any thread; a second one that asks while it is made waits, since two of
 * them may not fit.
 */
@Singleton
public class SearchGraphs {
    private final long most;
    private WeakReference<Network> network = new WeakReference<>(null);
    private TrackGraph.Layout layout = TrackGraph.Layout.NONE;
    private final Map<Optimise, double[]> weightsByDefault = new EnumMap<>(Optimise.class);

    SearchGraphs(NetworkConfig config) {
        this.most = config.memory().asLongValue();
    }

    /**
     * The graph.
     *
     * @param travel what travelling takes, where that is optimised
     */
    public SearchGraph of(Network asked, Optimise optimise, TravelModel travel) {
        return switch (optimise) {
            case LENGTH -> new PlaceGraph(asked, 0);
            case BORDER_CROSSINGS -> new PlaceGraph(asked, TrackGraph.ONE_STEP);
            case TRANSFERS -> new TrackGraph(asked, layoutOf(asked));
            case TIME -> travelGraph(asked, optimise, travel, Toll::hours);
            case COST -> travelGraph(asked, optimise, travel, Toll::usd);
        };
    }

    private SearchGraph travelGraph(Network asked, Optimise optimise, TravelModel travel, ToDoubleFunction<Toll> part) {
        TrackGraph tracks = new TrackGraph(asked, layoutOf(asked));
        double[] weights = travel == TravelModel.DEFAULT
                ? weightsByDefault(asked, optimise, part)
                : TravelWeights.ofLinks(asked, travel, part);
        return new TravelGraph(tracks, weights, TravelWeights.ofHandling(travel, part));
    }

    private synchronized double[] weightsByDefault(Network asked, Optimise optimise, ToDoubleFunction<Toll> part) {
        return network.refersTo(asked)
                ? weightsByDefault.computeIfAbsent(
                        optimise, first -> TravelWeights.ofLinks(asked, TravelModel.DEFAULT, part))
                : TravelWeights.ofLinks(asked, TravelModel.DEFAULT, part);
    }

    private synchronized TrackGraph.Layout layoutOf(Network asked) {
        if (!network.refersTo(asked)) {
            // The old one is let go first, so that both never need room at once.
            network = new WeakReference<>(null);
            layout = TrackGraph.Layout.NONE;
            weightsByDefault.clear();
            layout = new TrackGraphMaker(asked).make(most);
            network = new WeakReference<>(asked);
        }
        return layout;
    }
}
