package io.lancang.corridor.route;

import io.lancang.corridor.corridor.Mode;
import io.lancang.corridor.network.Link;
import io.lancang.corridor.network.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph in which a change of mode or gauge costs a step: each place has a vertex of its own and one for each track
 * that passes it, and whoever changes goes from one track to the place and on to the other. Beginning and ending at the
 * place itself costs every way the same.
 */
final class TrackGraph {
    private static final int UNKNOWN_GAUGE = 0;

    private final Network network;
    private final Map<Stop, Integer> stops = new HashMap<>();
    private final List<Integer> placeOf = new ArrayList<>();
    private final SearchGraph.Builder builder = new SearchGraph.Builder();

    /** What a vehicle can run on without change. */
    private record Track(Mode mode, int gaugeMm) {}

    /** A track at a place. */
    private record Stop(int place, Track track) {}

    TrackGraph(Network network) {
        this.network = network;
    }

    SearchGraph make() {
        for (int place = 0; place < network.size(); place++) {
            placeOf.add(place);
        }
        Set<Track> railways = railways();
        for (int index = 0; index < network.linkCount(); index++) {
            Link link = network.link(index);
            for (Track track : tracks(link, railways)) {
                builder.edge(stop(link.from(), track), stop(link.to(), track), index, network.traits(index), link.km());
            }
        }
        return builder.build(placeOf.stream().mapToInt(Integer::intValue).toArray());
    }

    private Set<Track> railways() {
        Set<Track> railways = new LinkedHashSet<>(Set.of(new Track(Mode.RAIL, UNKNOWN_GAUGE)));
        for (int index = 0; index < network.linkCount(); index++) {
            network.link(index).gaugesMm().forEach(gauge -> railways.add(new Track(Mode.RAIL, gauge)));
        }
        return railways;
    }

    /** A line of unknown gauge may be of any, so it forces no change. */
    private static Set<Track> tracks(Link link, Set<Track> railways) {
        if (link.mode() != Mode.RAIL) {
            return Set.of(new Track(link.mode(), UNKNOWN_GAUGE));
        }
        if (link.gaugesMm().isEmpty()) {
            return railways;
        }
        Set<Track> tracks = new LinkedHashSet<>();
        link.gaugesMm().forEach(gauge -> tracks.add(new Track(Mode.RAIL, gauge)));
        return tracks;
    }

    private int stop(int place, Track track) {
        return stops.computeIfAbsent(new Stop(place, track), first -> {
            int vertex = placeOf.size();
            placeOf.add(place);
            builder.edge(place, vertex, SearchGraph.NO_LINK, SearchGraph.ALL_TRAITS, SearchGraphs.ONE_STEP / 2);
            return vertex;
        });
    }
}
