package io.lancang.kit.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Consumer;
import java.util.function.Function;

/** What several statements read of one state of the data: what refers to each other is found together. */
public final class Snapshot {
    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read read only";

    private final SqlConnection connection;

    private Snapshot(SqlConnection connection) {
        this.connection = connection;
    }

    /** Reads within one transaction, which ends with what {@code read} gives. It may be begun anew, on another server. */
    public static <T> Uni<T> of(Pool pool, Function<Snapshot, Uni<T>> read) {
        return ClientReads.transaction(
                pool,
                connection ->
                        connection.query(ONE_SNAPSHOT).execute().chain(() -> read.apply(new Snapshot(connection))));
    }

    /** All rows of a statement. */
    public Uni<RowSet<Row>> rows(String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }

    /** Hands over each row of a statement without parameters, in pieces, so that large tables never wait in memory as rows. */
    public Uni<Void> each(String sql, Consumer<Row> action) {
        return each(sql, Tuple.tuple(), action);
    }

    /** The same of a statement with parameters. */
    public Uni<Void> each(String sql, Tuple parameters, Consumer<Row> action) {
        return connection
                .prepare(sql)
                .chain(statement -> UniHelper.toUni(new Pieces(
                                statement.cursor(parameters).getDelegate(), row -> action.accept(Row.newInstance(row)))
                        .handOver()));
    }
}
