package io.lancang.trade.sdmx.series;

import io.lancang.kit.database.ClientReads;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.ledger.OrderedFigures;
import io.lancang.trade.sdmx.data.DataQuery;
import io.lancang.trade.sdmx.structure.Codes;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Series of trade by product: figures as datasets have them, read by one statement while they are taken. */
@Singleton
public class ProductSeriesRepository implements SeriesSource {
    private static final String ONE_SNAPSHOT =
            "set transaction isolation level repeatable read read only; set local statement_timeout = '10min'";

    private static final int ROWS_AT_ONCE = 500;

    private final Pool pool;
    private final Vantages vantages;
    private final Places places;

    ProductSeriesRepository(Pool pool, Vantages vantages, Places places) {
        this.pool = pool;
        this.vantages = vantages;
        this.places = places;
    }

    @Override
    public Uni<Void> read(DataQuery query, Codes codes, Function<Multi<Series>, Uni<Void>> taker) {
        // Once the taker has begun, a part of its message may have been sent.
        AtomicBoolean isTaken = new AtomicBoolean();
        return vantages.lookUp(query.asOf())
                .map(vantage -> new ProductSql(query, codes, vantage))
                .chain(sql -> places.take(
                        "products",
                        "",
                        () -> ClientReads.inTransaction(
                                pool,
                                connection -> connection
                                        .query(ONE_SNAPSHOT)
                                        .execute()
                                        .chain(() -> count(sql, connection))
                                        .chain(spread -> prepared(spread, connection))
                                        .chain(() -> {
                                            isTaken.set(true);
                                            return taker.apply(series(sql, query, codes, connection));
                                        }),
                                () -> !isTaken.get())));
    }

    private static Uni<Spread> count(ProductSql sql, SqlConnection connection) {
        ProductSql.Statement counting = sql.counting();
        return connection
                .preparedQuery(counting.sql())
                .execute(counting.parameters().tuple())
                .map(rows -> rows.iterator().next())
                .map(row -> new Spread(row.getLong(0), row.getLong(1)));
    }

    private static Uni<Void> prepared(Spread spread, SqlConnection connection) {
        return spread.isReadAsIndexed()
                ? connection.query(OrderedFigures.FIRST_ROWS_FIRST).execute().replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private static Multi<Series> series(ProductSql sql, DataQuery query, Codes codes, SqlConnection connection) {
        ProductSql.Statement reading = sql.reading();
        SeriesGatherer gatherer = new SeriesGatherer(query, codes);
        Multi<Optional<Row>> rows = connection
                .prepare(reading.sql())
                .onItem()
                .transformToMulti(statement -> statement
                        .createStream(ROWS_AT_ONCE, reading.parameters().tuple())
                        .toMulti())
                .map(Optional::of);
        return Multi.createBy()
                .concatenating()
                .streams(rows, Multi.createFrom().item(Optional.<Row>empty()))
                .onItem()
                .transformToIterable(row -> row.map(gatherer::take).orElseGet(gatherer::end));
    }
}
