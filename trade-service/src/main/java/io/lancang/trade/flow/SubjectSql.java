package io.lancang.trade.flow;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.catalogue.DatasetsSeen;
import io.lancang.trade.period.Period;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The SQL that every statement about subjects begins with: who a subject consists of in each period, and the figures of
 * each of them from the dataset that comes first among those with a figure. Gives the tables {@code period (period)},
 * {@code subject (key)}, {@code composition (key, period, partner_code)} and {@code candidate}, of which
 * {@code choice = 1} counts.
 */
public final class SubjectSql {
    private static final String TABLES = """
            with period (period) as (
              select distinct p from unnest($5::date[]) p
            ), subject (key) as (
              select distinct k from unnest($4::text[]) k
            ), composition (key, period, partner_code) as (
              select * from unnest($1::text[], $2::date[], $3::text[])
            ), candidate as (
              select c.key, c.period, f.flow, c.partner_code, f.amount, f.quality, f.source_id, f.dataset_id,
                     dense_rank() over (partition by c.key, c.period, f.flow
                                        order by {dataset order}) as choice
              from composition c
              join trade_flow f
                on f.partner_code = c.partner_code and f.period = c.period and f.frequency = $7::text::"char"
               and f.currency = $6 and f.product_code = 'TOTAL' and f.reporter_code = $8 and {sees f}
              join {datasets} d on d.id = f.dataset_id and {dataset counts}
            )
            """;

    private SubjectSql() {}

    /**
     * A whole statement.
     *
     * @param rest what follows the tables: further ones that begin with a comma, and the select. {@code {sees x}} in it
     *     is the condition that a row of alias x is seen from the vantage; of datasets, what {@link DatasetsSeen} says
     */
    public static String statement(String rest, Vantage vantage) {
        String sql = DatasetsSeen.in(TABLES + rest, vantage, "$8");
        for (String alias : List.of("f", "i", "o", "r", "w")) {
            sql = sql.replace("{sees " + alias + "}", vantage.sees(alias));
        }
        return sql;
    }

    /** The parameters $1 to $8 of a statement; $8 is the reporter. */
    public static Tuple parameters(Collection<Subject> subjects, Collection<Period> periods, Terms terms) {
        List<String> keys = new ArrayList<>();
        List<LocalDate> of = new ArrayList<>();
        List<String> partners = new ArrayList<>();
        for (Subject subject : subjects) {
            for (Period period : periods) {
                for (String partner : Subject.partnersOf(subject, period, terms.totals())) {
                    keys.add(subject.key());
                    of.add(period.key());
                    partners.add(partner);
                }
            }
        }
        return Tuple.tuple()
                .addArrayOfString(keys.toArray(String[]::new))
                .addArrayOfLocalDate(of.toArray(LocalDate[]::new))
                .addArrayOfString(partners.toArray(String[]::new))
                .addArrayOfString(subjects.stream().map(Subject::key).toArray(String[]::new))
                .addArrayOfLocalDate(periods.stream().map(Period::key).toArray(LocalDate[]::new))
                .addString(terms.currency().name())
                .addString(terms.frequency().code())
                .addString(terms.reporter().code());
    }
}
