package io.lancang.kit.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * A step that leaves it to a unique index to find a key that is given twice: cheaper than to look for one before, where
 * millions of rows have none. If there is one, what was done since this was made is undone, and the report says where.
 */
public final class UniqueAttempt {
    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection connection;
    private final StagedRules rules;
    private final Savepoint before;

    public UniqueAttempt(Connection connection, StagedRules rules) throws SQLException {
        this.connection = connection;
        this.rules = rules;
        this.before = connection.setSavepoint();
    }

    /** Something done in the database. */
    @FunctionalInterface
    public interface Step {
        void run() throws SQLException;
    }

    /** Whether the step was done; if not, a key is given twice. */
    public boolean run(Step step) throws SQLException {
        try {
            step.run();
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException failure) {
            if (!UNIQUE_VIOLATION.equals(failure.getSQLState())) {
                throw failure;
            }
            connection.rollback(before);
            if (rules.areKeysUnique()) {
                throw failure;
            }
            return false;
        }
    }
}
