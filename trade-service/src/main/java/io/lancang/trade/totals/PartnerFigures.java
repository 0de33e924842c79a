package io.lancang.trade.totals;

import io.lancang.trade.figure.Quality;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Every figure that a partner has in periods of one length, the superseded ones too: in arrays, by cell, then by dataset in the
 * order of precedence. A figure is known by its index here.
 */
final class PartnerFigures {
    /** In place of the index of a figure that is not there. */
    static final int NONE = -1;

    private static final int FIRST_SIZE = 8;

    private int[] cells = new int[FIRST_SIZE];
    private DatasetOrder[] datasets = new DatasetOrder[FIRST_SIZE];
    private BigDecimal[] amounts = new BigDecimal[FIRST_SIZE];
    private Quality[] qualities = new Quality[FIRST_SIZE];
    private String[] sources = new String[FIRST_SIZE];
    private int[] releases = new int[FIRST_SIZE];
    private int[] supersededBy = new int[FIRST_SIZE];
    private int size;

    /** A figure as it is read. */
    record Figure(
            int cell, DatasetOrder dataset, BigDecimal amount, Quality quality, String source, Lifetime lifetime) {}

    /** Takes the next figure in order. */
    void add(Figure figure) {
        if (size > 0 && isBefore(figure)) {
            throw new IllegalStateException("Figures come in another order than that of their cells and datasets");
        }
        if (size == cells.length) {
            resize(size + size / 2);
        }
        cells[size] = figure.cell();
        datasets[size] = figure.dataset();
        amounts[size] = figure.amount();
        qualities[size] = figure.quality();
        sources[size] = figure.source();
        releases[size] = figure.lifetime().release();
        supersededBy[size] = figure.lifetime().supersededBy();
        size++;
    }

    private boolean isBefore(Figure figure) {
        int last = cells[size - 1];
        return figure.cell() < last
                || (figure.cell() == last && figure.dataset().compareTo(datasets[size - 1]) < 0);
    }

    /** Gives back the room that no figure took. */
    void trim() {
        resize(size);
    }

    private void resize(int length) {
        cells = Arrays.copyOf(cells, length);
        datasets = Arrays.copyOf(datasets, length);
        amounts = Arrays.copyOf(amounts, length);
        qualities = Arrays.copyOf(qualities, length);
        sources = Arrays.copyOf(sources, length);
        releases = Arrays.copyOf(releases, length);
        supersededBy = Arrays.copyOf(supersededBy, length);
    }

    /** The figure of the dataset that comes first among those with one, as it is seen at a moment; {@link #NONE} if there is none. */
    int first(int cell, int moment) {
        for (int i = beginOf(cell); i < size && cells[i] == cell; i++) {
            if (Lifetime.isSeen(releases[i], supersededBy[i], moment)) {
                return i;
            }
        }
        return NONE;
    }

    /** The figure of one dataset; {@link #NONE} if it has none. */
    int of(DatasetOrder dataset, int cell, int moment) {
        return ofNumber(dataset.number(), cell, moment);
    }

    /** The same by the number of the dataset. */
    int ofNumber(int dataset, int cell, int moment) {
        for (int i = beginOf(cell); i < size && cells[i] == cell; i++) {
            if (datasets[i].number() == dataset && Lifetime.isSeen(releases[i], supersededBy[i], moment)) {
                return i;
            }
        }
        return NONE;
    }

    private int beginOf(int cell) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells[middle] < cell) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Exports and imports together, of the first dataset that has both; null if none has.
     *
     * @param exports the cell of the exports
     * @param imports that of the imports
     */
    @Nullable
    Both both(int exports, int imports, int moment) {
        for (int i = beginOf(exports); i < size && cells[i] == exports; i++) {
            if (Lifetime.isSeen(releases[i], supersededBy[i], moment)) {
                int other = of(datasets[i], imports, moment);
                if (other != NONE) {
                    return new Both(datasets[i], amounts[i].add(amounts[other]));
                }
            }
        }
        return null;
    }

    /** A partner's total in a dataset. */
    record Both(DatasetOrder dataset, BigDecimal amount) {}

    DatasetOrder dataset(int figure) {
        return datasets[figure];
    }

    BigDecimal amount(int figure) {
        return amounts[figure];
    }

    Quality quality(int figure) {
        return qualities[figure];
    }

    String source(int figure) {
        return sources[figure];
    }

    int size() {
        return size;
    }

    int cell(int figure) {
        return cells[figure];
    }

    boolean isSeen(int figure, int moment) {
        return Lifetime.isSeen(releases[figure], supersededBy[figure], moment);
    }
}
