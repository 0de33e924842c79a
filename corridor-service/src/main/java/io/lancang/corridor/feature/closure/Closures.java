package io.lancang.corridor.feature.closure;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.corridor.CorridorRepository;
import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.feature.route.FoundWay;
import io.lancang.corridor.feature.route.Route;
import io.lancang.corridor.feature.route.RouteAssembler;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.feature.segment.SegmentRepository;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.corridor.ground.travel.TravelModel;
import io.lancang.kit.bounds.Requests;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a closure does: a constant number of statements, whatever is closed. */
@Singleton
class Closures {
    /** More corridors have more ends than an answer can hold; a hub has twenty. */
    private static final int MOST_CORRIDORS = 100;

    private static final int MOST_PAIRS = 60;
    private static final int FEWEST_PAIRS = 10;
    /** Places that are looked at for all pairs together, about. */
    private static final int EFFORT = 1_000_000;

    private final ClosedParts parts;
    private final ClosureSearch search;
    private final RouteAssembler routes;
    private final CorridorRepository corridors;
    private final SegmentRepository segments;
    private final LocationRepository locations;
    private final Requests requests;

    Closures(
            ClosedParts parts,
            ClosureSearch search,
            RouteAssembler routes,
            CorridorRepository corridors,
            SegmentRepository segments,
            LocationRepository locations,
            Requests requests) {
        this.parts = parts;
        this.search = search;
        this.routes = routes;
        this.corridors = corridors;
        this.segments = segments;
        this.locations = locations;
        this.requests = requests;
    }

    /**
     * What is asked.
     *
     * @param segments ids of segments that exist
     * @param locations the locations
     */
    record Question(
            List<String> segments, List<Location> locations, Set<Status> statuses, TravelModel travel, Vantage seen) {
        List<String> locationIds() {
            return locations.stream().map(Location::id).toList();
        }
    }

    /** The facts that an answer is made of, by id. */
    private record Facts(
            Question question,
            Map<String, Segment> segments,
            Map<String, Corridor> corridors,
            Map<String, Location> ends) {
        Corridor corridor(String id) {
            return Objects.requireNonNull(corridors.get(id), () -> "corridor " + id + " was just withdrawn");
        }

        Location end(String id) {
            return Objects.requireNonNull(ends.get(id), () -> "location " + id + " was just withdrawn");
        }
    }

    /** What a closure does in a network. */
    Uni<Closure> of(Network network, Question question) {
        return parts.closed(question.segments(), question.locationIds(), question.seen())
                .invoke(closed -> check(closed.corridors().size()))
                .chain(closed -> parts.parts(closed.corridors(), question.seen())
                        .map(all -> CorridorEnds.of(all, question.statuses()))
                        .chain(ends -> searched(network, question, closed, ends)));
    }

    private static void check(int corridors) {
        if (corridors > MOST_CORRIDORS) {
            throw new ServiceException(
                    ErrorCode.LIMIT_EXCEEDED,
                    corridors + " corridors use what is closed; at most " + MOST_CORRIDORS + " are looked at.",
                    "Close fewer segments or locations at once.");
        }
    }

    private Uni<Closure> searched(
            Network network, Question question, ClosedParts.Closed closed, List<CorridorEnds> ends) {
        int most = Math.clamp(EFFORT / Math.max(1, network.size()), FEWEST_PAIRS, MOST_PAIRS);
        List<CorridorEnds.Pair> pairs =
                ends.stream().flatMap(CorridorEnds::pairs).limit(most).toList();
        int pairCount = ends.stream().mapToInt(CorridorEnds::pairCount).sum();
        return requests.compute(() -> search.ways(
                        ClosureSearch.Closed.of(network, closed.segments(), Set.copyOf(question.locationIds())),
                        question.statuses(),
                        question.travel(),
                        pairs))
                .chain(ways -> facts(question, closed, pairs)
                        .chain(facts ->
                                routes(network, question, ways).map(byWay -> closure(facts, ways, byWay, pairCount))));
    }

    private Uni<Facts> facts(Question question, ClosedParts.Closed closed, List<CorridorEnds.Pair> pairs) {
        List<String> ends = pairs.stream()
                .flatMap(pair -> Stream.of(pair.from(), pair.to()))
                .distinct()
                .toList();
        return segments.byIds(closed.segments(), question.seen())
                .chain(bySegment -> corridors
                        .byIds(closed.corridors(), question.seen())
                        .chain(byCorridor -> locations
                                .byIds(ends, question.seen())
                                .map(byEnd -> new Facts(question, bySegment, byCorridor, byEnd))));
    }

    private Uni<Map<FoundWay, Route>> routes(Network network, Question question, List<ClosureSearch.Ways> ways) {
        List<FoundWay> found = ways.stream()
                .flatMap(each -> Stream.of(each.before(), each.after(), each.otherModes()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return routes.routes(network, question.seen(), question.travel(), found).map(list -> {
            Map<FoundWay, Route> byWay = new HashMap<>();
            for (int index = 0; index < found.size(); index++) {
                byWay.put(found.get(index), list.get(index));
            }
            return byWay;
        });
    }

    private static Closure closure(
            Facts facts, List<ClosureSearch.Ways> ways, Map<FoundWay, Route> byWay, int pairCount) {
        List<ClosurePair> pairs =
                ways.stream().map(each -> pair(facts, each, byWay)).toList();
        List<Corridor> corridors = facts.corridors().values().stream()
                .sorted(Comparator.comparing(Corridor::id))
                .toList();
        Map<String, Partner> partners = corridors.stream()
                .flatMap(corridor -> corridor.partners().stream())
                .sorted(Comparator.comparing(Partner::code))
                .collect(Collectors.toMap(Partner::code, each -> each, (one, same) -> one, LinkedHashMap::new));
        return new Closure(
                facts.segments().values().stream()
                        .sorted(Comparator.comparing(Segment::id))
                        .toList(),
                facts.question().locations(),
                corridors,
                List.copyOf(partners.values()),
                pairs,
                (int) pairs.stream()
                        .filter(pair -> pair.effect() == ClosureEffect.CUT_OFF)
                        .count(),
                pairCount);
    }

    private static ClosurePair pair(Facts facts, ClosureSearch.Ways ways, Map<FoundWay, Route> byWay) {
        Route before = route(ways.before(), byWay);
        Route after = route(ways.after(), byWay);
        Route otherModes = route(ways.otherModes(), byWay);
        Route now = after == null ? otherModes : after;
        return new ClosurePair(
                facts.corridor(ways.pair().of().corridor()),
                facts.end(ways.pair().from()),
                facts.end(ways.pair().to()),
                ways.effect(),
                before,
                after,
                otherModes,
                before == null || now == null ? null : ClosureDifference.of(before, now));
    }

    private static @Nullable Route route(@Nullable FoundWay way, Map<FoundWay, Route> byWay) {
        return way == null ? null : byWay.get(way);
    }
}
