package io.lancang.trade.flow;

import io.lancang.trade.figure.Currency;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows what the loaded datasets cover. It is read anew after a minute, since only a release changes it. Any thread may
 * ask; two that find it stale together both read it, and either answer is right.
 */
@Singleton
class CoverageRepository {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String COVERAGE = """
            select flow::text as flow, extract(year from period)::int as year, currency
            from trade_flow
            where frequency = 'A' and product_code = 'TOTAL' and reporter_code = 'CHN' and superseded_by is null
            group by 1, 2, 3
            union all
            select 'quoted', year::int, currency from trade_headline where whole_year and superseded_by is null
            group by 2, 3
            """;

    private final Pool pool;
    private final InstantSource clock = InstantSource.system();
    private volatile @Nullable Reading last;

    CoverageRepository(Pool pool) {
        this.pool = pool;
    }

    private record Reading(Coverage coverage, Instant staleAt) {}

    Uni<Coverage> coverage() {
        Reading reading = last;
        if (reading != null && clock.instant().isBefore(reading.staleAt())) {
            return Uni.createFrom().item(reading.coverage());
        }
        return pool.query(COVERAGE)
                .execute()
                .map(CoverageRepository::coverageOf)
                .invoke(coverage -> last = new Reading(coverage, clock.instant().plus(FRESH)));
    }

    private static Coverage coverageOf(RowSet<Row> rows) {
        Set<Coverage.Cell> cells = new HashSet<>();
        int first = Integer.MAX_VALUE;
        int latest = Integer.MIN_VALUE;
        for (Row row : rows) {
            int year = row.getInteger("year");
            cells.add(new Coverage.Cell(row.getString("flow"), year, Currency.valueOf(row.getString("currency"))));
            first = Math.min(first, year);
            latest = Math.max(latest, year);
        }
        return new Coverage(first, latest, Set.copyOf(cells));
    }
}
