package io.lancang.trade.totals;

import io.lancang.trade.period.Frequency;
import io.lancang.trade.storage.TradeFlowTable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Finds what is covered, by looking at every figure once. */
final class CoverageFinder {
    private final Totals totals;
    private final Frequency frequency;
    private final int moment;
    private final Set<Integer> counting;
    private final Set<Coverage.Reported> counted = new HashSet<>();
    private final Set<Coverage.Reported> reported = new HashSet<>();
    private final NavigableSet<LocalDate> periods = new TreeSet<>();

    /** @param counting numbers of the datasets that count then */
    CoverageFinder(Totals totals, Frequency frequency, int moment, Set<Integer> counting) {
        this.totals = totals;
        this.frequency = frequency;
        this.moment = moment;
        this.counting = counting;
    }

    Coverage find() {
        for (Map.Entry<String, PartnerFigures> each : totals.figures(frequency).entrySet()) {
            addFigures(each.getValue(), TradeFlowTable.WORLD.equals(each.getKey()));
        }
        for (Totals.Uncounted each : totals.uncounted()) {
            if (each.frequency() == frequency && each.lifetime().sees(moment)) {
                add(each.reported());
            }
        }
        if (frequency == Frequency.ANNUAL) {
            addQuotedYears();
        }
        return Coverage.of(frequency, periods, Set.copyOf(reported), Set.copyOf(counted));
    }

    private void addFigures(PartnerFigures figures, boolean ofWorld) {
        int last = -1;
        for (int i = 0; i < figures.size(); i++) {
            int cell = figures.cell(i);
            if (cell != last && figures.isSeen(i, moment)) {
                Coverage.Reported each =
                        new Coverage.Reported(Cell.flow(cell), Cell.period(cell), Cell.currency(cell), ofWorld);
                add(each);
                if (counting.contains(figures.dataset(i))) {
                    last = cell;
                    counted.add(each);
                }
            }
        }
    }

    private void add(Coverage.Reported each) {
        reported.add(each);
        periods.add(each.period());
    }

    private void addQuotedYears() {
        totals.quotations().forEach((quoted, figures) -> {
            if (figures.stream().anyMatch(figure -> figure.lifetime().sees(moment))) {
                periods.add(LocalDate.of(quoted.year(), 1, 1));
            }
        });
    }
}
