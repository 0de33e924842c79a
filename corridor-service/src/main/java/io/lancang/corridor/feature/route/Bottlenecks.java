package io.lancang.corridor.feature.route;

import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Quantity;
import io.lancang.corridor.ground.fact.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads off a route what narrows it. */
final class Bottlenecks {
    private static final Pattern SINGLE_TRACK = Pattern.compile("\\b(single( track)?|one track)\\b");

    private Bottlenecks() {}

    /** The leg with the least of a unit so far. */
    private record Least(Segment segment, Quantity capacity, int statedBy) {
        /** With a further capacity of the same leg, which may state what it was built for and what it carries. */
        Least or(Least sameLeg) {
            return new Least(segment, isLess(sameLeg) ? sameLeg.capacity : capacity, statedBy);
        }

        /** With a further leg. */
        Least and(Least other) {
            Least least = isLess(other) ? other : this;
            return new Least(least.segment, least.capacity, statedBy + other.statedBy);
        }

        private boolean isLess(Least other) {
            return other.capacity
                            .value()
                            .floatValueForSerialization()
                            .compareTo(capacity.value().floatValueForSerialization())
                    < 0;
        }

        RouteBottleneck bottleneck() {
            return new RouteBottleneck(BottleneckKind.LEAST_CAPACITY, segment, null, capacity, statedBy);
        }
    }

    /** By kind, and in the order of travel. */
    static List<RouteBottleneck> of(List<Route.RouteLeg> legs, List<Route.RouteTransfer> transfers) {
        List<RouteBottleneck> found = new ArrayList<>(capacities(legs));
        transfers.stream()
                .filter(transfer -> transfer.fromMode() == Mode.RAIL && transfer.toMode() == Mode.RAIL)
                .map(transfer -> new RouteBottleneck(
                        BottleneckKind.GAUGE_CHANGE, behind(legs, transfer), transfer.at(), null, null))
                .forEach(found::add);
        for (Route.RouteLeg leg : legs) {
            if (isSingleTrack(leg.segment())) {
                found.add(new RouteBottleneck(BottleneckKind.SINGLE_TRACK, leg.segment(), null, null, null));
            }
        }
        for (Route.RouteLeg leg : legs) {
            Status status = leg.segment().status();
            if (status == Status.PARTLY_OPERATIONAL || status == Status.LIMITED) {
                found.add(new RouteBottleneck(BottleneckKind.LIMITED_SERVICE, leg.segment(), null, null, null));
            }
        }
        return found;
    }

    private static List<RouteBottleneck> capacities(List<Route.RouteLeg> legs) {
        Map<String, Least> byUnit = new LinkedHashMap<>();
        for (Route.RouteLeg leg : legs) {
            Map<String, Least> ofLeg = new LinkedHashMap<>();
            for (Quantity quantity : leg.segment().capacities()) {
                ofLeg.merge(quantity.unit(), new Least(leg.segment(), quantity, 1), Least::or);
            }
            ofLeg.forEach((unit, least) -> byUnit.merge(unit, least, Least::and));
        }
        return byUnit.values().stream().map(Least::bottleneck).toList();
    }

    private static Segment behind(List<Route.RouteLeg> legs, Route.RouteTransfer transfer) {
        return legs.stream()
                .filter(leg -> leg.from().id().equals(transfer.at().id()))
                .findFirst()
                .orElseThrow()
                .segment();
    }

    private static boolean isSingleTrack(Segment segment) {
        String spec = segment.spec();
        return segment.mode() == Mode.RAIL
                && spec != null
                && SINGLE_TRACK.matcher(spec.toLowerCase(Locale.ROOT)).find();
    }
}
