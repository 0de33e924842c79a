package io.lancang.standalone.soak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The events that one subscriber was given, over all its connections. Safe for any thread. */
final class EventsSeen {
    private final String name;
    private final List<Long> seen = new ArrayList<>();
    private int connections;
    private int broken;

    EventsSeen(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    synchronized void connected() {
        connections++;
    }

    /** A connection ended otherwise than in order. */
    synchronized void broke() {
        broken++;
    }

    synchronized int broken() {
        return broken;
    }

    synchronized void event(long release) {
        seen.add(release);
    }

    synchronized int connections() {
        return connections;
    }

    /**
     * What is wrong with them.
     *
     * @param lost releases of which no event came
     * @param doubled releases of which more than one came
     * @param disordered releases that came behind a later one
     */
    record Comparison(int received, List<Long> lost, List<Long> doubled, List<Long> disordered) {
        boolean isRight() {
            return lost.isEmpty() && doubled.isEmpty() && disordered.isEmpty();
        }
    }

    /** Compares them with what was published while there was this subscriber. */
    synchronized Comparison comparedWith(List<Long> published) {
        Set<Long> once = new HashSet<>();
        List<Long> doubled = new ArrayList<>();
        List<Long> disordered = new ArrayList<>();
        long latest = Long.MIN_VALUE;
        for (long release : seen) {
            if (!once.add(release)) {
                doubled.add(release);
            } else if (release < latest) {
                disordered.add(release);
            }
            latest = Math.max(latest, release);
        }
        List<Long> lost =
                published.stream().filter(release -> !once.contains(release)).toList();
        return new Comparison(seen.size(), lost, doubled, disordered);
    }
}
