package io.lancang.trade.flow;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.period.Period;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The SQL that every statement about subjects begins with: who a subject consists of in each period, and the figures of
 * each of them from the dataset that comes first among those with a figure. Gives the tables {@code period (period)},
 * {@code subject (key, quoted_as)}, {@code composition (key, period, partner_code)} and {@code candidate}, of which
 * {@code choice = 1} counts.
 */
public final class SubjectSql {
    private static final String TABLES = """
            with period (period) as (
              select distinct p from unnest($6::date[]) p
            ), subject (key, quoted_as) as (
              select 'partner/' || code, code from unnest($1::text[]) code
              union all select 'bloc/AS_OF_YEAR/' || code, code from unnest($2::text[]) code
              union all select 'bloc/CURRENT/' || code, code from unnest($3::text[]) code
              union all select distinct key, null from unnest($4::text[]) key
            ), composition (key, period, partner_code) as (
              select 'partner/' || code, period, code from unnest($1::text[]) code cross join period
              union all
              select distinct 'bloc/AS_OF_YEAR/' || m.bloc_code, p.period, m.partner_code
              from period p join membership m
                on m.bloc_code = any($2::text[]) and m.partner_code <> 'CHN' and {sees m}
               and m.starts <= make_date(extract(year from p.period)::int, 12, 31)
               and (m.ends is null or m.ends >= make_date(extract(year from p.period)::int, 12, 31))
              union all
              select distinct 'bloc/CURRENT/' || m.bloc_code, p.period, m.partner_code
              from period p join membership m
                on m.bloc_code = any($3::text[]) and m.partner_code <> 'CHN' and {sees m}
               and m.starts <= current_date and (m.ends is null or m.ends >= current_date)
              union all
              select distinct s.key, p.period, s.partner_code
              from unnest($4::text[], $5::text[]) as s (key, partner_code) cross join period p
              where s.partner_code <> 'CHN'
            ), candidate as (
              select c.key, c.period, f.flow, c.partner_code, f.amount, f.quality, f.source_id, f.dataset_id,
                     dense_rank() over (partition by c.key, c.period, f.flow order by d.precedence) as choice
              from composition c
              join trade_flow f
                on f.partner_code = c.partner_code and f.period = c.period and f.frequency = $8::text::"char"
               and f.currency = $7 and f.product_code = 'TOTAL' and f.reporter_code = 'CHN' and {sees f}
              join dataset d on d.id = f.dataset_id and d.precedence is not null
            )
            """;

    private SubjectSql() {}

    /**
     * A whole statement.
     *
     * @param rest what follows the tables: further ones that begin with a comma, and the select. {@code {sees x}} in it
     *     is the condition that a row of alias x is seen from the vantage
     */
    public static String statement(String rest, Vantage vantage) {
        String sql = TABLES + rest;
        for (String alias : List.of("f", "h", "i", "m", "o", "r", "w")) {
            sql = sql.replace("{sees " + alias + "}", vantage.sees(alias));
        }
        return sql;
    }

    /** The parameters $1 to $8 of a statement. */
    public static Tuple parameters(Collection<Subject> subjects, Collection<Period> periods, Terms terms) {
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
                .addArrayOfLocalDate(periods.stream().map(Period::key).toArray(LocalDate[]::new))
                .addString(terms.currency().name())
                .addString(terms.frequency().code());
    }
}
