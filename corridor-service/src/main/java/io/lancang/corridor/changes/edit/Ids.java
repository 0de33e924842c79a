package io.lancang.corridor.changes.edit;

import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of identities: an id stands for one thing for good, also when that thing is gone. */
final class Ids {
    private Ids() {}

    /**
     * Makes an id known; fails with BAD_USER_INPUT if something has it already, now or in the past.
     *
     * @param table the table of identities
     */
    static Uni<?> claim(SqlConnection connection, String table, String id) {
        return connection
                .preparedQuery("insert into " + table + " (id) values ($1) on conflict do nothing")
                .execute(Tuple.of(id))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw ServiceException.badInput(
                                "There is, or once was, a " + table + " '" + id + "'.", "Choose another id.");
                    }
                });
    }
}
