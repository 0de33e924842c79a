package io.lancang.trade.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Figures of a dataset that each release changes. There are few partners, products, periods and amounts, so that many figures differ from
 * others in one thing alone, or have the same sum. The same seed gives the same releases.
 */
final class ChangingFigures {
    private static final int AT_FIRST = 40;
    private static final int MOST_CHANGES = 4;

    /** What figures of one place may be added up. */
    record Place(String frequency, String period, String reporter, String flow, String currency) {
        String valuation() {
            return flow.equals("X") ? "FOB" : "CIF";
        }

        Place ofYear() {
            return new Place(frequency, period.substring(0, 4) + "-01-01", reporter, flow, currency);
        }
    }

    /** What a figure is of: a subheading, or a chapter. */
    record Cell(Place place, String partner, String product) {
        static final Comparator<Cell> ORDER = Comparator.comparing(Cell::toString);
        static final List<String> SUBHEADINGS = List.of("H6:854231", "H6:854232", "H6:854110", "H6:840110");

        static Cell any(Random random, List<String> products) {
            boolean isMonth = random.nextInt(4) > 0;
            return new Cell(
                    new Place(
                            isMonth ? "M" : "A",
                            isMonth ? one(random, "2023-01-01", "2023-02-01", "2024-01-01") : "2023-01-01",
                            one(random, "CHN", "KOR"),
                            one(random, "X", "M"),
                            one(random, "USD", "CNY")),
                    one(random, "LAO", "THA", "WORLD"),
                    products.get(random.nextInt(products.size())));
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
                    figure.source());
        }
    }

    /** One of few amounts, qualities and sources. */
    record Figure(long amount, String quality, String source) {
        static Figure any(Random random) {
            return new Figure(
                    1L + random.nextInt(2),
                    one(random, "R", "R", "C", "E"),
                    one(random, "GACC_2024", "GACC_2024", "IMF_DOTS_2022"));
        }
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private final Random random;
    private final List<String> products;
    private final Map<Cell, Figure> figures = new TreeMap<>(Cell.ORDER);

    private ChangingFigures(int seed, List<String> products) {
        random = new Random(seed);
        this.products = products;
    }

    /** Of subheadings. */
    static ChangingFigures of(int seed) {
        return new ChangingFigures(seed, Cell.SUBHEADINGS);
    }

    /** Of subheadings and of chapters, which count in place of theirs. */
    static ChangingFigures withChapters(int seed) {
        List<String> products = new ArrayList<>(Cell.SUBHEADINGS);
        products.add("H6:85");
        return new ChangingFigures(seed, products);
    }

    /** The rows of the next release, which stand for the whole dataset. */
    String[] next() {
        Map<Cell, Figure> before = Map.copyOf(figures);
        int changes = figures.isEmpty() ? AT_FIRST : 1 + random.nextInt(MOST_CHANGES);
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
            figures.put(Cell.any(random, products), Figure.any(random));
        }
    }

    /** What the last release has. */
    Map<Cell, Figure> figures() {
        return Map.copyOf(figures);
    }
}
