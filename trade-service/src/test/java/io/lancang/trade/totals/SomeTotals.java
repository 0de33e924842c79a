package io.lancang.trade.totals;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Frequency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Totals of a handful of partners, given figure by figure as the database sorts them. */
final class SomeTotals {
    static final DatasetOrder FIRST = new DatasetOrder(7, 1);
    static final DatasetOrder SECOND = new DatasetOrder(3, 2);

    private final TotalsBuilder builder = new TotalsBuilder(Reporter.CHINA, 1_000_000);

    /** A figure of a year in US dollars that is seen from the first release on. */
    SomeTotals figure(String partner, int year, Flow flow, DatasetOrder dataset, String amount) {
        return figure(partner, year, flow, dataset, amount, new Lifetime(1, Lifetime.NEVER));
    }

    SomeTotals figure(String partner, int year, Flow flow, DatasetOrder dataset, String amount, Lifetime lifetime) {
        return figure(partner, year, flow, dataset, amount, lifetime, Quality.REPORTED, "S" + dataset.number());
    }

    SomeTotals figure(
            String partner,
            int year,
            Flow flow,
            DatasetOrder dataset,
            String amount,
            Lifetime lifetime,
            Quality quality,
            String source) {
        place(dataset, new Lifetime(0, Lifetime.NEVER));
        int cell = Cell.of(LocalDate.of(year, 1, 1), Currency.USD, flow);
        builder.add(
                Frequency.ANNUAL,
                partner,
                new PartnerFigures.Figure(cell, dataset.number(), new BigDecimal(amount), quality, source, lifetime));
        return this;
    }

    /** Where a dataset stands for a while; twice the same is as good as once. */
    SomeTotals place(DatasetOrder dataset, Lifetime lifetime) {
        builder.addPlace(new Totals.Place(dataset, lifetime));
        return this;
    }

    /** Imports come before exports, as they are sorted. */
    SomeTotals both(String partner, int year, DatasetOrder dataset, String imports, String exports) {
        return figure(partner, year, Flow.IMPORTS, dataset, imports)
                .figure(partner, year, Flow.EXPORTS, dataset, exports);
    }

    SomeTotals member(String bloc, String partner, String starts, @Nullable String ends, Lifetime lifetime) {
        builder.addMember(
                bloc,
                new Totals.Member(
                        partner, LocalDate.parse(starts), ends == null ? null : LocalDate.parse(ends), lifetime));
        return this;
    }

    SomeTotals quotation(
            String partner, int year, @Nullable Flow flow, String amount, String source, Lifetime lifetime) {
        builder.addQuotation(
                new Totals.Quoted(partner, year, Currency.USD, flow),
                new Totals.QuotedFigure(new BigDecimal(amount), source, lifetime));
        return this;
    }

    SomeTotals uncounted(int year, Flow flow, Lifetime lifetime) {
        builder.add(new Totals.Uncounted(
                Frequency.ANNUAL,
                new Coverage.Reported(flow, LocalDate.of(year, 1, 1), Currency.USD, false),
                lifetime));
        return this;
    }

    SomeTotals successors(String unit, String... codes) {
        builder.addSuccessors(unit, List.of(codes));
        return this;
    }

    SomeTotals country(String code) {
        builder.addCountry(code);
        return this;
    }

    Totals build() {
        return builder.build();
    }
}
