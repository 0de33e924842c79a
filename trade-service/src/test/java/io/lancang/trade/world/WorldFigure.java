package io.lancang.trade.world;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A figure that a test puts beside {@link SmallWorld}, of a year before 1910. What is like it but for one thing must not change an answer.
 *
 * @param partner empty in a sum over partners
 * @param isPast whether a later release put it right
 */
record WorldFigure(
        int dataset,
        String frequency,
        int year,
        String reporter,
        String partner,
        String flow,
        String product,
        String currency,
        BigDecimal amount,
        boolean isPast) {
    private static final BigDecimal HUGE = BigDecimal.valueOf(1_000_000);

    /** The one thing in which another figure differs. */
    enum Difference {
        FREQUENCY,
        YEAR,
        REPORTER,
        PARTNER,
        FLOW,
        CLASSIFICATION,
        LEVEL,
        CURRENCY,
        PAST;

        /** All without these. */
        static Difference[] allBut(Difference... others) {
            return EnumSet.complementOf(EnumSet.copyOf(List.of(others))).toArray(Difference[]::new);
        }
    }

    /** Figures in US dollars, one a line: {@code 1 1906 QMA WORLD X H6:01 60}, with {@code -} for the partner of a sum over partners. */
    static List<WorldFigure> figures(String lines) {
        return lines.lines()
                .map(line -> line.split(" +"))
                .map(words -> new WorldFigure(
                        Integer.parseInt(words[0]),
                        "A",
                        Integer.parseInt(words[1]),
                        words[2],
                        words[3].equals("-") ? "" : words[3],
                        words[4],
                        words[5],
                        "USD",
                        new BigDecimal(words[6]),
                        false))
                .toList();
    }

    /** The same of another dataset. */
    WorldFigure in(int dataset) {
        return new WorldFigure(dataset, frequency, year, reporter, partner, flow, product, currency, amount, isPast);
    }

    /** The same of another amount. */
    WorldFigure of(int other) {
        return new WorldFigure(
                dataset,
                frequency,
                year,
                reporter,
                partner,
                flow,
                product,
                currency,
                BigDecimal.valueOf(other),
                isPast);
    }

    /** A figure that differs in one thing, and is so large that a sum with it would be another. */
    WorldFigure but(Difference difference) {
        return switch (difference) {
            case FREQUENCY -> with("M", year, reporter, partner, flow, product, currency, false);
            case YEAR -> with(frequency, year + 1, reporter, partner, flow, product, currency, false);
            case REPORTER -> with(frequency, year, "KOR", partner, flow, product, currency, false);
            case PARTNER -> with(frequency, year, reporter, "KOR", flow, product, currency, false);
            case FLOW ->
                with(frequency, year, reporter, partner, flow.equals("X") ? "M" : "X", product, currency, false);
            case CLASSIFICATION ->
                with(frequency, year, reporter, partner, flow, product.replace("H6:", "H0:"), currency, false);
            case LEVEL ->
                with(
                        frequency,
                        year,
                        reporter,
                        partner,
                        flow,
                        product.equals("TOTAL") ? "H6:01" : "H6:I",
                        currency,
                        false);
            case CURRENCY -> with(frequency, year, reporter, partner, flow, product, "CNY", false);
            case PAST -> with(frequency, year, reporter, partner, flow, product, currency, true);
        };
    }

    private WorldFigure with(
            String frequency,
            int year,
            String reporter,
            String partner,
            String flow,
            String product,
            String currency,
            boolean isPast) {
        return new WorldFigure(dataset, frequency, year, reporter, partner, flow, product, currency, HUGE, isPast);
    }

    /** Those that differ from any of some figures in one of these things. */
    static Stream<WorldFigure> like(List<WorldFigure> figures, Difference... differences) {
        return Stream.of(differences).flatMap(difference -> figures.stream().map(figure -> figure.but(difference)));
    }

    /** The statement that adds figures as they are reported. */
    static String asReported(Stream<WorldFigure> figures) {
        return inserted(figures, "trade_flow", "source_id", "'IMF_DOTS_2022'");
    }

    /** The statement that adds sums of a reporter with a partner. */
    static String asSums(Stream<WorldFigure> figures) {
        return inserted(figures, "trade_rollup", "source_ids, parts, computed", "'{IMF_DOTS_2022}', 1, false");
    }

    /** The statement that adds sums over partners. */
    static String asSumsOverPartners(Stream<WorldFigure> figures) {
        return inserted(figures, "trade_product_rollup", "source_ids, parts, figures", "'{IMF_DOTS_2022}', 1, 1");
    }

    private static String inserted(Stream<WorldFigure> figures, String table, String columns, String values) {
        return figures.map(figure -> figure.row(columns, values))
                .collect(Collectors.joining("\n", "", "\n"))
                .replace("{table}", table);
    }

    private String row(String columns, String values) {
        return "insert into {table} (dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation, amount,"
                + " quality, release_id, superseded_by, " + (partner.isEmpty() ? "" : "partner_code, ") + columns
                + ") values ("
                + "%d, '%s', '%d-01-01', '%s', '%s', '%s', '%s', '%s', %s, 'R', 1, %s, "
                        .formatted(
                                dataset,
                                frequency,
                                year,
                                reporter,
                                flow,
                                product,
                                currency,
                                flow.equals("X") ? "FOB" : "CIF",
                                amount,
                                isPast ? "1" : "null")
                + (partner.isEmpty() ? "" : "'" + partner + "', ") + values + ");";
    }
}
