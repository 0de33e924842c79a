package io.lancang.trade.flow;

import io.lancang.trade.figure.Quality;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures of any number of subjects in one statement. The database chooses (a sum is of the one dataset that
 * comes first among those with a figure) and sums; nothing is interpolated, converted or filled with zero.
 */
@Singleton
class FigureRepository {
    private static final String FIGURES = """
            , composed as (
              select key, period, array_agg(partner_code order by partner_code) as members
              from composition group by key, period
            ), flow as (
              select key, period, flow, sum(amount) as amount, min(dataset_id) as dataset_id,
                     case when bool_or(quality = 'E') then 'ESTIMATED'
                          when bool_or(quality = 'C') then 'RECONCILED'
                          when bool_or(quality = 'D') then 'DERIVED'
                          else 'REPORTED' end as quality,
                     array_agg(distinct source_id) as source_ids, array_agg(partner_code) as partners
              from candidate where choice = 1 group by key, period, flow
            ), world as (
              select p.period, f.dataset_id, f.flow, f.amount
              from period p
              join trade_flow f
                on f.partner_code = 'WORLD' and f.period = p.period and f.frequency = $8::text::"char"
               and f.currency = $7 and f.product_code = 'TOTAL' and f.reporter_code = 'CHN' and {sees f}
            ), headline as (
              select distinct on (h.partner_code, p.period, h.flow)
                     h.partner_code, p.period, h.flow, h.amount, h.source_id
              from trade_headline h join period p on p.period = make_date(h.year, 1, 1)
              where $8 = 'A' and h.currency = $7 and h.whole_year and {sees h}
                and (h.partner_code = 'WORLD' or h.partner_code in (select quoted_as from subject))
              order by h.partner_code, p.period, h.flow, h.preference, h.source_id
            )
            select s.key, p.period, coalesce(c.members, '{}') as members,
                   x.amount as x_amount, x.quality as x_quality, x.dataset_id::int as x_dataset,
                   x.source_ids as x_sources, x.partners as x_partners,
                   m.amount as m_amount, m.quality as m_quality, m.dataset_id::int as m_dataset,
                   m.source_ids as m_sources, m.partners as m_partners,
                   wx.amount as world_exports, wm.amount as world_imports,
                   hx.amount as hx_amount, hx.source_id as hx_source,
                   hm.amount as hm_amount, hm.source_id as hm_source,
                   ht.amount as ht_amount, ht.source_id as ht_source,
                   hw.amount as hw_amount, hw.source_id as hw_source
            from subject s
            cross join period p
            left join composed c on c.key = s.key and c.period = p.period
            left join flow x on x.key = s.key and x.period = p.period and x.flow = 'X'
            left join flow m on m.key = s.key and m.period = p.period and m.flow = 'M'
            left join world wx on wx.period = p.period and wx.flow = 'X' and wx.dataset_id = x.dataset_id
            left join world wm on wm.period = p.period and wm.flow = 'M' and wm.dataset_id = m.dataset_id
            left join headline hx on hx.partner_code = s.quoted_as and hx.period = p.period and hx.flow = 'X'
            left join headline hm on hm.partner_code = s.quoted_as and hm.period = p.period and hm.flow = 'M'
            left join headline ht on ht.partner_code = s.quoted_as and ht.period = p.period and ht.flow = 'T'
            left join headline hw on hw.partner_code = 'WORLD' and hw.period = p.period and hw.flow = 'T'
            """;

    private final Pool pool;

    FigureRepository(Pool pool) {
        this.pool = pool;
    }

    /** The figures of every subject in every period, by key of the subject and by first day of the period. */
    Uni<Map<String, Map<LocalDate, FigureRow>>> figures(
            Collection<Subject> subjects, Collection<Period> periods, Terms terms) {
        return pool.preparedQuery(SubjectSql.statement(FIGURES, terms.vantage()))
                .execute(SubjectSql.parameters(subjects, periods, terms))
                .map(rows -> {
                    Map<String, Map<LocalDate, FigureRow>> figures = new HashMap<>();
                    for (Row row : rows) {
                        figures.computeIfAbsent(row.getString("key"), key -> new HashMap<>())
                                .put(row.getLocalDate("period"), rowOf(row));
                    }
                    return figures;
                });
    }

    private static FigureRow rowOf(Row row) {
        return new FigureRow(
                List.of(row.getArrayOfStrings("members")),
                flowOf(row, "x"),
                flowOf(row, "m"),
                row.getBigDecimal("world_exports"),
                row.getBigDecimal("world_imports"),
                new FigureRow.Headlines(
                        headlineOf(row, "hx"), headlineOf(row, "hm"), headlineOf(row, "ht"), headlineOf(row, "hw")));
    }

    private static FigureRow.@Nullable Flow flowOf(Row row, String prefix) {
        BigDecimal amount = row.getBigDecimal(prefix + "_amount");
        return amount == null
                ? null
                : new FigureRow.Flow(
                        amount,
                        Quality.valueOf(row.getString(prefix + "_quality")),
                        row.getInteger(prefix + "_dataset"),
                        List.of(row.getArrayOfStrings(prefix + "_sources")),
                        List.of(row.getArrayOfStrings(prefix + "_partners")));
    }

    private static FigureRow.@Nullable Headline headlineOf(Row row, String prefix) {
        BigDecimal amount = row.getBigDecimal(prefix + "_amount");
        return amount == null ? null : new FigureRow.Headline(amount, row.getString(prefix + "_source"));
    }
}
