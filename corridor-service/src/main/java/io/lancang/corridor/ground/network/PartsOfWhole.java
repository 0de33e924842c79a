package io.lancang.corridor.ground.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the segments that a segment is the whole of: the way between its ends over others of its corridor. */
final class PartsOfWhole {
    private static final int HALF = 32;

    private final Links links;
    /** Place in the upper half, link in the lower: sorted, so that the links of a place lie side by side. */
    private final long[] arcs;

    /** @param first the first link of the corridor; the last is the last that there is */
    PartsOfWhole(Links links, int first) {
        this.links = links;
        this.arcs = new long[2 * (links.size() - first)];
        for (int link = first; link < links.size(); link++) {
            arcs[2 * (link - first)] = arc(links.from(link), link);
            arcs[2 * (link - first) + 1] = arc(links.to(link), link);
        }
        Arrays.sort(arcs);
    }

    private static long arc(int place, int link) {
        return ((long) place << HALF) | link;
    }

    /**
     * The parts, from one end to the other; empty if there are none. Parts of another mode or status are none: they
     * would say something else about the whole than it says itself. Nor are links that another whole has already.
     *
     * @param declared ids of those that may be parts; empty for all
     */
    List<Integer> of(Link whole, Set<String> declared) {
        Map<Integer, Integer> reachedBy = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(whole.from()));
        reachedBy.put(whole.from(), Link.NO_WHOLE);
        int traits = Links.traits(whole);
        while (!open.isEmpty() && !reachedBy.containsKey(whole.to())) {
            int place = open.remove();
            for (int arc = firstArc(place); arc < arcs.length && placeOf(arc) == place; arc++) {
                int link = (int) arcs[arc];
                int next = links.otherEnd(link, place);
                boolean isLike = links.traits(link) == traits
                        && links.whole(link) == Link.NO_WHOLE
                        && (declared.isEmpty() || declared.contains(links.id(link)));
                if (isLike && reachedBy.putIfAbsent(next, link) == null) {
                    open.add(next);
                }
            }
        }
        return reachedBy.containsKey(whole.to()) ? wayBack(whole, reachedBy) : List.of();
    }

    private int firstArc(int place) {
        int found = Arrays.binarySearch(arcs, arc(place, 0));
        return found < 0 ? -found - 1 : found;
    }

    private int placeOf(int arc) {
        return (int) (arcs[arc] >>> HALF);
    }

    private List<Integer> wayBack(Link whole, Map<Integer, Integer> reachedBy) {
        List<Integer> parts = new ArrayList<>();
        int place = whole.to();
        while (place != whole.from()) {
            int link = Objects.requireNonNull(reachedBy.get(place), "every place on the way was reached");
            parts.add(link);
            place = links.otherEnd(link, place);
        }
        return parts.reversed();
    }
}
