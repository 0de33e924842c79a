package io.lancang.corridor.feature.route;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.feature.segment.SegmentRepository;
import io.lancang.corridor.ground.network.Network;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The facts of the segments and locations that routes pass. Those of the network that was asked last are kept as long as it is: a
 * network is that of one state of the data, so that they are no older than what the routes were found in, and main lines are asked
 * for again and again. Safe for any thread.
 */
@Singleton
class RouteFacts {
    /** A segment with its texts takes a kilobyte, a location less. */
    private static final int MOST = 2_000;

    private final SegmentRepository segments;
    private final LocationRepository locations;
    private volatile Kept kept = new Kept(new WeakReference<>(null));

    RouteFacts(SegmentRepository segments, LocationRepository locations) {
        this.segments = segments;
        this.locations = locations;
    }

    /** Facts by id, of the network alone. Two requests that replace it at the same time read some of them twice. */
    private record Kept(WeakReference<Network> of, Map<String, Segment> segments, Map<String, Location> locations) {
        Kept(WeakReference<Network> of) {
            this(of, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    /** The facts of those segments of a network, by id: no statement or one. */
    Uni<Map<String, Segment>> segments(Network network, Vantage seen, Collection<String> ids) {
        return read(keptOf(network).segments(), ids, missing -> segments.byIds(missing, seen));
    }

    /** The facts of those locations of a network, by id: no statement or one. */
    Uni<Map<String, Location>> locations(Network network, Vantage seen, Collection<String> ids) {
        return read(keptOf(network).locations(), ids, missing -> locations.byIds(missing, seen));
    }

    private Kept keptOf(Network network) {
        Kept last = kept;
        if (!last.of().refersTo(network)) {
            last = new Kept(new WeakReference<>(network));
            kept = last;
        }
        return last;
    }

    private static <T> Uni<Map<String, T>> read(
            Map<String, T> known, Collection<String> ids, Function<List<String>, Uni<Map<String, T>>> reader) {
        Map<String, T> facts = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            T fact = known.get(id);
            if (fact == null) {
                missing.add(id);
            } else {
                facts.put(id, fact);
            }
        }
        if (missing.isEmpty()) {
            return Uni.createFrom().item(facts);
        }
        return reader.apply(missing).map(found -> {
            if (known.size() + found.size() > MOST) {
                known.clear();
            }
            if (found.size() <= MOST) {
                known.putAll(found);
            }
            facts.putAll(found);
            return facts;
        });
    }
}
