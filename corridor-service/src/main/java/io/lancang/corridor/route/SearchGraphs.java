package io.lancang.corridor.route;

import io.lancang.corridor.network.Network;
import io.lancang.corridor.network.NetworkConfig;
import jakarta.inject.Singleton;
import java.lang.ref.WeakReference;

/**
 * The graph of a network for what is to be optimised. The last one that needs memory is kept, as long as its network is. Safe for
 * any thread; a second one that asks while it is made waits, since two of them may not fit.
 */
@Singleton
class SearchGraphs {
    private final long most;
    private WeakReference<Network> network = new WeakReference<>(null);
    private TrackGraph.Layout layout = TrackGraph.Layout.NONE;

    SearchGraphs(NetworkConfig config) {
        this.most = config.memory().asLongValue();
    }

    SearchGraph of(Network asked, Optimise optimise) {
        return switch (optimise) {
            case LENGTH -> new PlaceGraph(asked, 0);
            case BORDER_CROSSINGS -> new PlaceGraph(asked, TrackGraph.ONE_STEP);
            case TRANSFERS -> new TrackGraph(asked, layoutOf(asked));
        };
    }

    private synchronized TrackGraph.Layout layoutOf(Network asked) {
        if (!network.refersTo(asked)) {
            // The old one is let go first, so that both never need room at once.
            network = new WeakReference<>(null);
            layout = TrackGraph.Layout.NONE;
            layout = new TrackGraphMaker(asked).make(most);
            network = new WeakReference<>(asked);
        }
        return layout;
    }
}
