package io.lancang.trade.flow;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Quality;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
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
            with year (year) as (
              select distinct y from unnest($6::int[]) y
            ), subject (key, quoted_as) as (
              select 'partner/' || code, code from unnest($1::text[]) code
              union all select 'bloc/AS_OF_YEAR/' || code, code from unnest($2::text[]) code
              union all select 'bloc/CURRENT/' || code, code from unnest($3::text[]) code
              union all select distinct key, null from unnest($4::text[]) key
            ), composition (key, year, partner_code) as (
              select 'partner/' || code, year, code from unnest($1::text[]) code cross join year
              union all
              select distinct 'bloc/AS_OF_YEAR/' || m.bloc_code, y.year, m.partner_code
              from year y join membership m
                on m.bloc_code = any($2::text[]) and m.partner_code <> 'CHN' and m.superseded_by is null
               and m.starts <= make_date(y.year, 12, 31) and (m.ends is null or m.ends >= make_date(y.year, 12, 31))
              union all
              select distinct 'bloc/CURRENT/' || m.bloc_code, y.year, m.partner_code
              from year y join membership m
                on m.bloc_code = any($3::text[]) and m.partner_code <> 'CHN' and m.superseded_by is null
               and m.starts <= current_date and (m.ends is null or m.ends >= current_date)
              union all
              select distinct s.key, y.year, s.partner_code
              from unnest($4::text[], $5::text[]) as s (key, partner_code) cross join year y
              where s.partner_code <> 'CHN'
            ), composed as (
              select key, year, array_agg(partner_code order by partner_code) as members
              from composition group by key, year
            ), candidate as (
              select c.key, c.year, f.flow, c.partner_code, f.amount, f.quality, f.source_id, f.dataset_id,
                     dense_rank() over (partition by c.key, c.year, f.flow order by d.precedence) as choice
              from composition c
              join trade_flow f
                on f.partner_code = c.partner_code and f.period = make_date(c.year, 1, 1) and f.frequency = 'A'
               and f.currency = $7 and f.product_code = 'TOTAL' and f.reporter_code = 'CHN' and f.superseded_by is null
              join dataset d on d.id = f.dataset_id
            ), flow as (
              select key, year, flow, sum(amount) as amount, min(dataset_id) as dataset_id,
                     case when bool_or(quality = 'E') then 'ESTIMATED'
                          when bool_or(quality = 'D') then 'DERIVED'
                          else 'REPORTED' end as quality,
                     array_agg(distinct source_id) as source_ids, array_agg(partner_code) as partners
              from candidate where choice = 1 group by key, year, flow
            ), world as (
              select y.year, f.dataset_id, f.flow, f.amount
              from year y
              join trade_flow f
                on f.partner_code = 'WORLD' and f.period = make_date(y.year, 1, 1) and f.frequency = 'A'
               and f.currency = $7 and f.product_code = 'TOTAL' and f.reporter_code = 'CHN' and f.superseded_by is null
            ), headline as (
              select distinct on (h.partner_code, h.year, h.flow)
                     h.partner_code, h.year, h.flow, h.amount, h.source_id
              from trade_headline h join year y on y.year = h.year
              where h.currency = $7 and h.whole_year and h.superseded_by is null
                and (h.partner_code = 'WORLD' or h.partner_code in (select quoted_as from subject))
              order by h.partner_code, h.year, h.flow, h.preference, h.source_id
            )
            select s.key, y.year, coalesce(c.members, '{}') as members,
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
            cross join year y
            left join composed c on c.key = s.key and c.year = y.year
            left join flow x on x.key = s.key and x.year = y.year and x.flow = 'X'
            left join flow m on m.key = s.key and m.year = y.year and m.flow = 'M'
            left join world wx on wx.year = y.year and wx.flow = 'X' and wx.dataset_id = x.dataset_id
            left join world wm on wm.year = y.year and wm.flow = 'M' and wm.dataset_id = m.dataset_id
            left join headline hx on hx.partner_code = s.quoted_as and hx.year = y.year and hx.flow = 'X'
            left join headline hm on hm.partner_code = s.quoted_as and hm.year = y.year and hm.flow = 'M'
            left join headline ht on ht.partner_code = s.quoted_as and ht.year = y.year and ht.flow = 'T'
            left join headline hw on hw.partner_code = 'WORLD' and hw.year = y.year and hw.flow = 'T'
            """;

    private final Pool pool;

    FigureRepository(Pool pool) {
        this.pool = pool;
    }

    /** The figures of every subject in every year, by key of the subject and by year. */
    Uni<Map<String, Map<Integer, FigureRow>>> figures(
            Collection<Subject> subjects, Collection<Integer> years, Currency currency) {
        return pool.preparedQuery(FIGURES)
                .execute(parametersOf(subjects, years, currency))
                .map(rows -> {
                    Map<String, Map<Integer, FigureRow>> figures = new HashMap<>();
                    for (Row row : rows) {
                        figures.computeIfAbsent(row.getString("key"), key -> new HashMap<>())
                                .put(row.getInteger("year"), rowOf(row));
                    }
                    return figures;
                });
    }

    private static Tuple parametersOf(Collection<Subject> subjects, Collection<Integer> years, Currency currency) {
        List<String> partners = new ArrayList<>();
        List<String> blocsAsOfYear = new ArrayList<>();
        List<String> blocsAsToday = new ArrayList<>();
        List<String> setKeys = new ArrayList<>();
        List<String> setPartners = new ArrayList<>();
        for (Subject subject : subjects) {
            switch (subject) {
                case Subject.OfPartner(String code) -> partners.add(code);
                case Subject.OfBloc(String code, Composition composition) -> {
                    switch (composition) {
                        case AS_OF_YEAR -> blocsAsOfYear.add(code);
                        case CURRENT -> blocsAsToday.add(code);
                    }
                }
                case Subject.OfPartners set ->
                    set.codes().forEach(code -> {
                        setKeys.add(set.key());
                        setPartners.add(code);
                    });
            }
        }
        return Tuple.tuple()
                .addArrayOfString(partners.toArray(String[]::new))
                .addArrayOfString(blocsAsOfYear.toArray(String[]::new))
                .addArrayOfString(blocsAsToday.toArray(String[]::new))
                .addArrayOfString(setKeys.toArray(String[]::new))
                .addArrayOfString(setPartners.toArray(String[]::new))
                .addArrayOfInteger(years.toArray(Integer[]::new))
                .addString(currency.name());
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
