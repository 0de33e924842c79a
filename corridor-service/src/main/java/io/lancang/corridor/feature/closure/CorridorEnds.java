package io.lancang.corridor.feature.closure;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a corridor ends, and the modes that lead there.
 *
 * @param corridor its id
 * @param modes modes of its parts with the wanted statuses
 * @param ends ids of the locations where a single one of these begins or ends, in the order of the corridor
 */
record CorridorEnds(String corridor, Set<Mode> modes, List<String> ends) {
    /** Two ends. */
    record Pair(CorridorEnds of, String from, String to) {}

    static List<CorridorEnds> of(List<ClosedParts.Part> parts, Set<Status> statuses) {
        Map<String, List<ClosedParts.Part>> byCorridor = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> statuses.contains(Status.valueOf(part.status())))
                .forEach(part -> byCorridor
                        .computeIfAbsent(part.corridor(), first -> new ArrayList<>())
                        .add(part));
        return byCorridor.entrySet().stream()
                .map(corridor -> of(corridor.getKey(), corridor.getValue()))
                .toList();
    }

    private static CorridorEnds of(String corridor, List<ClosedParts.Part> parts) {
        Map<String, Integer> meeting = new LinkedHashMap<>();
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        for (ClosedParts.Part part : parts) {
            modes.add(part.mode());
            meeting.merge(part.from(), 1, Integer::sum);
            meeting.merge(part.to(), 1, Integer::sum);
        }
        List<String> ends = meeting.entrySet().stream()
                .filter(place -> place.getValue() == 1)
                .map(Map.Entry::getKey)
                .toList();
        return new CorridorEnds(corridor, modes, ends);
    }

    int pairCount() {
        return Math.toIntExact(ends.size() * (ends.size() - 1L) / 2);
    }

    Stream<Pair> pairs() {
        return Stream.iterate(0, from -> from < ends.size(), from -> from + 1)
                .flatMap(from ->
                        ends.subList(from + 1, ends.size()).stream().map(to -> new Pair(this, ends.get(from), to)));
    }

    /** Whether goods move on it; else the shortest way is the best. */
    boolean isForGoods() {
        return Mode.TRAFFIC.containsAll(modes);
    }
}
