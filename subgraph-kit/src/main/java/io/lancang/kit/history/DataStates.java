package io.lancang.kit.history;

import io.lancang.kit.database.Primary;
import io.lancang.kit.replica.Passing;
import io.lancang.kit.replica.Replicas;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * Tells which state the data are in, so that what is made of all of them is made once for each state. A request asks the
 * database, so that nothing older than the request is served, whichever instance of the service published a release.
 */
@Singleton
public class DataStates {
    private static final String STATE =
            "select coalesce(max(id), 0) as last, count(withdrawn_at) as withdrawn from release";

    private final Pool pool;
    private final Replicas replicas;

    /** @param replicas what is known of the standbys that the pool may ask */
    public DataStates(Pool pool, Replicas replicas) {
        this.pool = pool;
        this.replicas = replicas;
    }

    /** The state as it is now: one statement. */
    public Uni<DataState> current() {
        return of(STATE);
    }

    /**
     * The state of a part of the data.
     *
     * @param sql gives {@code last} and {@code withdrawn} of the releases that count
     */
    public Uni<DataState> of(String sql) {
        return read(pool, sql)
                .chain(state ->
                        replicas.isHeardOf(state.last()) ? Uni.createFrom().item(state) : sure(state, sql));
    }

    /**
     * A standby may show a release before the primary does, which waits for standbys. What is made of the data would be read from another
     * that does not show it yet, and be kept as if it had it: so the primary is asked, which all that is read later is compared with.
     */
    private Uni<DataState> sure(DataState shown, String sql) {
        return read(Primary.of(pool), sql)
                .onFailure(Passing::isOf)
                .recoverWithItem(shown)
                .invoke(state -> replicas.published(state.last()));
    }

    private static Uni<DataState> read(Pool pool, String sql) {
        return pool.preparedQuery(sql)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new DataState(row.getLong("last"), row.getLong("withdrawn")));
    }
}
