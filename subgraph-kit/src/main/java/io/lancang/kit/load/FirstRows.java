package io.lancang.kit.load;

import io.lancang.kit.dataset.Stage;
import io.lancang.kit.dataset.Target;
import io.lancang.kit.staging.StagedRules;
import io.lancang.kit.staging.UniqueAttempt;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Publishes where nothing is published yet: no row has to be compared, and the table's unique index finds a key that is
 * given twice while it is filled, so that millions of rows need not be sorted for that before.
 */
final class FirstRows {
    private final Connection connection;
    private final long release;
    private final StagedRules rules;

    FirstRows(Connection connection, long release, StagedRules rules) {
        this.connection = connection;
        this.release = release;
        this.rules = rules;
    }

    /** Whether {@code scope} selects nothing of the present. */
    boolean areThese(Target.Facts facts, String scope) throws SQLException {
        String sql = "select from " + facts.table() + " t where t.superseded_by is null and (" + scope + ") limit 1";
        try (Statement statement = connection.createStatement();
                ResultSet present = statement.executeQuery(sql)) {
            return !present.next();
        }
    }

    /** Adds all staged rows, or none if a key is given twice. */
    Publication.Change add(Target.Facts facts, Slices slices) throws SQLException {
        String columns = String.join(", ", facts.published());
        String insert = "insert into " + facts.table() + " (" + columns + ", release_id) select " + columns + ", "
                + release + " from " + Stage.TABLE + " s where " + Publication.isNoGap(facts, "s") + " order by "
                + facts.storage().order(facts.key());
        long[] added = new long[1];
        boolean done = new UniqueAttempt(connection, rules).run(() -> {
            try (Statement statement = connection.createStatement()) {
                added[0] = statement.executeLargeUpdate(insert);
            }
            slices.allStagedChanged();
        });
        return done ? new Publication.Change(added[0], 0) : Publication.Change.NONE;
    }
}
