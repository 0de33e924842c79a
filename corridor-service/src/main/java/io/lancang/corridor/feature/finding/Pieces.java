package io.lancang.corridor.feature.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Places that hang together, found by joining them two by two (disjoint sets). Belongs to one thread. */
public final class Pieces {
    private final Map<String, String> leader = new LinkedHashMap<>();

    /** Notes that two places hang together. */
    public void join(String one, String other) {
        String first = find(one);
        String second = find(other);
        if (!first.equals(second)) {
            leader.put(second, first);
        }
    }

    /** A place of each piece, in the order in which the pieces began. */
    public List<String> beginnings() {
        return leader.keySet().stream()
                .filter(place -> find(place).equals(place))
                .toList();
    }

    private String find(String place) {
        String here = place;
        String above = leader.computeIfAbsent(here, itself -> itself);
        while (!above.equals(here)) {
            here = above;
            above = leader.getOrDefault(here, here);
        }
        leader.put(place, here);
        return here;
    }
}
