package io.lancang.kit.database;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Hands over the rows of a cursor piece by piece. The next piece is asked for before the last is taken in, so that the database
 * finds it meanwhile; two are in memory at most. Used by one context at a time.
 */
final class Pieces {
    /** Few enough to be taken in without keeping others of the same event loop waiting. */
    static final int PIECE = 500;

    private final Cursor cursor;
    private final Consumer<Row> action;
    private final Promise<Void> done = Promise.promise();

    Pieces(Cursor cursor, Consumer<Row> action) {
        this.cursor = cursor;
        this.action = action;
    }

    /** Complete when all rows were handed over; failed by the first failure of the database or of what takes the rows. */
    Future<Void> handOver() {
        await(cursor.read(PIECE));
        return done.future();
    }

    /** A piece that is there already waits for its turn all the same: else a fast database would keep the event loop. */
    private void await(Future<RowSet<Row>> piece) {
        piece.onSuccess(rows -> Objects.requireNonNull(Vertx.currentContext()).runOnContext(turn -> take(rows)))
                .onFailure(done::tryFail);
    }

    private void take(RowSet<Row> rows) {
        try {
            if (cursor.hasMore()) {
                Future<RowSet<Row>> next = cursor.read(PIECE);
                rows.forEach(action);
                await(next);
            } else {
                rows.forEach(action);
                cursor.close().onComplete(done);
            }
        } catch (RuntimeException failure) {
            done.tryFail(failure);
        }
    }
}
