package io.lancang.trade.sdmx;

import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads who reports. */
@Singleton
class ReporterRepository {
    private final Pool pool;

    ReporterRepository(Pool pool) {
        this.pool = pool;
    }

    /** Codes of the partners that report trade in all goods by year, ascending. */
    Uni<List<String>> ofYears(Vantage vantage) {
        return pool.preparedQuery(
                        "select distinct f.reporter_code from trade_flow_tally f where f.frequency = 'A' and f.level = 0 and "
                                + vantage.sees("f") + " order by 1")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }
}
