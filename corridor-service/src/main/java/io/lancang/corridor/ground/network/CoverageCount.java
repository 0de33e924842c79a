package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.partner.Partner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts how dense the record is by country and mode: one look at each place and link. */
final class CoverageCount {
    private final Places places;
    private final Links links;
    private final Map<String, Integer> locations = new HashMap<>();
    private final Map<Key, Counter> counters = new HashMap<>();

    private CoverageCount(Places places, Links links) {
        this.places = places;
        this.links = links;
    }

    private record Key(String country, Mode mode) {}

    private static final class Counter {
        private final Set<Integer> reached = new HashSet<>();
        private int segments;
        private int measured;
    }

    static List<RecordCoverage> of(Places places, Links links) {
        return new CoverageCount(places, links).count();
    }

    private List<RecordCoverage> count() {
        for (int place = 0; place < places.size(); place++) {
            locations.merge(places.country(place), 1, Integer::sum);
        }
        for (int link = 0; link < links.size(); link++) {
            Counter first = counter(links.from(link), link);
            Counter second = counter(links.to(link), link);
            count(first, link);
            if (second != first) {
                count(second, link);
            }
        }
        List<RecordCoverage> coverage = new ArrayList<>();
        counters.forEach((key, counter) -> coverage.add(new RecordCoverage(
                new Partner(key.country()),
                key.mode(),
                locations.getOrDefault(key.country(), 0),
                counter.reached.size(),
                counter.segments,
                counter.measured)));
        return coverage;
    }

    private Counter counter(int place, int link) {
        Counter counter =
                counters.computeIfAbsent(new Key(places.country(place), links.mode(link)), first -> new Counter());
        counter.reached.add(place);
        return counter;
    }

    private void count(Counter counter, int link) {
        counter.segments++;
        counter.measured += links.isMeasured(link) ? 1 : 0;
    }
}
