package io.lancang.trade.flow;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Percent;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.Valuation;
import io.lancang.trade.period.Period;
import io.lancang.trade.totals.Quotation;
import io.lancang.trade.totals.Sum;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the points of one subject from its figures. The rules: what is computed comes first; a quoted figure fills a
 * flow or a total only where nothing is computed and is part of no arithmetic; each flow is of one dataset.
 */
final class PointAssembler {
    private final Subject subject;
    private final Terms terms;
    private final Currency currency;
    private final Figures figures;
    private final GapFinder gaps;

    PointAssembler(Subject subject, Terms terms) {
        this.subject = subject;
        this.terms = terms;
        this.currency = terms.currency();
        this.figures = new Figures(subject, terms);
        this.gaps = new GapFinder(subject, terms);
    }

    TradePoint point(Period period) {
        FigureRow row = figures.of(period);
        Money exports = amountOf(row.exports(), row.headlines().exports(), Valuation.FOB);
        Money imports = amountOf(row.imports(), row.headlines().imports(), Valuation.CIF);
        Money total = totalOf(row);
        Shares shares = shares(row, total);
        return new TradePoint(
                period,
                exports,
                imports,
                total,
                balanceOf(row),
                terms.reporter().isChina() ? shares.total() : null,
                gaps.gapOf(period, row, total),
                weakest(exports, imports, total),
                sources(row, total),
                shares,
                subject,
                terms);
    }

    private @Nullable Money amountOf(@Nullable Sum computed, @Nullable Quotation quoted, Valuation valuation) {
        if (computed != null) {
            return Money.of(computed.amount(), currency, valuation, qualityOf(computed));
        }
        return quoted == null ? null : Money.of(quoted.amount(), currency, valuation, Quality.HEADLINE);
    }

    /** A sum over several partners is nothing that anybody reported. */
    private Quality qualityOf(Sum flow) {
        return switch (subject) {
            case Subject.OfPartner partner -> flow.quality();
            case Subject.OfBloc bloc -> flow.quality().orWeaker(Quality.DERIVED);
            case Subject.OfPartners partners -> flow.quality().orWeaker(Quality.DERIVED);
            case Subject.OfSome some -> flow.quality().orWeaker(Quality.DERIVED);
        };
    }

    private @Nullable Money totalOf(FigureRow row) {
        Sum exports = row.exports();
        Sum imports = row.imports();
        if (exports != null && imports != null) {
            return Money.of(exports.amount().add(imports.amount()), currency, null, bothQuality(exports, imports));
        }
        Quotation quoted = row.headlines().total();
        return quoted == null ? null : Money.of(quoted.amount(), currency, null, Quality.HEADLINE);
    }

    private @Nullable Money balanceOf(FigureRow row) {
        Sum exports = row.exports();
        Sum imports = row.imports();
        if (exports == null || imports == null) {
            return null;
        }
        return Money.of(exports.amount().subtract(imports.amount()), currency, null, bothQuality(exports, imports));
    }

    /** Nobody reported what is added up from two datasets. */
    private Quality bothQuality(Sum exports, Sum imports) {
        Quality weaker = qualityOf(exports).orWeaker(qualityOf(imports));
        return exports.dataset() == imports.dataset() ? weaker : weaker.orWeaker(Quality.DERIVED);
    }

    private static Shares shares(FigureRow row, @Nullable Money total) {
        Sum exports = row.exports();
        Sum imports = row.imports();
        return new Shares(
                share(exports == null ? null : exports.amount(), row.worldExports()),
                share(imports == null ? null : imports.amount(), row.worldImports()),
                total == null ? null : share(total.number(), worldTotal(row, total)));
    }

    private static @Nullable BigDecimal worldTotal(FigureRow row, Money total) {
        if (total.quality() == Quality.HEADLINE) {
            Quotation quoted = row.headlines().worldTotal();
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
        Quotation quoted = row.headlines().total();
        if (quoted != null && total != null && total.quality() == Quality.HEADLINE) {
            ids.add(quoted.source());
        }
        return List.copyOf(ids);
    }

    private static void addSources(Set<String> ids, @Nullable Sum computed, @Nullable Quotation quoted) {
        if (computed != null) {
            ids.addAll(computed.sources());
        } else if (quoted != null) {
            ids.add(quoted.source());
        }
    }
}
