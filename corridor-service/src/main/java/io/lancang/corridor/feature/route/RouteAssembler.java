package io.lancang.corridor.feature.route;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.RecordCoverage;
import io.lancang.corridor.ground.travel.TravelModel;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts an answer together of what was found in a network: two statements at most, whatever the number of routes. */
@Singleton
public class RouteAssembler {
    private static final RouteFinding.Gap NO_GAP = new RouteFinding.Gap(List.of(), List.of(), List.of());

    private final RouteFacts facts;

    RouteAssembler(RouteFacts facts) {
        this.facts = facts;
    }

    /** The facts of the segments and locations that were found. */
    record Facts(Network network, Map<String, Segment> segments, Map<String, Location> locations) {
        /** A data set that changed between the search and this reading is answered with an error, not in part. */
        Segment segment(int link) {
            String id = network.linkId(link);
            return Objects.requireNonNull(segments.get(id), () -> "segment " + id + " was just withdrawn");
        }

        Location location(int place) {
            String id = network.placeId(place);
            return Objects.requireNonNull(locations.get(id), () -> "location " + id + " was just withdrawn");
        }
    }

    Uni<RouteResult> assemble(Network network, Vantage seen, RouteQuestion question, RouteFinding finding) {
        RouteFinding.Gap gap = finding.gap() == null ? NO_GAP : finding.gap();
        Set<Integer> links = new LinkedHashSet<>(gap.missing());
        finding.ways().forEach(links::addAll);
        Set<Integer> places = new LinkedHashSet<>(gap.reachFrom());
        places.addAll(gap.reachTo());
        return read(network, seen, links, places).map(read -> result(read, question, finding, gap));
    }

    /**
     * The routes of ways, in their order.
     *
     * @param travel what travelling takes
     */
    public Uni<List<Route>> routes(Network network, Vantage seen, TravelModel travel, List<FoundWay> ways) {
        Set<Integer> links = new LinkedHashSet<>();
        ways.forEach(way -> links.addAll(way.links()));
        Set<Integer> places = ways.stream().map(FoundWay::from).collect(Collectors.toCollection(LinkedHashSet::new));
        return read(network, seen, links, places)
                .map(facts -> ways.stream()
                        .map(way -> new RouteWalk(facts, travel, way).route())
                        .toList());
    }

    /** The facts of links, of their ends, and of further places. */
    private Uni<Facts> read(Network network, Vantage seen, Set<Integer> links, Set<Integer> places) {
        links.forEach(link -> {
            places.add(network.from(link));
            places.add(network.to(link));
        });
        List<String> segmentIds = links.stream().map(network::linkId).toList();
        List<String> locationIds = places.stream().map(network::placeId).toList();
        return facts.segments(network, seen, segmentIds)
                .chain(bySegment -> facts.locations(network, seen, locationIds)
                        .map(byLocation -> new Facts(network, bySegment, byLocation)));
    }

    private static List<RecordCoverage> coverage(
            Network network, RouteQuestion question, RouteFinding finding, RouteFinding.Gap gap) {
        Stream<Integer> passed = finding.ways().stream()
                .flatMap(List::stream)
                .flatMap(link -> Stream.of(network.from(link), network.to(link)));
        return Stream.concat(passed, Stream.concat(gap.reachFrom().stream(), gap.reachTo().stream()))
                .map(network::country)
                .distinct()
                .sorted()
                .flatMap(country -> network.coverage(country, question.modes()).stream())
                .toList();
    }

    private static RouteResult result(Facts facts, RouteQuestion question, RouteFinding finding, RouteFinding.Gap gap) {
        return new RouteResult(
                finding.ways().stream()
                        .map(way -> new RouteWalk(facts, question.travel(), new FoundWay(question.from(), way)).route())
                        .toList(),
                kind(facts.network(), gap),
                gap.reachFrom().stream().map(facts::location).toList(),
                gap.reachTo().stream().map(facts::location).toList(),
                gap.missing().stream()
                        .filter(link -> !isUnknown(facts.network(), link))
                        .map(facts::segment)
                        .toList(),
                gap.missing().stream()
                        .filter(link -> isUnknown(facts.network(), link))
                        .map(facts::segment)
                        .toList(),
                gap.reachFrom().isEmpty()
                        ? null
                        : Rounded.optional(facts.network()
                                .distance(
                                        gap.reachFrom().getLast(), gap.reachTo().getFirst())),
                coverage(facts.network(), question, finding, gap),
                finding.isComplete());
    }

    private static @Nullable GapKind kind(Network network, RouteFinding.Gap gap) {
        if (gap.reachFrom().isEmpty()) {
            return null;
        }
        if (gap.missing().isEmpty()) {
            return GapKind.NOT_ON_RECORD;
        }
        return gap.missing().stream().allMatch(link -> isUnknown(network, link))
                ? GapKind.NOT_KNOWN_ON_DAY
                : GapKind.NOT_IN_SERVICE;
    }

    private static boolean isUnknown(Network network, int link) {
        return network.certainty(link) == StatusOnDay.Certainty.UNKNOWN;
    }
}
