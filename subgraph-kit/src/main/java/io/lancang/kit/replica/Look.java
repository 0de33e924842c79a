package io.lancang.kit.replica;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a server says of itself.
 *
 * @param isStandby whether it follows another
 * @param position up to where it has the write-ahead log: flushed on a primary, replayed on a standby; bytes from its beginning
 * @param release number of the last release that it shows; 0 if none
 */
record Look(boolean isStandby, long position, long release) {
    /** Who answers later than this has a fault that questions should not wait for. */
    private static final long PATIENCE_MILLIS = 3_000;

    private static final String LOOK = """
            select server.is_standby, coalesce(pg_wal_lsn_diff(
                     case when server.is_standby then pg_last_wal_replay_lsn() else pg_current_wal_flush_lsn() end, '0/0'), 0)::bigint
                     as position,
                   (select coalesce(max(id), 0) from release) as release
            from (select pg_is_in_recovery() as is_standby) server
            """;

    /** Looks at a server: one statement. Fails where it does not answer in time. */
    static Future<Look> at(Pool pool, Vertx vertx) {
        return Future.future(promise -> {
            long timer = vertx.setTimer(
                    PATIENCE_MILLIS,
                    late -> promise.tryFail(new TimeoutException(
                            "no answer within " + TimeUnit.MILLISECONDS.toSeconds(PATIENCE_MILLIS) + " s")));
            // On a connection that is taken first: what the pool executes itself fails once more, in the log, when its
            // wait would end.
            pool.withConnection(connection -> connection.preparedQuery(LOOK).execute())
                    .map(rows -> of(rows.iterator().next()))
                    .onComplete(look -> {
                        vertx.cancelTimer(timer);
                        if (look.succeeded()) {
                            promise.tryComplete(look.result());
                        } else {
                            promise.tryFail(look.cause());
                        }
                    });
        });
    }

    private static Look of(Row row) {
        return new Look(row.getBoolean("is_standby"), row.getLong("position"), row.getLong("release"));
    }
}
