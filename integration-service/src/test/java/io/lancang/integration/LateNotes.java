package io.lancang.integration;

import io.lancang.kit.fixture.Eventually;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Statements that write a column wait before they touch a row, as in a database that is slow, until a test lets them go on. */
final class LateNotes implements AutoCloseable {
    private static final String LOCK = "hashtext('late notes')";

    private final Connection holder;

    private LateNotes(Connection holder) {
        this.holder = holder;
    }

    /** Those that write this column of a table wait from now on. */
    static LateNotes begin(DataSource database, String table, String column) throws SQLException {
        LateNotes late = new LateNotes(database.getConnection());
        late.execute("select pg_advisory_lock(" + LOCK + ")");
        late.execute("""
                create function note_late() returns trigger language plpgsql as
                $$ begin perform pg_advisory_xact_lock_shared(%s); return null; end $$
                """.formatted(LOCK));
        late.execute("create trigger note_late before update of " + column + " on " + table
                + " for each statement execute function note_late()");
        return late;
    }

    /** Returns when one waits. */
    void awaitNote() {
        Eventually.holds("a note waits", () -> {
            try (Statement statement = holder.createStatement();
                    var rows = statement.executeQuery(
                            "select from pg_locks where locktype = 'advisory' and not granted")) {
                return rows.next();
            }
        });
    }

    /** None waits any more. */
    void let() throws SQLException {
        execute("select pg_advisory_unlock_all()");
    }

    @Override
    public void close() throws SQLException {
        try (holder) {
            let();
            execute("drop function note_late() cascade");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }
}
