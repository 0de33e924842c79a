package io.lancang.trade.flow;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.period.Period;
import io.lancang.trade.totals.Sum;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member of a subject trades in a period, of the datasets that the subject's own amounts are of.
 *
 * @param code code of the member
 * @param exports the reporter's exports to it; null if there is no figure
 * @param imports the reporter's imports from it; null if there is no figure
 */
public record MemberFigures(
        String code, @Nullable Sum exports, @Nullable Sum imports) {
    /** Those of every member, ascending by code. */
    public static List<MemberFigures> of(Subject subject, Period period, Terms terms) {
        FigureRow row = new Figures(subject, terms).of(period);
        return row.members().stream()
                .map(code -> new MemberFigures(
                        code,
                        figureOf(code, row.exports(), Flow.EXPORTS, period, terms),
                        figureOf(code, row.imports(), Flow.IMPORTS, period, terms)))
                .toList();
    }

    private static @Nullable Sum figureOf(String code, @Nullable Sum whole, Flow flow, Period period, Terms terms) {
        Currency currency = terms.currency();
        return whole == null ? null : terms.totals().figure(code, whole.dataset(), period, currency, flow);
    }

    /** Exports plus imports; null where either is missing. */
    public @Nullable BigDecimal total() {
        return exports == null || imports == null ? null : exports.amount().add(imports.amount());
    }
}
