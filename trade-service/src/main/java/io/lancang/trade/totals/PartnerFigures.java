package io.lancang.trade.totals;

import io.lancang.trade.figure.Quality;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every figure that a partner has in periods of one length, the superseded ones too: in arrays, by cell. A figure is known by its index here.
 */
final class PartnerFigures {
    /** In place of the index of a figure that is not there. */
    static final int NONE = -1;

    private static final int FIRST_SIZE = 8;

    private int[] cells = new int[FIRST_SIZE];
    private int[] datasets = new int[FIRST_SIZE];
    private BigDecimal[] amounts = new BigDecimal[FIRST_SIZE];
    private Quality[] qualities = new Quality[FIRST_SIZE];
    private String[] sources = new String[FIRST_SIZE];
    private int[] releases = new int[FIRST_SIZE];
    private int[] supersededBy = new int[FIRST_SIZE];
    private int size;

    /** A figure as it is read. */
    record Figure(int cell, int dataset, BigDecimal amount, Quality quality, String source, Lifetime lifetime) {}

    /** Takes the next figure in order. */
    void add(Figure figure) {
        if (size > 0 && figure.cell() < cells[size - 1]) {
            throw new IllegalStateException("Figures come in another order than that of their cells");
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

    /**
     * The dataset that comes first among those with a figure, as it is seen at a moment; null if there is none.
     *
     * @param order the datasets that count, by number
     */
    @Nullable
    DatasetOrder first(int cell, int moment, Map<Integer, DatasetOrder> order) {
        DatasetOrder first = null;
        for (int i = beginOf(cell); i < size && cells[i] == cell; i++) {
            DatasetOrder each = order.get(datasets[i]);
            if (each != null
                    && (first == null || each.compareTo(first) < 0)
                    && Lifetime.isSeen(releases[i], supersededBy[i], moment)) {
                first = each;
            }
        }
        return first;
    }

    /** The figure of one dataset; {@link #NONE} if it has none. */
    int of(int dataset, int cell, int moment) {
        for (int i = beginOf(cell); i < size && cells[i] == cell; i++) {
            if (datasets[i] == dataset && Lifetime.isSeen(releases[i], supersededBy[i], moment)) {
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

    /** Number of the dataset of a figure. */
    int dataset(int figure) {
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
