package io.lancang.trade.mirror;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Percent;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.period.Period;
import io.lancang.trade.totals.Reporter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts two reports beside each other. Of a bloc the sums are over the members that both sides have figures of, so that like
 * stands beside like.
 */
final class Comparison {
    private final MirrorKey key;
    private final Reporter reporter;
    private final Vantage seen;

    Comparison(MirrorKey key, Reporter reporter, Vantage seen) {
        this.key = key;
        this.reporter = reporter;
        this.seen = seen;
    }

    /** All years in which a side has a figure. */
    Mirror of(SortedMap<Period, List<MirrorRepository.Pair>> pairs) {
        List<MirrorFigure> figures = pairs.entrySet().stream()
                .filter(year -> year.getValue().stream().anyMatch(pair -> pair.own() != null || pair.others() != null))
                .map(this::figureOf)
                .toList();
        return new Mirror(reporter.code(), flow(), figures, figures.isEmpty() ? nothing() : null);
    }

    private Flow flow() {
        return key.arguments().flow();
    }

    private MirrorFigure figureOf(Map.Entry<Period, List<MirrorRepository.Pair>> year) {
        List<MirrorRepository.Pair> members = year.getValue();
        List<MirrorRepository.Pair> counted = key.isBloc()
                ? members.stream()
                        .filter(pair -> pair.own() != null && pair.others() != null)
                        .toList()
                : members;
        Money own = sum(counted, MirrorRepository.Pair::own);
        Money others = sum(counted, MirrorRepository.Pair::others);
        BigDecimal difference =
                own == null || others == null ? null : own.number().subtract(others.number());
        return new MirrorFigure(
                year.getKey(),
                key.code(),
                flow(),
                own,
                others,
                difference == null || own == null || others == null
                        ? null
                        : Money.of(
                                difference,
                                Currency.USD,
                                null,
                                own.quality().orWeaker(others.quality()).orWeaker(Quality.DERIVED)),
                difference == null || others == null || others.number().signum() == 0
                        ? null
                        : Percent.of(difference, others.number()),
                key.isBloc() ? ofMembers(year.getKey(), members) : ofPartner(year.getKey(), own, others),
                sources(counted));
    }

    /** Nobody reported what is added up. */
    private @Nullable Money sum(
            List<MirrorRepository.Pair> pairs,
            Function<MirrorRepository.Pair, MirrorRepository.@Nullable Report> side) {
        return pairs.stream()
                .map(side)
                .filter(Objects::nonNull)
                .map(MirrorRepository.Report::amount)
                .map(amount -> key.isBloc()
                        ? Money.of(
                                amount.number(),
                                amount.currency(),
                                amount.valuation(),
                                amount.quality().orWeaker(Quality.DERIVED))
                        : amount)
                .reduce((left, right) -> Money.of(
                        left.number().add(right.number()),
                        left.currency(),
                        left.valuation() == right.valuation() ? left.valuation() : null,
                        left.quality().orWeaker(right.quality())))
                .orElse(null);
    }

    private List<SourceReference> sources(List<MirrorRepository.Pair> pairs) {
        return Stream.concat(
                        pairs.stream().map(MirrorRepository.Pair::own),
                        pairs.stream().map(MirrorRepository.Pair::others))
                .filter(Objects::nonNull)
                .map(MirrorRepository.Report::source)
                .distinct()
                .map(id -> new SourceReference(id, seen))
                .toList();
    }

    private @Nullable Gap ofPartner(Period period, @Nullable Money own, @Nullable Money others) {
        if (own == null) {
            return Gap.of(GapReason.NOT_REPORTED, reporter.name() + " reported no figure of " + period.label() + ".");
        }
        return others == null
                ? Gap.of(GapReason.NOT_REPORTED, key.code() + " reported no figure of " + period.label() + ".")
                : null;
    }

    private @Nullable Gap ofMembers(Period period, List<MirrorRepository.Pair> members) {
        List<String> missing = members.stream()
                .filter(pair -> pair.own() == null || pair.others() == null)
                .map(MirrorRepository.Pair::partner)
                .toList();
        return missing.isEmpty()
                ? null
                : new Gap(
                        GapReason.MEMBERS_MISSING,
                        "In " + period.label() + " one side has no figure of " + String.join(", ", missing) + "; "
                                + (missing.size() == members.size()
                                        ? "so that nothing can be compared."
                                        : "both amounts sum the other members."),
                        PartnerReference.all(missing, seen));
    }

    private Gap nothing() {
        String theirs = switch (flow()) {
            case EXPORTS -> "imports from ";
            case IMPORTS -> "exports to ";
            case RE_EXPORTS -> "re-imports from ";
            case RE_IMPORTS -> "re-exports to ";
        };
        return Gap.of(
                GapReason.NOT_COVERED,
                "No dataset has, for these years, " + theirs + reporter.name() + " that "
                        + (key.isBloc() ? "members of " : "") + key.code()
                        + " reported, nor the other side beside those of others. `availability` with `partner` lists"
                        + " what both sides report.");
    }
}
