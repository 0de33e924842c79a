package io.lancang.trade.storage;

import io.lancang.trade.storage.CountedFigures.Cell;
import io.lancang.trade.storage.CountedFigures.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Figures of a dataset that each release changes. There are few partners, products, periods and amounts, so that many figures differ from
 * others in one thing alone, or have the same sum. The same seed gives the same releases.
 */
final class ChangingFigures {
    private static final int AT_FIRST = 40;
    private static final int MOST_CHANGES = 4;

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
    CountedFigures counted() {
        return new CountedFigures(figures);
    }
}
