package io.lancang.corridor.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the segments that a segment is the whole of: the way between its ends over others of its corridor. */
final class PartsOfWhole {
    private final List<Link> links;
    private final List<Integer> ofCorridor;

    PartsOfWhole(List<Link> links, List<Integer> ofCorridor) {
        this.links = links;
        this.ofCorridor = ofCorridor;
    }

    /**
     * The parts, from one end to the other; empty if there are none. Parts of another mode or status are none: they
     * would say something else about the whole than it says itself. Nor are links that another whole has already.
     */
    List<Integer> of(Link whole) {
        Map<Integer, Integer> reachedBy = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(whole.from()));
        reachedBy.put(whole.from(), Link.NO_WHOLE);
        while (!open.isEmpty() && !reachedBy.containsKey(whole.to())) {
            int place = open.remove();
            for (int candidate : ofCorridor) {
                Link link = links.get(candidate);
                boolean touches = link.from() == place || link.to() == place;
                if (touches && isLike(whole, link) && reachedBy.putIfAbsent(link.otherEnd(place), candidate) == null) {
                    open.add(link.otherEnd(place));
                }
            }
        }
        return reachedBy.containsKey(whole.to()) ? wayBack(whole, reachedBy) : List.of();
    }

    private static boolean isLike(Link whole, Link link) {
        return link.mode() == whole.mode() && link.status() == whole.status() && link.whole() == Link.NO_WHOLE;
    }

    private List<Integer> wayBack(Link whole, Map<Integer, Integer> reachedBy) {
        List<Integer> parts = new ArrayList<>();
        int place = whole.to();
        while (place != whole.from()) {
            int link = Objects.requireNonNull(reachedBy.get(place), "every place on the way was reached");
            parts.add(link);
            place = links.get(link).otherEnd(place);
        }
        return parts.reversed();
    }
}
