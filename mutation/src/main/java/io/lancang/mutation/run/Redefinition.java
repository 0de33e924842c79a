package io.lancang.mutation.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A fault in a function, a procedure or a view of a database.
 *
 * @param migration the name of the file that made it
 * @param definition the statement that makes it as it should be, in a database that has it
 * @param faulty that statement with the fault
 */
public record Redefinition(String migration, String definition, String faulty) {
    /**
     * The property with the JDBC addresses of the databases that tests of this process use now, with blanks between. What starts one for a
     * test adds it.
     */
    static final String DATABASES = "lancang.test.databases";

    /** A standby takes no definition. */
    private static final String HAS_IT = "select not pg_is_in_recovery() and exists"
            + " (select from flyway_schema_history where split_part(script, '/', -1) = ? and success)";

    /** The code of an error: no migration was ever run. */
    private static final String NO_TABLE = "42P01";

    /** The beginning of the code of an error in a statement. */
    private static final String WRONG_STATEMENT = "42";

    /** What became of it. */
    enum Outcome {
        /** At least one database has the fault now. */
        IN_PLACE,
        /** The migration was run in no database. */
        NOWHERE,
        /** A database refuses it: no migration with it would run. */
        REFUSED
    }

    /**
     * Puts the fault into each database that the migration was run in.
     *
     * @throws SQLException where a database cannot be asked
     */
    Outcome plant() throws SQLException {
        Outcome outcome = Outcome.NOWHERE;
        for (String database : having()) {
            try {
                execute(database, faulty);
                outcome = Outcome.IN_PLACE;
            } catch (SQLException failure) {
                if (String.valueOf(failure.getSQLState()).startsWith(WRONG_STATEMENT)) {
                    return Outcome.REFUSED;
                }
                throw failure;
            }
        }
        return outcome;
    }

    /** Takes the fault away. */
    void remove() throws SQLException {
        for (String database : having()) {
            execute(database, definition);
        }
    }

    private List<String> having() throws SQLException {
        List<String> having = new ArrayList<>();
        for (String database : databases()) {
            if (has(database)) {
                having.add(database);
            }
        }
        return having;
    }

    private boolean has(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                PreparedStatement statement = connection.prepareStatement(HAS_IT)) {
            statement.setString(1, migration);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        } catch (SQLException failure) {
            if (NO_TABLE.equals(failure.getSQLState())) {
                return false;
            }
            throw failure;
        }
    }

    private static List<String> databases() {
        return Arrays.stream(System.getProperty(DATABASES, "").split(" ", -1))
                .filter(database -> !database.isEmpty())
                .toList();
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
