package io.lancang.trade.mirror;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.catalogue.DatasetsSeen;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.Valuation;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads both reports of flows, in US dollars and by year: one statement for all partners and blocs. */
@Singleton
class MirrorRepository {
    private final Pool pool;

    MirrorRepository(Pool pool) {
        this.pool = pool;
    }

    /** Whose reports are read: a partner, or the members of a bloc. */
    record Place(String code, boolean isBloc) {}

    /** One side's report; an amount with the source that gives it. */
    record Report(Money amount, String source) {}

    /** What the reporter and one partner report of the same goods in a year. */
    record Pair(
            String partner, @Nullable Report own, @Nullable Report others) {}

    /**
     * Both reports by year: years are those that some partner's reports of the flow are loaded for. A bloc has a pair for each
     * member of the year's last day.
     */
    Uni<Map<Place, SortedMap<Period, List<Pair>>>> pairs(
            List<Place> places, MirrorKey.Arguments arguments, Vantage vantage) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(codes(places, false))
                .addArrayOfString(codes(places, true))
                .addString(arguments.reporter())
                .addString(arguments.flow().code())
                .addString(other(arguments.flow()).code())
                .addInteger(arguments.from())
                .addInteger(arguments.to());
        return pool.preparedQuery(sql(vantage))
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> new Place(row.getString("code"), row.getBoolean("is_bloc")),
                                Collectors.groupingBy(
                                        row -> Period.of(Frequency.ANNUAL, row.getLocalDate("period")),
                                        TreeMap::new,
                                        Collectors.mapping(MirrorRepository::pairOf, Collectors.toList())))));
    }

    private static String[] codes(List<Place> places, boolean ofBlocs) {
        return places.stream()
                .filter(place -> place.isBloc() == ofBlocs)
                .map(Place::code)
                .distinct()
                .toArray(String[]::new);
    }

    /** Of several datasets with the same figure the first one counts. */
    private static String sql(Vantage vantage) {
        return DatasetsSeen.in("""
                with mirrored as (
                  select distinct f.period from trade_flow f
                  where f.product_code = 'TOTAL' and f.frequency = 'A' and f.currency = 'USD' and {sees f}
                    and f.partner_code = $3 and f.reporter_code <> $3 and f.flow = $5::text::"char"
                    and ($6::int is null or f.period >= make_date($6, 1, 1))
                    and ($7::int is null or f.period <= make_date($7, 1, 1))
                ), composition (is_bloc, code, period, partner_code) as (
                  select false, p.code, m.period, p.code from unnest($1::text[]) p (code) cross join mirrored m
                  union all
                  select distinct true, b.code, m.period, s.partner_code
                  from unnest($2::text[]) b (code)
                  cross join mirrored m
                  join membership s on s.bloc_code = b.code and s.partner_code <> $3 and {sees s}
                   and daterange(s.starts, s.ends, '[]') @> (m.period + interval '1 year' - interval '1 day')::date
                ), wanted as (
                  select distinct period, partner_code from composition
                ), figure as (
                  select c.partner_code, f.period, true as own, f.amount, f.valuation, f.quality, f.source_id, f.dataset_id
                  from wanted c
                  join trade_flow f on f.partner_code = c.partner_code and f.period = c.period and f.reporter_code = $3
                   and f.flow = $4::text::"char" and f.product_code = 'TOTAL' and f.frequency = 'A' and f.currency = 'USD'
                   and {sees f}
                  union all
                  select c.partner_code, f.period, false, f.amount, f.valuation, f.quality, f.source_id, f.dataset_id
                  from wanted c
                  join trade_flow f on f.partner_code = $3 and f.period = c.period and f.reporter_code = c.partner_code
                   and f.flow = $5::text::"char" and f.product_code = 'TOTAL' and f.frequency = 'A' and f.currency = 'USD'
                   and {sees f}
                ), side as (
                  select distinct on (f.partner_code, f.period, f.own) f.*
                  from figure f join {datasets} d on d.id = f.dataset_id
                  order by f.partner_code, f.period, f.own, {dataset order}
                )
                select c.is_bloc, c.code, c.period, c.partner_code,
                       o.amount as own, o.valuation as own_valuation, o.quality::text as own_quality,
                       o.source_id as own_source, p.amount as other, p.valuation as other_valuation,
                       p.quality::text as other_quality, p.source_id as other_source
                from composition c
                left join side o on o.partner_code = c.partner_code and o.period = c.period and o.own
                left join side p on p.partner_code = c.partner_code and p.period = c.period and not p.own
                order by c.is_bloc, c.code, c.period, c.partner_code
                """, vantage)
                .replace("{sees f}", vantage.sees("f"))
                .replace("{sees s}", vantage.sees("s"));
    }

    private static Flow other(Flow flow) {
        return switch (flow) {
            case EXPORTS -> Flow.IMPORTS;
            case IMPORTS -> Flow.EXPORTS;
            case RE_EXPORTS -> Flow.RE_IMPORTS;
            case RE_IMPORTS -> Flow.RE_EXPORTS;
        };
    }

    private static Pair pairOf(Row row) {
        return new Pair(row.getString("partner_code"), reportOf(row, "own"), reportOf(row, "other"));
    }

    private static @Nullable Report reportOf(Row row, String side) {
        BigDecimal amount = row.getBigDecimal(side);
        return amount == null
                ? null
                : new Report(
                        Money.of(
                                amount,
                                Currency.USD,
                                Valuation.valueOf(row.getString(side + "_valuation")),
                                Quality.ofCode(row.getString(side + "_quality"))),
                        row.getString(side + "_source"));
    }
}
