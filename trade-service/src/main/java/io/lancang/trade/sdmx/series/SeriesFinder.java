package io.lancang.trade.sdmx.series;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.sdmx.data.DataQuery;
import io.lancang.trade.sdmx.structure.Component;
import io.lancang.trade.series.Observation;
import io.lancang.trade.series.PartnerSeries;
import io.lancang.trade.totals.SeenTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the series of one reporter that a request asks for. For one answer. */
final class SeriesFinder {
    private final DataQuery query;
    private final SeenTotals totals;
    private final String reporterArea;
    private final Frequency frequency;

    SeriesFinder(DataQuery query, SeenTotals totals, String reporterArea) {
        this.query = query;
        this.totals = totals;
        this.reporterArea = reporterArea;
        this.frequency = query.dataflow().frequencies().getFirst();
    }

    /** Those with a partner, by indicator and currency. */
    List<Series> of(String partner, String area) {
        List<Series> found = new ArrayList<>();
        for (Currency currency : Currency.values()) {
            List<FlowSelection> asked = Stream.of(FlowSelection.values())
                    .filter(flow -> query.selection().takes(key(area, flow, currency)))
                    .toList();
            if (!asked.isEmpty()) {
                PartnerSeries series = PartnerSeries.of(totals, partner, frequency, currency);
                asked.forEach(flow -> add(found, key(area, flow, currency), series.of(flow)));
            }
        }
        return found;
    }

    private Map<Component, String> key(String area, FlowSelection flow, Currency currency) {
        Map<Component, String> key = new LinkedHashMap<>();
        key.put(Component.FREQ, frequency.code());
        key.put(Component.REF_AREA, reporterArea);
        key.put(Component.COUNTERPART_AREA, area);
        key.put(Component.INDICATOR, flow.code());
        key.put(Component.UNIT_MEASURE, currency.name());
        return key;
    }

    private void add(List<Series> found, Map<Component, String> key, List<Observation> observations) {
        List<Observation> asked = query.cut(observations.stream()
                .filter(each -> query.selection().takes(each.period()))
                .toList());
        if (!asked.isEmpty()) {
            found.add(new Series(key, asked));
        }
    }
}
