package io.lancang.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Parts of results of jobs behind a place wait until this is closed, wherever they are written. */
final class SlowParts implements AutoCloseable {
    private static final long LOCK = 20_261_129;

    private final ServiceTables tables;
    private final Connection holder;

    private SlowParts(ServiceTables tables, Connection holder) {
        this.tables = tables;
        this.holder = holder;
    }

    static SlowParts behind(ServiceTables tables, long place) throws SQLException {
        Connection holder = tables.connect();
        try (Statement statement = holder.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            statement.execute("create function wait_for_test() returns trigger language plpgsql as $$ begin"
                    + " perform pg_advisory_xact_lock(" + LOCK + "); return new; end $$");
            statement.execute("create trigger wait_for_test before insert on job_part for each row when (new.place >= "
                    + place + ") execute function wait_for_test()");
        }
        return new SlowParts(tables, holder);
    }

    /** Until a part waits. */
    void awaitWaiting() throws SQLException {
        tables.await("t", "select count(*) > 0 from pg_locks where locktype = 'advisory' and not granted");
    }

    /** The trigger goes when nobody waits for it any more. */
    @Override
    public void close() throws SQLException {
        try (holder;
                Statement statement = holder.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            statement.execute("drop trigger wait_for_test on job_part");
            statement.execute("drop function wait_for_test()");
        }
    }
}
