package io.lancang.trade.flow;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.period.Period;
import io.lancang.trade.totals.Coverage;
import io.lancang.trade.totals.Sum;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says why an amount of a point is missing or incomplete. */
final class GapFinder {
    private final Subject subject;
    private final String reporter;
    private final Currency currency;
    private final Vantage seen;
    private final Coverage coverage;
    private final boolean isWorld;

    GapFinder(Subject subject, Terms terms) {
        this.subject = subject;
        this.currency = terms.currency();
        this.seen = terms.vantage();
        this.coverage = terms.coverage();
        this.reporter = terms.reporter().name();
        this.isWorld = Subject.WORLD.equals(subject);
    }

    /** The gap of a period, or null if nothing is missing. */
    @Nullable
    Gap gapOf(Period period, FigureRow row, @Nullable Money total) {
        if (row.members().isEmpty()) {
            return Gap.of(
                    GapReason.NO_MEMBERS,
                    "No partner but " + reporter + " itself counts among " + subject.label() + " in " + period.label()
                            + ".");
        }
        if (row.exports() == null || row.imports() == null) {
            return missingFlow(period, row, total);
        }
        return missingMembers(period, row, row.exports(), row.imports());
    }

    private Gap missingFlow(Period period, FigureRow row, @Nullable Money total) {
        List<String> sentences = new ArrayList<>();
        GapReason reason = GapReason.NOT_REPORTED;
        if (row.imports() == null) {
            reason = describe(Flow.IMPORTS, "imports", period, row.headlines().imports() != null, sentences);
        }
        if (row.exports() == null) {
            reason = describe(Flow.EXPORTS, "exports", period, row.headlines().exports() != null, sentences);
        }
        sentences.add(
                total == null
                        ? "So there is no total: quoted figures are never added."
                        : "The total is a quoted figure.");
        return Gap.of(reason, String.join(" ", sentences));
    }

    private GapReason describe(Flow flow, String name, Period period, boolean quoted, List<String> sentences) {
        String what = reporter + "'s " + name + (isWorld ? "" : " by partner") + " of " + period.label();
        String instead = quoted ? " A quoted figure stands in." : "";
        if (coverage.coversWithoutCounting(isWorld, flow, period, currency)) {
            sentences.addFirst("Only datasets without a precedence have " + what
                    + ": `tradeFlows` finds their figures, and" + " `setPrecedence` lets them count." + instead);
            return GapReason.NOT_COVERED;
        }
        if (coverage.covers(isWorld, flow, period, currency)) {
            sentences.addFirst("The dataset of " + period.label() + " has no " + name + " for " + subject.label()
                    + ", which does not mean zero." + instead);
            return GapReason.NOT_REPORTED;
        }
        if (coverage.coversInAnyCurrency(isWorld, flow, period)) {
            sentences.addFirst(what + " are not reported in " + currency + ", and nothing is converted." + instead);
            return GapReason.CURRENCY_NOT_AVAILABLE;
        }
        sentences.addFirst("No dataset has " + what + "." + instead);
        return GapReason.NOT_COVERED;
    }

    private @Nullable Gap missingMembers(Period period, FigureRow row, Sum exports, Sum imports) {
        Set<String> complete = new HashSet<>(exports.partners());
        complete.retainAll(imports.partners());
        List<String> missing = row.members().stream()
                .filter(member -> !complete.contains(member))
                .toList();
        if (missing.isEmpty()) {
            return null;
        }
        return new Gap(
                GapReason.MEMBERS_MISSING,
                "In " + period.label() + " a flow is not reported for " + String.join(", ", missing) + " of "
                        + row.members().size() + " members; the amounts sum what is reported.",
                PartnerReference.all(missing, seen));
    }
}
