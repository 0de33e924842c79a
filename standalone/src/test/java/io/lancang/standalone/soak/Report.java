package io.lancang.standalone.soak;

import io.lancang.standalone.siege.canary.Latencies;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Prints what came of a soak, as Markdown. */
final class Report {
    private final PrintStream out;
    private boolean held = true;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Whether nothing that was printed so far is a fault. */
    boolean held() {
        return held;
    }

    void requests(Tally tally, long leftOut) {
        out.printf(
                "%n| requests | answered | failed | tried again | p50 ms | p99 ms | slowest ms | oldest ms |%n|---|---:|---:|---:|---:|---:|---:|---:|%n");
        for (Kind kind : Kind.values()) {
            Latencies took = tally.latencies(kind);
            line(
                    "| %s | %d | %d | %d | %d | %d | %d | %d |",
                    kind.label(),
                    took.sorted().length,
                    took.failed(),
                    tally.triesAgain(kind),
                    took.quantile(0.5).toMillis(),
                    took.quantile(0.99).toMillis(),
                    took.worst().toMillis(),
                    tally.oldest(kind).toMillis());
        }
        if (leftOut > 0) {
            line("%d requests were not sent, because too many were under way.", leftOut);
        }
    }

    void failures(Tally tally) {
        Map<Tally.Failed, Tally.Failures> failures = tally.failures();
        if (failures.isEmpty()) {
            line("%nNo request failed.");
            return;
        }
        held &= tally.faults() == 0;
        out.printf("%n| failed | during | status | code | subgraph | how many | |%n|---|---|---:|---|---|---:|---|%n");
        failures.forEach((sort, all) -> line(
                "| %s | %s | %d | %s | %s | %d | %s |",
                sort.kind().label(),
                sort.phase(),
                sort.status(),
                sort.code(),
                sort.subgraph(),
                all.count(),
                Objects.requireNonNullElse(all.excuse(), "FAULT")));
        out.println();
        failures.forEach((sort, all) -> all.examples()
                .forEach(example -> line("- %s, %s: `%s`", sort.kind().label(), sort.phase(), example)));
    }

    /** @param published by the name of each subscriber, the releases that it should have heard of */
    void events(List<EventsSeen> subscribers, Map<String, List<Long>> published) {
        out.printf("%n| events | published | received | lost | doubled | disordered | connections, broken |%n");
        out.printf("|---|---:|---:|---|---|---|---|%n");
        for (EventsSeen each : subscribers) {
            List<Long> expected = published.getOrDefault(each.name(), List.of());
            EventsSeen.Comparison compared = each.comparedWith(expected);
            held &= compared.isRight();
            line(
                    "| %s | %d | %d | %s | %s | %s | %d, %d |",
                    each.name(),
                    expected.size(),
                    compared.received(),
                    some(compared.lost()),
                    some(compared.doubled()),
                    some(compared.disordered()),
                    each.connections(),
                    each.broken());
        }
    }

    private static String some(List<Long> releases) {
        return releases.isEmpty()
                ? "none"
                : releases.size() + ": "
                        + releases.stream().limit(8).map(String::valueOf).collect(Collectors.joining(" "));
    }

    void memory(Map<String, Memory.Growth> grown, Map<String, String> held) {
        out.printf(
                "%n| resident MB | least | most | calm, first | calm, last | MB an hour | measured | live heap MB, calm, first and last |%n");
        out.printf("|---|---:|---:|---:|---:|---:|---:|---|%n");
        grown.forEach((name, growth) -> line(
                "| %s | %.0f | %.0f | %.0f | %.0f | %s | %d s | %s |",
                name,
                growth.least(),
                growth.most(),
                growth.first(),
                growth.last(),
                growth.measured().compareTo(Duration.ofMinutes(2)) < 0
                        ? ""
                        : String.format(Locale.ROOT, "%+.0f", growth.perHour()),
                growth.measured().toSeconds(),
                held.getOrDefault(name, "")));
    }

    void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
