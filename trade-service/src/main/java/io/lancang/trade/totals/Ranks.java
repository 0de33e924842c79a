package io.lancang.trade.totals;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.period.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks all countries and former states by their totals of a period. */
final class Ranks {
    private Ranks() {}

    private record Total(String partner, BigDecimal amount) {}

    /** Places by partner, from 1, of those with a total in the dataset that comes first among those with any. */
    static Map<String, Integer> of(Totals totals, Period period, Currency currency, int moment) {
        int exports = Cell.of(period.key(), currency, Flow.EXPORTS);
        int imports = Cell.of(period.key(), currency, Flow.IMPORTS);
        Map<DatasetOrder, List<Total>> byDataset = new HashMap<>();
        totals.figures(period.frequency()).forEach((partner, figures) -> {
            PartnerFigures.Both both =
                    totals.countries().contains(partner) ? figures.both(exports, imports, moment) : null;
            if (both != null) {
                byDataset
                        .computeIfAbsent(both.dataset(), dataset -> new ArrayList<>())
                        .add(new Total(partner, both.amount()));
            }
        });
        return byDataset.keySet().stream()
                .min(Comparator.naturalOrder())
                .map(byDataset::get)
                .map(Ranks::places)
                .orElse(Map.of());
    }

    private static Map<String, Integer> places(List<Total> field) {
        field.sort(Comparator.comparing(Total::amount).reversed());
        Map<String, Integer> places = new HashMap<>();
        int place = 1;
        for (int i = 0; i < field.size(); i++) {
            if (i > 0 && field.get(i).amount().compareTo(field.get(i - 1).amount()) < 0) {
                place = i + 1;
            }
            places.put(field.get(i).partner(), place);
        }
        return Map.copyOf(places);
    }
}
