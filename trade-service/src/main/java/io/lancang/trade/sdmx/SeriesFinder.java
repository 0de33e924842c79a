package io.lancang.trade.sdmx;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.Trade;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.lancang.trade.totals.Quotation;
import io.lancang.trade.totals.SeenTotals;
import io.lancang.trade.totals.Sum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        if (!totals.knows(partner, frequency)) {
            return found;
        }
        for (Currency currency : Currency.values()) {
            List<FlowSelection> asked = Stream.of(FlowSelection.values())
                    .filter(flow -> query.selection().takes(key(area, flow, currency)))
                    .toList();
            if (!asked.isEmpty()) {
                Terms terms = new Terms(frequency, currency, totals);
                List<Period> periods = terms.coverage().within(null, null);
                List<TradePoint> points = Trade.points(new Subject.OfPartner(partner), periods, terms);
                asked.forEach(
                        flow -> add(found, key(area, flow, currency), observations(points, flow, currency, partner)));
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

    private void add(List<Series> found, Map<Component, String> key, List<Series.Observation> observations) {
        List<Series.Observation> asked = query.cut(observations.stream()
                .filter(each -> query.selection().takes(each.period()))
                .toList());
        if (!asked.isEmpty()) {
            found.add(new Series(key, asked));
        }
    }

    private static @Nullable String valuationOf(FlowSelection flow) {
        return switch (flow) {
            case EXPORTS -> "FOB";
            case IMPORTS -> "CIF";
            case TOTAL -> null;
        };
    }

    /** From the first period with a figure to the last: before and after there is no series, and within it what is missing is told. */
    private List<Series.Observation> observations(
            List<TradePoint> points, FlowSelection flow, Currency currency, String partner) {
        int first = 0;
        int end = points.size();
        while (first < end && points.get(first).amountOf(flow) == null) {
            first++;
        }
        while (end > first && points.get(end - 1).amountOf(flow) == null) {
            end--;
        }
        return points.subList(first, end).stream()
                .map(point -> observation(point, flow, currency, partner))
                .toList();
    }

    private Series.Observation observation(TradePoint point, FlowSelection flow, Currency currency, String partner) {
        Money amount = point.amountOf(flow);
        Gap gap = point.gap();
        String valuation = valuationOf(flow);
        return amount == null
                ? new Series.Observation(
                        point.period(), valuation, null, Quality.MISSING, gap == null ? null : gap.reason(), List.of())
                : new Series.Observation(
                        point.period(),
                        valuation,
                        amount.number(),
                        amount.quality(),
                        null,
                        amount.quality() == Quality.HEADLINE
                                ? quoted(partner, point.period(), currency, flow)
                                : summed(partner, point.period(), currency, flow));
    }

    private List<String> quoted(String partner, Period period, Currency currency, FlowSelection flow) {
        Quotation quotation = totals.quotation(
                partner,
                period,
                currency,
                switch (flow) {
                    case EXPORTS -> Flow.EXPORTS;
                    case IMPORTS -> Flow.IMPORTS;
                    case TOTAL -> null;
                });
        return quotation == null ? List.of() : List.of(quotation.source());
    }

    private List<String> summed(String partner, Period period, Currency currency, FlowSelection flow) {
        TreeSet<String> sources = new TreeSet<>();
        for (String code : flow.flowCodes()) {
            Sum sum = totals.sum(List.of(partner), period, currency, Flow.ofCode(code));
            if (sum != null) {
                sources.addAll(sum.sources());
            }
        }
        return List.copyOf(sources);
    }
}
