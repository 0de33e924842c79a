package io.lancang.trade.flow;

import io.lancang.kit.database.SharedRead;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Currency;
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
 * Knows what the loaded datasets cover. It is read anew after a minute, since only a release changes it. Any thread may
 * ask: those who ask while it is being read wait for the same reading, so that a list of series reads it once.
 */
@Singleton
class CoverageRepository {
    private static final Duration FRESH = Duration.ofMinutes(1);
    /** Past moments are many; past this number of readings the stale ones go. */
    private static final int KEPT = 64;

    private final Pool pool;
    private final InstantSource clock = InstantSource.system();
    private final Map<Key, Reading> readings = new ConcurrentHashMap<>();

    CoverageRepository(Pool pool) {
        this.pool = pool;
    }

    private record Key(Frequency frequency, Vantage vantage) {}

    private record Reading(Uni<Coverage> coverage, Instant staleAt) {
        boolean isFresh(Instant now) {
            return now.isBefore(staleAt);
        }
    }

    Uni<Coverage> coverage(Frequency frequency, Vantage vantage) {
        Instant now = clock.instant();
        if (readings.size() > KEPT) {
            readings.values().removeIf(reading -> !reading.isFresh(now));
        }
        Key key = new Key(frequency, vantage);
        Reading reading = readings.compute(
                key,
                (same, last) -> last != null && last.isFresh(now) ? last : new Reading(shared(key), now.plus(FRESH)));
        return reading.coverage();
    }

    /** A reading that failed is forgotten, so that the next who asks tries again. */
    private Uni<Coverage> shared(Key key) {
        return SharedRead.of(read(key.frequency(), key.vantage()).onFailure().invoke(() -> readings.remove(key)));
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
