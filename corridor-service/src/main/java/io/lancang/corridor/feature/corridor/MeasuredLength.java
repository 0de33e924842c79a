package io.lancang.corridor.feature.corridor;

import io.lancang.corridor.feature.segment.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The length of some segments of a corridor, by the rule that the view of corridors has for all of them: where all parts of a whole
 * are among them and one is not measured, the whole gives the length of its parts.
 *
 * @param km kilometres; null if nothing is measured
 */
record MeasuredLength(@Nullable Double km, Length.LengthCoverage coverage) {
    /**
     * The length.
     *
     * @param some the segments
     * @param all all segments of the corridor, wholes included
     */
    static MeasuredLength of(Collection<Segment> some, Collection<Segment> all) {
        List<Segment> countable = some.stream().filter(Segment::countsInLength).toList();
        Set<String> ids = countable.stream().map(Segment::id).collect(Collectors.toSet());
        Set<String> measured = countable.stream()
                .filter(segment -> segment.lengthKm() != null)
                .map(Segment::id)
                .collect(Collectors.toSet());
        Set<String> covered = new HashSet<>();
        List<Double> lengths = new ArrayList<>();
        all.stream()
                .filter(whole -> whole.lengthKm() != null && !whole.wholeOf().isEmpty())
                .filter(whole -> ids.containsAll(whole.wholeOf()) && !measured.containsAll(whole.wholeOf()))
                .sorted(Comparator.<Segment>comparingInt(
                                whole -> whole.wholeOf().size())
                        .thenComparing(Segment::id)
                        .reversed())
                .forEach(whole -> {
                    Double km = whole.lengthKm();
                    if (km != null && whole.wholeOf().stream().noneMatch(covered::contains)) {
                        covered.addAll(whole.wholeOf());
                        lengths.add(km);
                    }
                });
        for (Segment segment : countable) {
            Double km = segment.lengthKm();
            if (km != null && !covered.contains(segment.id())) {
                lengths.add(km);
            }
        }
        Set<String> known = new HashSet<>(covered);
        known.addAll(measured);
        return new MeasuredLength(
                lengths.isEmpty()
                        ? null
                        : lengths.stream().mapToDouble(Double::doubleValue).sum(),
                new Length.LengthCoverage(known.size(), countable.size()));
    }
}
