package io.lancang.trade.provenance;

import io.lancang.kit.history.Vantage;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads what there is and how it changed; each method is one statement. */
@Singleton
class ProvenanceRepository {
    private static final String REVISIONS = """
            select f.dataset_id::int as dataset_id, f.currency, f.amount, f.valuation, f.quality::text as quality,
                   f.release_id, f.superseded_by,
                   ((f.amount - lag(f.amount) over state) * 100 / nullif(lag(f.amount) over state, 0))::float8 as change
            from trade_flow f
            where f.product_code = 'TOTAL' and f.reporter_code = $5 and f.partner_code = $1
              and f.frequency = $2::text::"char" and f.period = $3::date and f.flow = $4::text::"char"
            window state as (partition by f.dataset_id, f.currency order by f.release_id)
            order by f.dataset_id, f.currency, f.release_id
            """;

    /** Of single partners, sums over them tell it in fewer rows. Aggregates are in no sum. */
    private static final String WITH_ANY = """
            select f.dataset_id, f.reporter_code, f.frequency, f.flow, f.currency, f.period from trade_product_rollup f
            where f.product_code = 'TOTAL' and f.reporter_code = $2 and {sees}
            union all
            select f.dataset_id, f.reporter_code, f.frequency, f.flow, f.currency, f.period from trade_rollup f
            where f.partner_code = any(array(select code from partner where kind = 'AGGREGATE'))
              and f.product_code = 'TOTAL' and f.reporter_code = $2 and {sees}
            """;

    private static final String WITH_ONE = """
            select f.dataset_id, f.reporter_code, f.frequency, f.flow, f.currency, f.period from trade_rollup f
            where f.product_code = 'TOTAL' and {sees}
              and (f.reporter_code = $2 and f.partner_code = $3 or f.reporter_code = $3 and f.partner_code = $2)
            """;

    private final Pool pool;

    ProvenanceRepository(Pool pool) {
        this.pool = pool;
    }

    /** Which periods there are of all goods that a reporter reports; a partner or frequency that is null restricts nothing. */
    Uni<List<Availability>> availability(
            String reporter, @Nullable String partner, @Nullable Frequency frequency, Vantage vantage) {
        String sql = """
                select f.dataset_id::int as dataset_id, f.reporter_code, f.frequency::text as frequency,
                       f.flow::text as flow, f.currency, array_agg(distinct f.period) as periods
                from (%s) f
                where $1::text is null or f.frequency = $1::text::"char"
                group by 1, 2, 3, 4, 5
                order by 3, 1, 2, 4, 5
                """.formatted((partner == null ? WITH_ANY : WITH_ONE).replace("{sees}", vantage.sees("f")));
        Tuple parameters = Tuple.tuple()
                .addString(frequency == null ? null : frequency.code())
                .addString(reporter);
        if (partner != null) {
            parameters.addString(partner);
        }
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ProvenanceRepository::availabilityOf)
                        .toList());
    }

    /** Every state of the figures of a partner in a period, by dataset and currency, earliest first. */
    Uni<List<Revision>> revisions(String reporter, String partner, Period period, Flow flow) {
        Tuple parameters = Tuple.tuple()
                .addString(partner)
                .addString(period.frequency().code())
                .addLocalDate(period.key())
                .addString(flow.code())
                .addString(reporter);
        return pool.preparedQuery(REVISIONS)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ProvenanceRepository::revisionOf)
                        .toList());
    }

    private static Availability availabilityOf(Row row) {
        Frequency frequency = Frequency.ofCode(row.getString("frequency"));
        NavigableSet<Period> present = new TreeSet<>();
        for (LocalDate key : row.getArrayOfLocalDates("periods")) {
            present.add(Period.of(frequency, key));
        }
        List<Period> missing = new ArrayList<>();
        for (Period period = present.last().previous();
                period.compareTo(present.first()) > 0;
                period = period.previous()) {
            if (!present.contains(period)) {
                missing.addFirst(period);
            }
        }
        return new Availability(
                row.getString("reporter_code"),
                frequency,
                Flow.ofCode(row.getString("flow")),
                Currency.valueOf(row.getString("currency")),
                present.first(),
                present.last(),
                present.size(),
                missing,
                row.getInteger("dataset_id"));
    }

    private static Revision revisionOf(Row row) {
        Long replacedBy = row.getLong("superseded_by");
        return new Revision(
                Money.of(
                        row.getBigDecimal("amount"),
                        Currency.valueOf(row.getString("currency")),
                        Valuation.valueOf(row.getString("valuation")),
                        Quality.ofCode(row.getString("quality"))),
                row.getDouble("change"),
                replacedBy == null,
                row.getInteger("dataset_id"),
                row.getLong("release_id"),
                replacedBy);
    }
}
