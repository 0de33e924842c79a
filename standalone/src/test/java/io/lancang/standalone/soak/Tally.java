package io.lancang.standalone.soak;

import io.lancang.standalone.siege.canary.Latencies;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what clients got. Safe for any thread. */
final class Tally {
    private static final int SHOWN = 3;

    private final Map<Kind, List<Long>> answered = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> again = new EnumMap<>(Kind.class);
    private final Map<Kind, Duration> oldest = new EnumMap<>(Kind.class);
    private final Map<Failed, Failures> failed = new TreeMap<>();

    /** What failures are counted by. */
    record Failed(Kind kind, String phase, String code, int status, String subgraph) implements Comparable<Failed> {
        @Override
        public int compareTo(Failed other) {
            return toString().compareTo(other.toString());
        }
    }

    /**
     * Failures of one sort.
     *
     * @param examples what came the first times, and when
     * @param excuse why nobody inside the set could have saved a client from it; null for a fault
     */
    record Failures(
            int count, List<String> examples, @Nullable String excuse) {
        private Failures and(Failure failure) {
            List<String> shown = new ArrayList<>(examples);
            if (shown.size() < SHOWN) {
                shown.add(example(failure));
            }
            return new Failures(count + 1, List.copyOf(shown), excuse);
        }
    }

    /** By its time it is found in the logs. */
    private static String example(Failure failure) {
        return LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS) + " " + failure.text();
    }

    synchronized void answered(Kind kind, long nanos) {
        answered.computeIfAbsent(kind, ignored -> new ArrayList<>()).add(nanos);
    }

    /** A client tried again, because the connection broke before an answer. */
    synchronized void triedAgain(Kind kind) {
        again.merge(kind, 1, Integer::sum);
    }

    /** An answer did not have yet what had been published so long before it was asked for. */
    synchronized void old(Kind kind, Duration age) {
        oldest.merge(kind, age, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    synchronized void failed(Kind kind, Optional<Upheaval> met, Failure failure) {
        Failed sort = new Failed(
                kind, met.map(Upheaval::label).orElse("calm"), failure.code(), failure.status(), failure.subgraph());
        Failures before = failed.get(sort);
        failed.put(
                sort,
                before == null
                        ? new Failures(
                                1,
                                List.of(example(failure)),
                                Judgement.excuse(kind, met, failure).orElse(null))
                        : before.and(failure));
    }

    synchronized Latencies latencies(Kind kind) {
        int failures = failed.entrySet().stream()
                .filter(each -> each.getKey().kind() == kind)
                .mapToInt(each -> each.getValue().count())
                .sum();
        return Latencies.of(answered.getOrDefault(kind, List.of()), failures);
    }

    synchronized int triesAgain(Kind kind) {
        return again.getOrDefault(kind, 0);
    }

    /** The oldest answer of a kind, by how long before it was asked for something newer had been published. */
    synchronized Duration oldest(Kind kind) {
        return oldest.getOrDefault(kind, Duration.ZERO);
    }

    synchronized Map<Failed, Failures> failures() {
        return new TreeMap<>(failed);
    }

    /** How many failures are faults. */
    synchronized int faults() {
        return failed.values().stream()
                .filter(each -> each.excuse() == null)
                .mapToInt(Failures::count)
                .sum();
    }
}
