package io.lancang.trade.totals;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks partners by their totals. */
final class Ranks {
    private Ranks() {}

    /** Who competes, with what. */
    record Total(String partner, BigDecimal amount) {}

    /** Places by partner, from 1; of equals each has the best place. */
    static Map<String, Integer> of(List<Total> competing) {
        List<Total> field = competing.stream()
                .sorted(Comparator.comparing(Total::amount).reversed())
                .toList();
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
