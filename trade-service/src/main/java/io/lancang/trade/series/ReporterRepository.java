package io.lancang.trade.series;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.totals.Reporter;
import io.lancang.trade.totals.TotalsOfMany.Reporting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads who reports. */
@Singleton
public class ReporterRepository {
    /** What is counted is what is read, the past included. */
    private static final String REPORTERS = """
            select f.reporter_code, p.name_en, sum(f.figures)::bigint as figures
            from trade_flow_tally f join partner p on p.code = f.reporter_code
            where f.frequency in ('A', 'M') and f.level = 0
            group by 1, 2 having bool_or(f.frequency = '{frequency}' and {seen f}) order by 1
            """;

    private final Pool pool;

    ReporterRepository(Pool pool) {
        this.pool = pool;
    }

    /** The partners that report trade in all goods in periods of a length, ascending by code. */
    public Uni<List<Reporting>> of(Frequency frequency, Vantage vantage) {
        return pool.query(REPORTERS.replace("{frequency}", frequency.code()).replace("{seen f}", vantage.sees("f")))
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ReporterRepository::reporting)
                        .toList());
    }

    private static Reporting reporting(Row row) {
        return new Reporting(
                new Reporter(row.getString("reporter_code"), row.getString("name_en")), row.getLong("figures"));
    }
}
