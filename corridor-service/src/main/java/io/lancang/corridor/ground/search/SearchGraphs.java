package io.lancang.corridor.ground.search;

import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.NetworkConfig;
import io.lancang.corridor.ground.travel.Toll;
import io.lancang.corridor.ground.travel.TravelModel;
import jakarta.inject.Singleton;
import java.lang.ref.WeakReference;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/**
 * The graph of a network for what is to be optimised. What needs memory of the last one is kept, as long as its network is: its
 * tracks, and what travelling takes by the defaults. Safe for any thread; a second one that asks while it is made waits, since two of
 * them may not fit.
 */
@Singleton
public class SearchGraphs {
    private final long most;
    private final AtomicReference<Kept> kept = new AtomicReference<>(Kept.NOTHING);

    SearchGraphs(NetworkConfig config) {
        this.most = config.memory().asLongValue();
    }

    /**
     * The graph.
     *
     * @param travel what travelling takes, where that is optimised
     */
    public SearchGraph of(Network asked, Optimise optimise, TravelModel travel) {
        letGo();
        return switch (optimise) {
            case LENGTH -> NetworkGraph.ofLength(asked);
            case BORDER_CROSSINGS -> NetworkGraph.ofBorders(asked);
            case LENGTH_AND_TRANSFERS -> NetworkGraph.ofLengthAndTransfers(asked, layoutOf(asked));
            case TRANSFERS -> NetworkGraph.ofTransfers(asked, layoutOf(asked));
            case TIME -> travelGraph(asked, optimise, travel, Toll::hours);
            case COST -> travelGraph(asked, optimise, travel, Toll::usd);
        };
    }

    private SearchGraph travelGraph(Network asked, Optimise optimise, TravelModel travel, ToDoubleFunction<Toll> part) {
        TrackLayout tracks = layoutOf(asked);
        double[] weights = travel == TravelModel.DEFAULT
                ? weightsByDefault(asked, optimise, part)
                : TravelWeights.ofLinks(asked, travel, part);
        return NetworkGraph.ofTravel(asked, tracks, weights, TravelWeights.ofHandling(travel, part));
    }

    private synchronized double[] weightsByDefault(Network asked, Optimise optimise, ToDoubleFunction<Toll> part) {
        Kept now = kept.get();
        return now.network().refersTo(asked)
                ? now.weightsByDefault()
                        .computeIfAbsent(optimise, first -> TravelWeights.ofLinks(asked, TravelModel.DEFAULT, part))
                : TravelWeights.ofLinks(asked, TravelModel.DEFAULT, part);
    }

    /** What was made of a network that is gone goes as well, whichever graph is asked for next. Nobody waits for it. */
    private void letGo() {
        Kept now = kept.get();
        if (now.network().refersTo(null)) {
            kept.compareAndSet(now, Kept.NOTHING);
        }
    }

    private synchronized TrackLayout layoutOf(Network asked) {
        Kept now = kept.get();
        if (now.network().refersTo(asked)) {
            return now.layout();
        }
        // The old one is let go first, so that both never need room at once.
        kept.set(Kept.NOTHING);
        Kept made = new Kept(
                new WeakReference<>(asked), new TrackLayoutMaker(asked).make(most), new EnumMap<>(Optimise.class));
        kept.set(made);
        return made.layout();
    }

    /**
     * What was made of a network.
     *
     * @param network gone when nobody uses it any more
     * @param weightsByDefault what travelling takes by the defaults; guarded by the monitor of the graphs
     */
    private record Kept(WeakReference<Network> network, TrackLayout layout, Map<Optimise, double[]> weightsByDefault) {
        static final Kept NOTHING = new Kept(new WeakReference<>(null), TrackLayout.NONE, Map.of());
    }
}
