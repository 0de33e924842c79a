package io.lancang.trade.flow;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.period.Period;
import io.lancang.trade.storage.TradeFlowTable;
import io.lancang.trade.totals.Quotation;
import io.lancang.trade.totals.SeenTotals;
import io.lancang.trade.totals.Sum;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the figures of one subject: who it consists of in each period, and what they trade. For one answer. */
final class Figures {
    private final Subject subject;
    private final Currency currency;
    private final SeenTotals totals;

    Figures(Subject subject, Terms terms) {
        this.subject = subject;
        this.currency = terms.currency();
        this.totals = terms.totals();
    }

    /** The figures of a period; those of a period without any are empty. */
    FigureRow of(Period period) {
        List<String> members = Subject.partnersOf(subject, period, totals);
        Sum exports = totals.sum(members, period, currency, Flow.EXPORTS);
        Sum imports = totals.sum(members, period, currency, Flow.IMPORTS);
        return new FigureRow(
                members,
                exports,
                imports,
                ofWorld(exports, period, Flow.EXPORTS),
                ofWorld(imports, period, Flow.IMPORTS),
                headlines(period));
    }

    /** In the same dataset, so that like is compared with like. */
    private @Nullable BigDecimal ofWorld(@Nullable Sum sum, Period period, Flow flow) {
        return sum == null ? null : totals.amount(TradeFlowTable.WORLD, sum.dataset(), period, currency, flow);
    }

    private FigureRow.Headlines headlines(Period period) {
        return new FigureRow.Headlines(
                quotation(period, Flow.EXPORTS),
                quotation(period, Flow.IMPORTS),
                quotation(period, null),
                totals.quotation(TradeFlowTable.WORLD, period, currency, null));
    }

    /**
     * What is quoted of a bloc is about those who were members in the year; it is no figure of others. Nobody quotes what a
     * corridor or another set of partners trades.
     */
    private @Nullable Quotation quotation(Period period, @Nullable Flow flow) {
        return switch (subject) {
            case Subject.OfPartner(String code) -> totals.quotation(code, period, currency, flow);
            case Subject.OfBloc bloc ->
                isOfThenMembers(bloc, period) ? totals.quotation(bloc.code(), period, currency, flow) : null;
            case Subject.OfPartners partners -> null;
            case Subject.OfSome some -> null;
        };
    }

    private boolean isOfThenMembers(Subject.OfBloc bloc, Period period) {
        if (bloc.members().equals(CountedMembers.AS_OF_YEAR)) {
            return true;
        }
        Subject then = new Subject.OfBloc(bloc.code(), CountedMembers.AS_OF_YEAR);
        return Subject.partnersOf(bloc, period, totals).equals(Subject.partnersOf(then, period, totals));
    }
}
