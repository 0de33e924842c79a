package io.lancang.kit.export;

import io.lancang.kit.database.ClientReads;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.http.HttpServerResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends the rows of a statement while they are read: a piece is fetched when the one before has been taken by the client,
 * so a file of any size needs the memory of one piece. All rows are of one state of the data.
 */
@Singleton
class ExportStream {
    /** A file takes longer than an answer may; a client that leaves ends its statement at once. */
    private static final String ONE_SNAPSHOT =
            "set transaction isolation level repeatable read read only; set local statement_timeout = '10min'";

    private final Pool pool;
    private final SendingConfig config;
    private final Semaphore places;

    ExportStream(Pool pool, SendingConfig config) {
        this.pool = pool;
        this.config = config;
        this.places = new Semaphore(config.atOnce());
    }

    /**
     * Writes a file; fails if the database or the client goes away. The caller ends the response.
     *
     * @param prepare tells the file, and may ask the connection what it needs to: it sees what the rows are read from
     * @param begin called with the file before anything of it is written
     */
    Uni<Void> send(Function<SqlConnection, Uni<Export>> prepare, Consumer<Export> begin, HttpServerResponse response) {
        if (!places.tryAcquire()) {
            return Uni.createFrom()
                    .failure(
                            new ServiceException(
                                    ErrorCode.UNAVAILABLE,
                                    "This service sends " + config.atOnce() + " files at a time, and does so now.",
                                    "Retry when one of them is done; the service's operator may raise `lancang.exports.at-once`."));
        }
        return ClientReads.inTransaction(pool, connection -> send(prepare, begin, response, connection))
                .onTermination()
                .invoke(() -> places.release());
    }

    private Uni<Void> send(
            Function<SqlConnection, Uni<Export>> prepare,
            Consumer<Export> begin,
            HttpServerResponse response,
            SqlConnection connection) {
        return connection
                .query(ONE_SNAPSHOT)
                .execute()
                .chain(() -> prepare.apply(connection))
                .invoke(begin)
                .chain(export -> write(export, connection, response));
    }

    private Uni<Void> write(Export export, SqlConnection connection, HttpServerResponse response) {
        return columns(export, connection)
                .chain(columns -> response.write(export.format().head(columns)))
                .chain(() -> rows(export, connection, response))
                .chain(() -> response.write(export.format().tail()));
    }

    /** The columns are sent before the first row, so that an empty file has a header. */
    private static Uni<List<String>> columns(Export export, SqlConnection connection) {
        return connection
                .preparedQuery("select * from (" + export.sql() + ") nothing limit 0")
                .execute(export.parameters())
                .map(none -> none.columnsNames());
    }

    private Uni<Void> rows(Export export, SqlConnection connection, HttpServerResponse response) {
        boolean[] isFirst = {true};
        return connection
                .prepare(export.sql())
                .chain(statement -> statement
                        .createStream(export.format().rowsAtOnce(), export.parameters())
                        .toMulti()
                        .group()
                        .intoLists()
                        .of(export.format().rowsAtOnce())
                        .onItem()
                        .transformToUniAndConcatenate(rows -> taken(response.write(text(export, rows, isFirst))))
                        .onItem()
                        .ignoreAsUni());
    }

    /** A reader that takes nothing must not hold its connection to the database for long. */
    private Uni<Void> taken(Uni<Void> written) {
        return written.ifNoItem()
                .after(config.patience())
                .failWith(() -> new ServiceException(
                        ErrorCode.TIMEOUT,
                        "A piece of the file was not read within " + config.patience() + ".",
                        "Read faster, or ask for less."));
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
