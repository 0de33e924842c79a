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
 * The SQL that every statement about subjects begins with: who a subject consists of in each period. Gives the tables
 * {@code period (period)}, {@code subject (key)} and {@code composition (key, period, partner_code)}. The table of terms says what $6 to $8
 * are, so that a statement which leaves one out is prepared all the same: PostgreSQL would refuse it, and the client send it once more.
 */
public final class SubjectSql {
    private static final String TABLES = """
            with period (period) as (
              select distinct p from unnest($5::date[]) p
            ), subject (key) as (
              select distinct k from unnest($4::text[]) k
            ), composition (key, period, partner_code) as (
              select * from unnest($1::text[], $2::date[], $3::text[])
            ), terms (currency, frequency, reporter) as (
              select $6::text, $7::text, $8::text
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

    /** The parameters $1 to $8 of a statement; $6 is the currency, $7 the frequency, $8 the reporter. */
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
