package io.lancang.trade.mirror;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.Valuation;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.lancang.trade.release.DatasetsSeen;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads both reports of flows in one statement; the database compares them. */
@Singleton
class MirrorRepository {
    private final Pool pool;

    MirrorRepository(Pool pool) {
        this.pool = pool;
    }

    /** Annual figures of a partner in US dollars for years in which at least one side has one. */
    Uni<List<MirrorFigure>> figures(
            String partner, Flow flow, @Nullable Integer from, @Nullable Integer to, Vantage vantage) {
        Tuple parameters = Tuple.tuple()
                .addString(partner)
                .addString(flow.code())
                .addString(other(flow).code())
                .addInteger(from)
                .addInteger(to);
        return pool.preparedQuery(sql(vantage))
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> figureOf(row, partner, flow, vantage))
                        .toList());
    }

    /** Years are compared where the partner's side is loaded at all; of several datasets the first one counts. */
    private static String sql(Vantage vantage) {
        return """
                with side as (
                  select distinct on (f.period, f.reporter_code) f.period, f.reporter_code, f.amount, f.valuation,
                         f.quality::text as quality, f.source_id
                  from trade_flow f join %2$s d on d.id = f.dataset_id
                  where f.product_code = 'TOTAL' and f.frequency = 'A' and f.currency = 'USD' and %1$s
                    and ((f.reporter_code = 'CHN' and f.partner_code = $1 and f.flow = $2::text::"char")
                      or (f.reporter_code = $1 and f.partner_code = 'CHN' and f.flow = $3::text::"char"))
                    and ($4::int is null or f.period >= make_date($4, 1, 1))
                    and ($5::int is null or f.period <= make_date($5, 1, 1))
                  order by f.period, f.reporter_code, d.precedence nulls last, d.id
                ), mirrored as (
                  select distinct f.period from trade_flow f
                  where f.product_code = 'TOTAL' and f.frequency = 'A' and f.currency = 'USD' and %1$s
                    and f.partner_code = 'CHN' and f.reporter_code <> 'CHN' and f.flow = $3::text::"char"
                )
                select m.period, c.amount as own, c.valuation as own_valuation, c.quality as own_quality,
                       c.source_id as own_source, p.amount as other, p.valuation as other_valuation,
                       p.quality as other_quality, p.source_id as other_source, c.amount - p.amount as difference,
                       ((c.amount - p.amount) * 100 / nullif(p.amount, 0))::float8 as percent
                from mirrored m
                left join side c on c.period = m.period and c.reporter_code = 'CHN'
                left join side p on p.period = m.period and p.reporter_code = $1
                where c.amount is not null or p.amount is not null
                order by m.period
                """.formatted(vantage.sees("f"), DatasetsSeen.from(vantage));
    }

    private static Flow other(Flow flow) {
        return switch (flow) {
            case EXPORTS -> Flow.IMPORTS;
            case IMPORTS -> Flow.EXPORTS;
            case RE_EXPORTS -> Flow.RE_IMPORTS;
            case RE_IMPORTS -> Flow.RE_EXPORTS;
        };
    }

    private static MirrorFigure figureOf(Row row, String partner, Flow flow, Vantage seen) {
        Period period = Period.of(Frequency.ANNUAL, row.getLocalDate("period"));
        Money own = amountOf(row, "own");
        Money partners = amountOf(row, "other");
        BigDecimal difference = row.getBigDecimal("difference");
        return new MirrorFigure(
                period,
                partner,
                flow,
                own,
                partners,
                difference == null || own == null || partners == null
                        ? null
                        : Money.of(
                                difference,
                                Currency.USD,
                                null,
                                own.quality().orWeaker(partners.quality()).orWeaker(Quality.DERIVED)),
                row.getDouble("percent"),
                gapOf(period, partner, own, partners),
                Stream.of(row.getString("own_source"), row.getString("other_source"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(id -> new SourceReference(id, seen))
                        .toList());
    }

    private static @Nullable Money amountOf(Row row, String side) {
        BigDecimal amount = row.getBigDecimal(side);
        return amount == null
                ? null
                : Money.of(
                        amount,
                        Currency.USD,
                        Valuation.valueOf(row.getString(side + "_valuation")),
                        Quality.ofCode(row.getString(side + "_quality")));
    }

    private static @Nullable Gap gapOf(Period period, String partner, @Nullable Money own, @Nullable Money partners) {
        if (own == null) {
            return Gap.of(GapReason.NOT_REPORTED, "China reported no figure of " + period.label() + ".");
        }
        return partners == null
                ? Gap.of(GapReason.NOT_REPORTED, partner + " reported no figure of " + period.label() + ".")
                : null;
    }
}
