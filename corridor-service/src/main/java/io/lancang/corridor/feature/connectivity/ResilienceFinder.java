package io.lancang.corridor.feature.connectivity;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.feature.segment.SegmentRepository;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.Networks;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.bounds.Requests;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what would cut countries off. Three statements for each vantage, whatever the number of questions. */
@Singleton
class ResilienceFinder {
    private final Networks networks;
    private final SegmentRepository segments;
    private final LocationRepository locations;
    private final Requests requests;

    ResilienceFinder(Networks networks, SegmentRepository segments, LocationRepository locations, Requests requests) {
        this.networks = networks;
        this.segments = segments;
        this.locations = locations;
        this.requests = requests;
    }

    /**
     * A question, and the key of its batch.
     *
     * @param members the countries that could be cut off
     * @param from the country that they could be cut off from, or null for all others
     */
    record Question(Members members, @Nullable String from, Set<Mode> modes, Set<Status> statuses) {}

    /** The answers, by question. */
    Uni<Map<Question, Resilience>> find(List<Question> questions) {
        return Batches.byArguments(questions, question -> question.members().seen(), this::find);
    }

    private Uni<Map<Question, Resilience>> find(Vantage seen, List<Question> questions) {
        return networks.with(
                null,
                seen,
                network ->
                        requests.compute(() -> cuts(network, questions)).chain(found -> answers(network, seen, found)));
    }

    private static Map<Question, CutSearch.Cuts> cuts(Network network, List<Question> questions) {
        Map<Question, CutSearch.Cuts> found = new LinkedHashMap<>();
        questions.forEach(question -> found.put(question, cuts(network, question)));
        return found;
    }

    private static CutSearch.Cuts cuts(Network network, Question question) {
        Set<String> members = new HashSet<>(question.members().codes());
        BitSet inside = new BitSet();
        BitSet outside = new BitSet();
        for (int place = 0; place < network.size(); place++) {
            String country = network.country(place);
            boolean isOutside = question.from() == null ? !members.contains(country) : country.equals(question.from());
            outside.set(place, isOutside);
            inside.set(place, !isOutside && members.contains(country));
        }
        int modes = question.modes().stream().mapToInt(Network::trait).sum();
        int statuses = question.statuses().stream().mapToInt(Network::trait).sum();
        return new CutSearch(
                        network,
                        link -> (network.traits(link) & modes) != 0 && (network.traits(link) & statuses) != 0,
                        inside,
                        outside)
                .find();
    }

    private Uni<Map<Question, Resilience>> answers(Network network, Vantage seen, Map<Question, CutSearch.Cuts> found) {
        List<String> segmentIds = ids(found, CutSearch.Cuts::links, link -> network.linkId(link));
        List<String> locationIds = ids(found, CutSearch.Cuts::places, place -> network.placeId(place));
        return segments.byIds(segmentIds, seen)
                .chain(bySegment -> locations.byIds(locationIds, seen).map(byLocation -> {
                    Map<Question, Resilience> answers = new HashMap<>();
                    found.forEach((question, cuts) -> answers.put(
                            question,
                            answer(
                                    network,
                                    RecordDensity.of(network, question.members().codes(), question.modes()),
                                    cuts,
                                    bySegment,
                                    byLocation)));
                    return answers;
                }));
    }

    private static List<String> ids(
            Map<Question, CutSearch.Cuts> found,
            Function<CutSearch.Cuts, List<Integer>> part,
            Function<Integer, String> id) {
        return found.values().stream()
                .flatMap(cuts -> part.apply(cuts).stream())
                .map(id)
                .distinct()
                .toList();
    }

    private static Resilience answer(
            Network network,
            RecordDensity density,
            CutSearch.Cuts cuts,
            Map<String, Segment> bySegment,
            Map<String, Location> byLocation) {
        if (density.reason() != null) {
            return new Resilience(cuts.connected(), false, density.reason(), density.coverage(), List.of(), List.of());
        }
        return new Resilience(
                cuts.connected(),
                true,
                null,
                density.coverage(),
                cuts.places().stream()
                        .map(place -> byLocation.get(network.placeId(place)))
                        .filter(Objects::nonNull)
                        .toList(),
                cuts.links().stream()
                        .map(link -> bySegment.get(network.linkId(link)))
                        .filter(Objects::nonNull)
                        .toList());
    }
}
