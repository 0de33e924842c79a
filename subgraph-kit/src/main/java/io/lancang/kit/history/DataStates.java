package io.lancang.kit.history;

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

    DataStates(Pool pool) {
        this.pool = pool;
    }

    /** The state as it is now: one statement. */
    public Uni<DataState> current() {
        return pool.preparedQuery(STATE)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new DataState(row.getLong("last"), row.getLong("withdrawn")));
    }
}
