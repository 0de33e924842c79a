package io.lancang.trade.flow;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Percent;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.Valuation;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the points of one subject from its figures. The rules: what is computed comes first; a quoted figure fills a
 * flow or a total only where nothing is computed and is part of no arithmetic; a total is of one dataset.
 */
final class PointAssembler {
    private final Subject subject;
    private final Currency currency;
    private final Map<Integer, FigureRow> figures;
    private final GapFinder gaps;

    /** @param figures figures by year; a year before each point's is needed for its growth */
    PointAssembler(Subject subject, Currency currency, Map<Integer, FigureRow> figures, Coverage coverage) {
        this.subject = subject;
        this.currency = currency;
        this.figures = figures;
        this.gaps = new GapFinder(subject, currency, coverage);
    }

    TradePoint point(int year) {
        FigureRow row = rowOf(year);
        Money exports = amountOf(row.exports(), row.headlines().exports(), Valuation.FOB);
        Money imports = amountOf(row.imports(), row.headlines().imports(), Valuation.CIF);
        Money total = totalOf(row);
        Double growth = growth(year, total);
        Shares shares = shares(row, total);
        return new TradePoint(
                Period.ofYear(year),
                exports,
                imports,
                total,
                balanceOf(row),
                growth,
                growth == null ? growthGap(year, total) : null,
                shares.total(),
                gaps.gapOf(year, row, total),
                weakest(exports, imports, total),
                sources(row, total),
                shares,
                subject,
                currency);
    }

    private FigureRow rowOf(int year) {
        return figures.getOrDefault(year, FigureRow.EMPTY);
    }

    private @Nullable Money amountOf(
            FigureRow.@Nullable Flow computed, FigureRow.@Nullable Headline quoted, Valuation valuation) {
        if (computed != null) {
            return Money.of(computed.amount(), currency, valuation, qualityOf(computed));
        }
        return quoted == null ? null : Money.of(quoted.amount(), currency, valuation, Quality.HEADLINE);
    }

    /** A sum over several partners is nothing that anybody reported. */
    private Quality qualityOf(FigureRow.Flow flow) {
        return switch (subject) {
            case Subject.OfPartner partner -> flow.quality();
            case Subject.OfBloc bloc -> flow.quality().orWeaker(Quality.DERIVED);
            case Subject.OfPartners partners -> flow.quality().orWeaker(Quality.DERIVED);
        };
    }

    private @Nullable Money totalOf(FigureRow row) {
        FigureRow.Flow exports = row.exports();
        FigureRow.Flow imports = row.imports();
        if (exports != null && imports != null && exports.dataset() == imports.dataset()) {
            return Money.of(exports.amount().add(imports.amount()), currency, null, bothQuality(exports, imports));
        }
        FigureRow.Headline quoted = row.headlines().total();
        return quoted == null ? null : Money.of(quoted.amount(), currency, null, Quality.HEADLINE);
    }

    private @Nullable Money balanceOf(FigureRow row) {
        FigureRow.Flow exports = row.exports();
        FigureRow.Flow imports = row.imports();
        if (exports == null || imports == null || exports.dataset() != imports.dataset()) {
            return null;
        }
        return Money.of(exports.amount().subtract(imports.amount()), currency, null, bothQuality(exports, imports));
    }

    private Quality bothQuality(FigureRow.Flow exports, FigureRow.Flow imports) {
        return qualityOf(exports).orWeaker(qualityOf(imports));
    }

    private @Nullable Double growth(int year, @Nullable Money total) {
        Money before = totalOf(rowOf(year - 1));
        if (total == null || before == null || before.number().signum() == 0) {
            return null;
        }
        return Percent.change(before.number(), total.number());
    }

    private Gap growthGap(int year, @Nullable Money total) {
        if (total == null) {
            return Gap.of(GapReason.NO_BASE, "There is no total of " + year + ".");
        }
        return totalOf(rowOf(year - 1)) == null
                ? Gap.of(GapReason.NO_BASE, "There is no total of " + (year - 1) + " to compare with.")
                : Gap.of(GapReason.ZERO_BASE, "The total of " + (year - 1) + " is zero.");
    }

    private static Shares shares(FigureRow row, @Nullable Money total) {
        FigureRow.Flow exports = row.exports();
        FigureRow.Flow imports = row.imports();
        return new Shares(
                share(exports == null ? null : exports.amount(), row.worldExports()),
                share(imports == null ? null : imports.amount(), row.worldImports()),
                total == null ? null : share(total.number(), worldTotal(row, total)));
    }

    private static @Nullable BigDecimal worldTotal(FigureRow row, Money total) {
        if (total.quality() == Quality.HEADLINE) {
            FigureRow.Headline quoted = row.headlines().worldTotal();
            return quoted == null ? null : quoted.amount();
        }
        return row.worldExports() == null || row.worldImports() == null
                ? null
                : row.worldExports().add(row.worldImports());
    }

    private static @Nullable Double share(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0 ? null : Percent.of(part, whole);
    }

    private static Quality weakest(@Nullable Money... amounts) {
        return Stream.of(amounts)
                .filter(Objects::nonNull)
                .map(Money::quality)
                .reduce(Quality::orWeaker)
                .orElse(Quality.MISSING);
    }

    private static List<String> sources(FigureRow row, @Nullable Money total) {
        Set<String> ids = new LinkedHashSet<>();
        addSources(ids, row.exports(), row.headlines().exports());
        addSources(ids, row.imports(), row.headlines().imports());
        FigureRow.Headline quoted = row.headlines().total();
        if (quoted != null && total != null && total.quality() == Quality.HEADLINE) {
            ids.add(quoted.source());
        }
        return List.copyOf(ids);
    }

    private static void addSources(
            Set<String> ids, FigureRow.@Nullable Flow computed, FigureRow.@Nullable Headline quoted) {
        if (computed != null) {
            ids.addAll(computed.sources());
        } else if (quoted != null) {
            ids.add(quoted.source());
        }
    }
}
