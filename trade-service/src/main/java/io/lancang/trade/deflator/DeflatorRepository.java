package io.lancang.trade.deflator;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Currency;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Reads deflators: one statement for all years of a currency. */
@Singleton
class DeflatorRepository {
    private final Pool pool;

    DeflatorRepository(Pool pool) {
        this.pool = pool;
    }

    /** The price level of a year by the deflator's own base. */
    record Deflator(BigDecimal index, String source) {}

    /** The deflators of a currency, by year. */
    Uni<Map<Integer, Deflator>> of(Currency currency, Vantage vantage) {
        String sql = "select year::int as year, price_index, source_id from deflator f where currency = $1 and "
                + vantage.sees("f");
        return pool.preparedQuery(sql).execute(Tuple.of(currency.name())).map(rows -> {
            Map<Integer, Deflator> deflators = new HashMap<>();
            for (Row row : rows) {
                deflators.put(
                        row.getInteger("year"),
                        new Deflator(row.getBigDecimal("price_index"), row.getString("source_id")));
            }
            return deflators;
        });
    }
}
