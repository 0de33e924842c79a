package io.lancang.trade.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Figures of a dataset that each release changes. There are few partners, products, periods and amounts, so that many figures differ from
 * others in one thing alone, or have the same sum. The same seed gives the same releases.
 */
final class ChangingFigures {
    private static final List<String> MONTHS = List.of("2023-01-01", "2023-02-01", "2024-01-01");
    private static final List<String> SUBHEADINGS = List.of("H6:854231", "H6:854232", "H6:854110", "H6:840110");

    /**
     * What figures are of.
     *
     * @param atFirst how many the first release has
     * @param mostChanges how many a later one changes at most
     * @param otherwiseValued products whose exports are CIF and whose imports are FOB
     */
    private record Range(
            List<String> months,
            List<String> partners,
            List<String> products,
            int atFirst,
            int mostChanges,
            Set<String> otherwiseValued) {
        static final Range OF_SUBHEADINGS =
                new Range(MONTHS, List.of("LAO", "THA", "WORLD"), SUBHEADINGS, 40, 4, Set.of());

        /** Chapters count in place of their subheadings. */
        static final Range OF_CHAPTERS_TOO = new Range(
                MONTHS,
                OF_SUBHEADINGS.partners,
                Stream.concat(SUBHEADINGS.stream(), Stream.of("H6:85")).toList(),
                40,
                4,
                Set.of());

        /** Of 96 places about half are taken, so that beside what a release changes there is nearly always something that differs in one thing. */
        static final Range CLOSE_TOGETHER = new Range(
                List.of("2023-01-01", "2024-01-01"),
                List.of("LAO", "THA"),
                List.of("H6:854231", "H6:840110"),
                60,
                8,
                Set.of("H6:840110"));
    }

    /** What figures of one place may be added up. */
    record Place(String frequency, String period, String reporter, String flow, String currency, String valuation) {
        /** Figures are counted whatever their valuation. */
        Place ofCount() {
            return new Place(frequency, period, reporter, flow, currency, "");
        }

        Place ofYear() {
            return new Place(frequency, period.substring(0, 4) + "-01-01", reporter, flow, currency, valuation);
        }
    }

    /** What a figure is of: a subheading, or a chapter. */
    record Cell(Place place, String partner, String product) {
        static final Comparator<Cell> ORDER = Comparator.comparing(Cell::toString);

        private static Cell any(Random random, Range range) {
            boolean isMonth = random.nextInt(4) > 0;
            String period = isMonth ? one(random, range.months()) : "2023-01-01";
            String reporter = one(random, List.of("CHN", "KOR"));
            String flow = one(random, List.of("X", "M"));
            String currency = one(random, List.of("USD", "CNY"));
            String partner = one(random, range.partners());
            String product = one(random, range.products());
            boolean isFob = flow.equals("X") != range.otherwiseValued().contains(product);
            return new Cell(
                    new Place(isMonth ? "M" : "A", period, reporter, flow, currency, isFob ? "FOB" : "CIF"),
                    partner,
                    product);
        }

        boolean isSubheading() {
            return SUBHEADINGS.contains(product);
        }

        /** The products that it is part of, itself among them. */
        Stream<String> products() {
            Stream<String> above = Stream.of(product.substring(0, 5), "H6:XVI", "TOTAL");
            return isSubheading() ? Stream.concat(Stream.of(product, product.substring(0, 7)), above) : above;
        }

        /** As {@link SampleFigures} take it. */
        String row(Figure figure) {
            return String.join(
                    ",",
                    place.period(),
                    place.flow().equals("X") ? partner : partner + "/M",
                    product,
                    String.valueOf(figure.amount()),
                    figure.quality(),
                    place.reporter(),
                    place.currency(),
                    place.frequency(),
                    figure.source(),
                    place.valuation());
        }
    }

    /** One of few amounts, qualities and sources. */
    record Figure(long amount, String quality, String source) {
        static Figure any(Random random) {
            return new Figure(
                    1L + random.nextInt(2),
                    one(random, List.of("R", "R", "C", "E")),
                    one(random, List.of("GACC_2024", "GACC_2024", "IMF_DOTS_2022")));
        }
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private final Random random;
    private final Range range;
    private final Map<Cell, Figure> figures = new TreeMap<>(Cell.ORDER);

    private ChangingFigures(int seed, Range range) {
        random = new Random(seed);
        this.range = range;
    }

    static ChangingFigures of(int seed) {
        return new ChangingFigures(seed, Range.OF_SUBHEADINGS);
    }

    static ChangingFigures withChapters(int seed) {
        return new ChangingFigures(seed, Range.OF_CHAPTERS_TOO);
    }

    static ChangingFigures closeTogether(int seed) {
        return new ChangingFigures(seed, Range.CLOSE_TOGETHER);
    }

    /** The rows of the next release, which stand for the whole dataset. */
    String[] next() {
        Map<Cell, Figure> before = Map.copyOf(figures);
        int changes = figures.isEmpty() ? range.atFirst() : 1 + random.nextInt(range.mostChanges());
        for (int change = 0; change < changes || figures.equals(before); change++) {
            change();
        }
        return figures.entrySet().stream()
                .map(entry -> entry.getKey().row(entry.getValue()))
                .toArray(String[]::new);
    }

    /** Gives a figure, or takes one away. */
    private void change() {
        if (figures.size() > 1 && random.nextInt(3) == 0) {
            List<Cell> cells = new ArrayList<>(figures.keySet());
            figures.remove(cells.get(random.nextInt(cells.size())));
        } else {
            figures.put(Cell.any(random, range), Figure.any(random));
        }
    }

    /** What the last release has. */
    Map<Cell, Figure> figures() {
        return Map.copyOf(figures);
    }
}
