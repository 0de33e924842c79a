package io.lancang.trade.flow;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows what the loaded datasets cover. Of the present it is read anew after a minute, since only a release changes it;
 * of the past it is read each time. Any thread may ask; two that find it stale together both read it, and either answer
 * is right.
 */
@Singleton
class CoverageRepository {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Pool pool;
    private final InstantSource clock = InstantSource.system();
    private final Map<Frequency, Reading> present = new ConcurrentHashMap<>();

    CoverageRepository(Pool pool) {
        this.pool = pool;
    }

    private record Reading(Coverage coverage, Instant staleAt) {}

    Uni<Coverage> coverage(Frequency frequency, Vantage vantage) {
        if (!vantage.equals(Vantage.PRESENT)) {
            return read(frequency, vantage);
        }
        Reading reading = present.get(frequency);
        if (reading != null && clock.instant().isBefore(reading.staleAt())) {
            return Uni.createFrom().item(reading.coverage());
        }
        return read(frequency, vantage)
                .invoke(coverage -> present.put(
                        frequency, new Reading(coverage, clock.instant().plus(FRESH))));
    }

    private Uni<Coverage> read(Frequency frequency, Vantage vantage) {
        return pool.preparedQuery(sql(vantage))
                .execute(Tuple.of(frequency.code()))
                .map(rows -> coverageOf(frequency, rows));
    }

    private static String sql(Vantage vantage) {
        return """
                select f.flow::text as flow, f.period, f.currency, f.partner_code = 'WORLD' as of_world
                from trade_flow f
                where f.frequency = $1::text::"char" and f.product_code = 'TOTAL' and f.reporter_code = 'CHN' and %s
                group by 1, 2, 3, 4
                union all
                select distinct 'quoted', make_date(h.year, 1, 1), h.currency, h.partner_code = 'WORLD'
                from trade_headline h where $1 = 'A' and h.whole_year and %s
                """.formatted(vantage.sees("f"), vantage.sees("h"));
    }

    private static Coverage coverageOf(Frequency frequency, RowSet<Row> rows) {
        Set<Coverage.Cell> cells = new HashSet<>();
        Set<LocalDate> starts = new HashSet<>();
        for (Row row : rows) {
            LocalDate start = row.getLocalDate("period");
            cells.add(new Coverage.Cell(
                    row.getString("flow"),
                    start,
                    Currency.valueOf(row.getString("currency")),
                    row.getBoolean("of_world")));
            starts.add(start);
        }
        return Coverage.of(frequency, starts, cells);
    }
}
