package io.lancang.trade.series;

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
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Trade of a reporter with one partner in one currency. For one answer. */
public final class PartnerSeries {
    private final SeenTotals totals;
    private final String partner;
    private final Currency currency;
    private final List<TradePoint> points;

    private PartnerSeries(SeenTotals totals, String partner, Currency currency, List<TradePoint> points) {
        this.totals = totals;
        this.partner = partner;
        this.currency = currency;
        this.points = points;
    }

    /**
     * The trade that totals tell; without any period where the partner has no figure.
     *
     * @param partner its code
     */
    public static PartnerSeries of(SeenTotals totals, String partner, Frequency frequency, Currency currency) {
        if (!totals.knows(partner, frequency)) {
            return new PartnerSeries(totals, partner, currency, List.of());
        }
        Terms terms = new Terms(frequency, currency, totals);
        List<Period> periods = terms.coverage().within(null, null);
        return new PartnerSeries(
                totals, partner, currency, Trade.points(new Subject.OfPartner(partner), periods, terms));
    }

    /** From the first period with a figure to the last: before and after there is no series, and within it what is missing is told. */
    public List<Observation> of(FlowSelection flow) {
        int first = 0;
        int end = points.size();
        while (first < end && points.get(first).amountOf(flow) == null) {
            first++;
        }
        while (end > first && points.get(end - 1).amountOf(flow) == null) {
            end--;
        }
        return points.subList(first, end).stream()
                .map(point -> observation(point, flow))
                .toList();
    }

    private Observation observation(TradePoint point, FlowSelection flow) {
        Money amount = point.amountOf(flow);
        Gap gap = point.gap();
        if (amount == null) {
            return new Observation(
                    point.period(),
                    valuationOf(flow),
                    null,
                    Quality.MISSING,
                    gap == null ? null : gap.reason(),
                    List.of());
        }
        return new Observation(
                point.period(),
                valuationOf(flow),
                amount.number(),
                amount.quality(),
                null,
                amount.quality() == Quality.HEADLINE ? quoted(point.period(), flow) : summed(point.period(), flow));
    }

    private static @Nullable String valuationOf(FlowSelection flow) {
        return switch (flow) {
            case EXPORTS -> "FOB";
            case IMPORTS -> "CIF";
            case TOTAL -> null;
        };
    }

    private List<String> quoted(Period period, FlowSelection flow) {
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

    private List<String> summed(Period period, FlowSelection flow) {
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
