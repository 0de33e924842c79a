package io.lancang.corridor.feature.route;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.corridor.ground.network.Link;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.Place;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.corridor.ground.travel.TravelModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Walks a way from its beginning and notes what it passes. Belongs to one thread, and walks once. */
final class RouteWalk {
    private final RouteAssembler.Facts facts;
    private final Network network;
    private final List<Link> links;
    private final List<Integer> indexes;
    private final Map<Integer, Long> partsOfWholes;
    private final List<Route.RouteLeg> legs = new ArrayList<>();
    private final List<Route.RouteTransfer> transfers = new ArrayList<>();
    private final List<Route.RouteCrossing> crossings = new ArrayList<>();
    private final Set<String> countries = new LinkedHashSet<>();
    private int place;
    private final TravelSum travel;
    private double knownKm;
    private double greatCircleKm;
    private int unknown;

    RouteWalk(RouteAssembler.Facts facts, TravelModel model, FoundWay found) {
        this.facts = facts;
        this.network = facts.network();
        this.indexes = found.links();
        this.links = indexes.stream().map(network::link).toList();
        this.partsOfWholes = links.stream()
                .map(Link::whole)
                .filter(whole -> whole != Link.NO_WHOLE)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        this.place = found.from();
        this.travel = new TravelSum(network, model);
    }

    Route route() {
        countries.add(network.country(place));
        Vehicle vehicle = Vehicle.NONE;
        for (int index = 0; index < links.size(); index++) {
            Link link = links.get(index);
            vehicle = board(vehicle, link);
            travel(link, indexes.get(index));
            measure(link);
        }
        Mode last = vehicle.mode();
        if (last != null) {
            travel.handle(last);
        }
        double sum = knownKm + greatCircleKm;
        return new Route(
                legs,
                transfers,
                crossings,
                countries.stream().map(Partner::new).toList(),
                Rounded.measured(knownKm),
                Rounded.greatCircle(greatCircleKm),
                sum == 0 ? null : knownKm / sum,
                unknown,
                travel.sum(knownKm),
                Bottlenecks.of(legs, transfers));
    }

    private Vehicle board(Vehicle vehicle, Link link) {
        if (vehicle.runsOn(link)) {
            return vehicle.on(link);
        }
        Vehicle next = Vehicle.startingOn(link);
        Mode before = vehicle.mode();
        if (before != null) {
            travel.handle(before);
            transfers.add(new Route.RouteTransfer(
                    facts.location(place), before, link.mode(), vehicle.gaugesMm(), next.gaugesMm()));
        }
        travel.handle(link.mode());
        return next;
    }

    private void travel(Link link, int index) {
        int next = link.otherEnd(place);
        Place here = network.place(place);
        Place there = network.place(next);
        legs.add(new Route.RouteLeg(
                facts.segment(index),
                facts.location(place),
                facts.location(next),
                network.certainty(index) == StatusOnDay.Certainty.ANNOUNCED,
                travel.run(index)));
        if (!here.country().equals(there.country())) {
            crossings.add(new Route.RouteCrossing(facts.location(place), facts.location(next), facts.segment(index)));
        }
        countries.add(there.country());
        place = next;
    }

    private void measure(Link link) {
        if (link.measuredKm() != null) {
            knownKm += link.measuredKm();
        } else if (isOfWholeTravelled(link)) {
            // The shares of a whole's parts add up to its measured length.
            knownKm += link.km();
        } else if (link.greatCircleKm() != null) {
            greatCircleKm += link.greatCircleKm();
        } else {
            unknown++;
        }
    }

    private boolean isOfWholeTravelled(Link link) {
        return link.whole() != Link.NO_WHOLE
                && partsOfWholes.getOrDefault(link.whole(), 0L)
                        == network.whole(link.whole()).parts();
    }
}
