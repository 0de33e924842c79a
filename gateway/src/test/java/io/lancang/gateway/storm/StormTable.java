package io.lancang.gateway.storm;

import java.util.Locale;

/** The results as lines of a table in Markdown. */
final class StormTable {
    static final String HEAD = """
            | weather | answers | failed | p50 ms | p99 ms | slowest ms | wrong | mutations | done twice |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|""";

    private StormTable() {}

    static String line(StormResult result) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f %% | %.0f | %.0f | %.0f | %d | %d | %s |",
                result.weather().title(),
                result.nanos().length,
                100 * result.failedShare(),
                result.millis(0.5),
                result.millis(0.99),
                result.millis(1),
                result.wrong(),
                result.mutations(),
                result.mostChanges() > 1 ? "yes" : "none");
    }
}
