package io.lancang.corridor.feature.closure;

import io.lancang.corridor.feature.route.FoundWay;
import io.lancang.corridor.feature.route.RouteFinder;
import io.lancang.corridor.feature.route.RouteQuestion;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.search.Optimise;
import io.lancang.corridor.ground.travel.TravelModel;
import jakarta.inject.Singleton;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the ways before and after a closure. Computes, so it is never to be called on an event loop. */
@Singleton
class ClosureSearch {
    private final RouteFinder finder;

    ClosureSearch(RouteFinder finder) {
        this.finder = finder;
    }

    /**
     * What is closed in a network.
     *
     * @param links the links that carry nothing
     * @param places whether a place is passed by nothing, by place
     */
    record Closed(Network network, BitSet links, boolean[] places) {
        static Closed of(Network network, Set<String> segments, Set<String> locations) {
            BitSet links = new BitSet();
            for (int link = 0; link < network.linkCount(); link++) {
                if (segments.contains(network.linkId(link))) {
                    links.set(link);
                }
            }
            boolean[] places = new boolean[network.size()];
            locations.forEach(id -> places[network.indexOf(id).orElseThrow()] = true);
            return new Closed(network, links, places);
        }
    }

    /** The ways between the ends of a pair; null for one that there is not. */
    record Ways(
            CorridorEnds.Pair pair,
            @Nullable FoundWay before,
            @Nullable FoundWay after,
            @Nullable FoundWay otherModes) {
        ClosureEffect effect() {
            if (before == null) {
                return ClosureEffect.NOT_CONNECTED;
            }
            if (after != null) {
                return after.equals(before) ? ClosureEffect.UNAFFECTED : ClosureEffect.DETOUR;
            }
            return otherModes == null ? ClosureEffect.CUT_OFF : ClosureEffect.OTHER_MODES;
        }
    }

    List<Ways> ways(Closed closed, Set<Status> statuses, TravelModel travel, List<CorridorEnds.Pair> pairs) {
        return pairs.stream().map(pair -> ways(closed, statuses, travel, pair)).toList();
    }

    private Ways ways(Closed closed, Set<Status> statuses, TravelModel travel, CorridorEnds.Pair pair) {
        int from = closed.network().indexOf(pair.from()).orElseThrow();
        int to = closed.network().indexOf(pair.to()).orElseThrow();
        Network network = closed.network();
        Set<Mode> modes = pair.of().modes();
        Optimise optimise = pair.of().isForGoods() ? Optimise.TIME : Optimise.LENGTH;
        RouteQuestion open =
                new RouteQuestion(from, to, modes, statuses, new boolean[network.size()], optimise, 1, 1, travel, null);
        FoundWay before = finder.best(network, open).orElse(null);
        if (before == null) {
            return new Ways(pair, null, null, null);
        }
        FoundWay after = best(closed, open, modes);
        boolean isCut = after == null && pair.of().isForGoods();
        return new Ways(pair, before, after, isCut ? best(closed, open, Mode.TRAFFIC) : null);
    }

    private @Nullable FoundWay best(Closed closed, RouteQuestion open, Set<Mode> modes) {
        if (closed.places()[open.from()] || closed.places()[open.to()]) {
            return null;
        }
        RouteQuestion question = new RouteQuestion(
                open.from(),
                open.to(),
                modes,
                open.statuses(),
                closed.places(),
                open.optimise(),
                1,
                1,
                open.travel(),
                closed.links());
        Optional<FoundWay> found = finder.best(closed.network(), question);
        return found.orElse(null);
    }
}
