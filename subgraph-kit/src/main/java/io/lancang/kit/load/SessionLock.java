package io.lancang.kit.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The lock that loads of a dataset hold, held by a connection beyond a transaction. Belongs to one thread. */
final class SessionLock {
    private final Connection connection;
    private final String dataset;

    SessionLock(Connection connection, String dataset) {
        this.connection = connection;
        this.dataset = dataset;
    }

    /** Whether it was free, and is held now. */
    boolean take() throws SQLException {
        return execute("select pg_try_advisory_lock(");
    }

    void giveBack() throws SQLException {
        execute("select pg_advisory_unlock(");
    }

    private boolean execute(String function) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(function + LoadWatch.lockOf("?") + ")")) {
            statement.setString(1, dataset);
            try (ResultSet done = statement.executeQuery()) {
                done.next();
                return done.getBoolean(1);
            }
        }
    }
}
