package io.lancang.kit.export;

import io.lancang.kit.database.ClientReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.http.HttpServerResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends the rows of a statement while they are read: a piece is fetched when the one before has been taken by the client,
 * so a file of any size needs the memory of one piece. All rows are of one state of the data.
 */
@Singleton
class ExportStream {
    private static final int PIECE = 500;
    /** A file takes longer than an answer may; a client that leaves ends its statement at once. */
    private static final String ONE_SNAPSHOT =
            "set transaction isolation level repeatable read read only; set local statement_timeout = '10min'";

    private final Pool pool;

    ExportStream(Pool pool) {
        this.pool = pool;
    }

    /**
     * Writes a file; fails if the database or the client goes away. The caller ends the response.
     *
     * @param prepare tells the file, and may ask the connection what it needs to: it sees what the rows are read from
     * @param begin called with the file before anything of it is written
     */
    Uni<Void> send(Function<SqlConnection, Uni<Export>> prepare, Consumer<Export> begin, HttpServerResponse response) {
        return ClientReads.inTransaction(
                pool,
                connection -> connection
                        .query(ONE_SNAPSHOT)
                        .execute()
                        .chain(() -> prepare.apply(connection))
                        .invoke(begin)
                        .chain(export -> write(export, connection, response)));
    }

    private static Uni<Void> write(Export export, SqlConnection connection, HttpServerResponse response) {
        return columns(export, connection)
                .chain(columns -> response.write(export.format().head(columns)))
                .chain(() -> rows(export, connection, response))
                .chain(() -> response.write(export.format().tail()));
    }

    /** The columns are told before the first row, so that an empty file has a header. */
    private static Uni<List<String>> columns(Export export, SqlConnection connection) {
        return connection
                .preparedQuery("select * from (" + export.sql() + ") nothing limit 0")
                .execute(export.parameters())
                .map(none -> none.columnsNames());
    }

    private static Uni<Void> rows(Export export, SqlConnection connection, HttpServerResponse response) {
        boolean[] isFirst = {true};
        return connection
                .prepare(export.sql())
                .chain(statement -> statement
                        .createStream(PIECE, export.parameters())
                        .toMulti()
                        .group()
                        .intoLists()
                        .of(PIECE)
                        .onItem()
                        .transformToUniAndConcatenate(rows -> response.write(text(export, rows, isFirst)))
                        .onItem()
                        .ignoreAsUni());
    }

    private static String text(Export export, List<Row> rows, boolean[] isFirst) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(export.format().row(row, isFirst[0]));
            isFirst[0] = false;
        }
        return text.toString();
    }
}
