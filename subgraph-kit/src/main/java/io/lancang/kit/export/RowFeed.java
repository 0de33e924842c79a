package io.lancang.kit.export;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes one file of rows of a cursor and hands it over piece by piece. The next rows are asked for before the last are written, so that
 * the database finds them meanwhile; a piece is handed over when the one before was taken. Used by one context at a time.
 */
final class RowFeed {
    /** A file begins with few rows, which are there at once. */
    private static final int ROWS_AT_FIRST = 100;

    private final Cursor cursor;
    private final ExportFormat format;
    private final RowWriter writer;
    private final Function<Buffer, Future<Boolean>> taker;
    private final Promise<Void> done = Promise.promise();

    private RowFeed(Cursor cursor, ExportFormat format, RowWriter writer, Function<Buffer, Future<Boolean>> taker) {
        this.cursor = cursor;
        this.format = format;
        this.writer = writer;
        this.taker = taker;
    }

    /**
     * Hands a file over.
     *
     * @param taker takes a piece, and tells whether it wants more
     */
    static Future<Void> of(Export export, SqlConnection connection, Function<Buffer, Future<Boolean>> taker) {
        return switch (export.rows()) {
            case StatementRows rows -> of(rows, export.format(), connection, taker);
            case MadeRows rows -> MadeFeed.of(rows, export.format(), taker);
        };
    }

    private static Future<Void> of(
            StatementRows rows,
            ExportFormat format,
            SqlConnection connection,
            Function<Buffer, Future<Boolean>> taker) {
        return columns(rows, format, connection)
                .compose(writer -> taker.apply(writer.head())
                        .compose(more -> more
                                ? connection
                                        .prepare(rows.sql())
                                        .map(statement -> statement.cursor(
                                                rows.parameters().getDelegate()))
                                        .map(cursor -> new RowFeed(cursor, format, writer, taker))
                                        .compose(RowFeed::handOver)
                                : Future.succeededFuture()));
    }

    /** The columns are known before the first row, so that an empty file has a header. */
    private static Future<RowWriter> columns(StatementRows rows, ExportFormat format, SqlConnection connection) {
        return connection
                .preparedQuery("select * from (" + rows.sql() + ") nothing limit 0")
                .execute(rows.parameters().getDelegate())
                .map(none -> format.writer(none.columnDescriptors()));
    }

    private Future<Void> handOver() {
        await(cursor.read(Math.min(ROWS_AT_FIRST, format.rowsAtOnce())));
        return done.future();
    }

    /** Rows that are there already wait for their turn all the same: else a fast database would keep the event loop. */
    private void await(Future<RowSet<Row>> rows) {
        rows.onSuccess(found -> Objects.requireNonNull(Vertx.currentContext()).runOnContext(turn -> take(found)))
                .onFailure(done::tryFail);
    }

    private void take(RowSet<Row> rows) {
        try {
            if (cursor.hasMore()) {
                Future<RowSet<Row>> next = cursor.read(format.rowsAtOnce());
                next(taken(() -> writer.rows(rows)), () -> await(next));
            } else {
                next(taken(() -> writer.rows(rows)), () -> next(taken(writer::tail), this::end));
            }
        } catch (RuntimeException failure) {
            done.tryFail(failure);
        }
    }

    private Future<Boolean> taken(Supplier<Buffer> written) {
        return writer.isWork()
                ? Objects.requireNonNull(Vertx.currentContext())
                        .executeBlocking(written::get)
                        .compose(piece -> taker.apply(Objects.requireNonNull(piece)))
                : taker.apply(written.get());
    }

    private void next(Future<Boolean> taken, Runnable further) {
        taken.onSuccess(more -> {
                    if (more) {
                        further.run();
                    } else {
                        end();
                    }
                })
                .onFailure(done::tryFail);
    }

    private void end() {
        cursor.close().onComplete(done);
    }
}
