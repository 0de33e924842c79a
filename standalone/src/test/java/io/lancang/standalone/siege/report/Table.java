package io.lancang.standalone.siege.report;

import io.lancang.standalone.siege.canary.Latencies;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The table of a siege, for a terminal or for a document.
 *
 * @param atRest how long the canary's answers took before the first attack
 * @param form how it is written
 */
public record Table(Latencies atRest, Form form) {
    private static final List<String> HEADINGS = List.of(
            "attack",
            "outcome",
            "canary p50 / p99 / worst, ms",
            "new documents",
            "live heap, MB",
            "resident, MB",
            "verdict");
    private static final String TERMINAL = "%-20s %-58s %-18s %-9s %-30s %-36s %s";

    /** How the table is written. */
    public enum Form {
        TERMINAL,
        MARKDOWN
    }

    /** The lines above the first attack. */
    public String head() {
        String rest =
                "Canary at rest: " + times(atRest) + " ms (p50 / p99 / worst). Memory of gateway, trade, corridor.\n";
        return rest
                + switch (form) {
                    case TERMINAL ->
                        TERMINAL.formatted(
                                "attack",
                                "outcome",
                                "canary, ms",
                                "new docs",
                                "live heap, MB",
                                "resident, MB",
                                "verdict");
                    case MARKDOWN ->
                        "\n" + row(HEADINGS) + "\n"
                                + HEADINGS.stream().map(_ -> "---").collect(Collectors.joining("|", "|", "|"));
                };
    }

    /** The line of one attack. */
    public String line(AttackReport report) {
        List<String> faults = report.faults();
        String verdict =
                faults.isEmpty() ? (report.delaysCanary(atRest) ? "slow canary" : "held") : String.join("; ", faults);
        String news =
                (report.newDocuments().sorted().length - report.newDocuments().failed()) + "/"
                        + report.newDocuments().sorted().length;
        String held = report.parts().stream().map(Part::held).collect(Collectors.joining(" "));
        String resident = report.parts().stream().map(Part::resident).collect(Collectors.joining(" "));
        return switch (form) {
            case TERMINAL ->
                TERMINAL.formatted(
                        report.name(), report.outcome(), times(report.canary()), news, held, resident, verdict);
            case MARKDOWN ->
                row(List.of(
                        "`" + report.name() + "`: " + report.what(),
                        report.outcome(),
                        times(report.canary()),
                        news,
                        held,
                        resident,
                        verdict));
        };
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String times(Latencies latencies) {
        return millis(latencies.quantile(0.5)) + " / " + millis(latencies.quantile(0.99)) + " / "
                + millis(latencies.worst());
    }

    private static String millis(Duration time) {
        double millis = time.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%.0f", millis);
    }
}
